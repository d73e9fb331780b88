import type * as original from '../en/guardrails.ts';
import type { Section } from '../types.ts';

export const guardrails = {
  link: '가드레일',
  title: '가드레일',
  lead: 'Azure의 기본 제공 정책 두 가지가 위임을 보호합니다. 하나는 목록에 없는 관리 테넌트의 제안을 거부하고, 다른 하나는 모든 위임을 규정 준수 보기에 표시합니다.',
  loading: '할당된 정책을 불러오는 중',
  failedTitle: '할당된 정책을 읽을 수 없습니다',
  inherited:
    '읽을 수 있는 범위에서 구독과 그 상위 및 하위에 할당된 정책을 보여 줍니다. Resource Graph에는 몇 분 늦게 반영될 수 있습니다.',
  name: {
    allow: '목록에 있는 관리 테넌트만 허용(거부)',
    audit: '위임 감사',
  },
  what: {
    allow: '다른 테넌트의 제안은 거부됩니다. 이미 있는 위임은 그대로 유지됩니다.',
    audit: '아무것도 거부하지 않으며, 위임이 Azure Policy의 규정 준수 보기에 나타납니다.',
  },
  none: '할당된 곳이 없습니다.',
  at: '할당된 위치',
  tenants: '허용된 테넌트',
  noTenants: '없음: 모든 제안이 거부됩니다',
  notEnforced: '적용되지 않음: 아무것도 거부하지 않습니다.',
  left: '제외된 범위',
  covered: (format, n, all) => `구독 ${format.number(all)}개 중 ${format.number(n)}개에 적용됩니다`,
  maybe: (format, n) => `${format.number(n)}개는 알 수 없습니다`,
  assignTitle: '정책 할당',
  policy: '정책',
  scope: '위치',
  scopePick: '관리 그룹 또는 구독을 선택하세요',
  group: (name) => `관리 그룹 ${name}`,
  subscription: (name) => `구독 ${name}`,
  written: '다음 내용만 기록됩니다',
  displayName: { allow: '허용된 관리 테넌트(Azure Lighthouse)', audit: '위임 감사(Azure Lighthouse)' },
  confirm: (policy, scope) => `${scope}에 “${policy}” 정책을 표시된 대로 할당합니다.`,
  assign: '정책 할당',
  assigning: '기록하고 확인하는 중',
  refusedTitle: '정책을 할당하지 못했습니다',
} satisfies Section<typeof original.guardrails>;
