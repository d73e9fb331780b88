import type * as original from '../en/acceptHere.ts';
import type { Section } from '../types.ts';

export const acceptHere = {
  other: '여기에서 수락',
  choose: '여기에서 수락하려면 위에서 구독을 선택하세요.',
  title: 'Portal 없이 여기에서 수락',
  preparing: '구독을 확인하는 중',
  unproven:
    '앱이 제안을 Marketplace 플랜과 함께 직접 씁니다. Microsoft는 Azure Portal에서 수락하는 방법을 안내하며, 직접 쓰는 방법은 실제 Azure에서 아직 검증되지 않았습니다. Azure에서 거부하면 아무것도 바뀌지 않으며, 이때는 Portal에서 수락해야 합니다.',
  willTitle: '기록되는 내용',
  will: (subscription) =>
    `${subscription} 구독에 제안의 사본 하나를 저장합니다. 위임하는 범위가 없으므로 아직 누구에게도 액세스가 부여되지 않습니다.`,
  registers: '먼저 해당 구독에 Microsoft.ManagedServices를 등록합니다.',
  cannotTitle: '이 구독에서는 수락할 수 없습니다',
  alreadyTitle: '제안이 이미 저장되어 있습니다',
  action: '제안 수락',
  back: '제안으로 돌아가기',
  confirm: (provider, tenant, version, subscription) =>
    `${provider}(${tenant})의 제안 버전 ${version}을(를) ${subscription} 구독에 수락합니다. 공급자가 내 연락처 정보를 받는다는 점을 알고 있으며, 약관은 Azure Portal에서 읽었습니다.`,
  versionsTitle: '버전',
  templateVersions:
    '템플릿으로 추가한 제안에는 버전이 없습니다. 업데이트하려면 서비스 공급자가 보낸 새 템플릿을 여세요.',
  copies: (format, n, version) => `버전 ${version}: 사본 ${format.number(n)}개`,
  newest: (version) => `Marketplace의 최신 버전: ${version}`,
} satisfies Section<typeof original.acceptHere>;
