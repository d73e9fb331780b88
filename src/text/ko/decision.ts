import type * as original from '../en/decision.ts';
import type { Section } from '../types.ts';

export const decision = {
  title: 'Marketplace 제안과 템플릿 중 무엇을 선택해야 하나요?',
  answers: {
    marketplace: [
      'Marketplace 제안:',
      '수락할 수 있는 제안이 있으면 이쪽을 선택하세요. 업데이트를 검토한 뒤 수락할 수 있습니다.',
    ],
    template: [
      '템플릿:',
      '공급자의 Marketplace 제안이 없거나, 리셀러(CSP)를 통해 구매한 구독에 프라이빗 플랜을 써야 하거나, Marketplace 제안이 없을 수 있는 국가별 클라우드를 사용한다면 템플릿을 선택하세요.',
    ],
    both: [
      '공통:',
      '어느 쪽이든 여기에서 같은 방식으로 액세스 권한을 검토하며, 위임하기 전에는 누구에게도 권한이 없습니다.',
    ],
  },
  table: 'Marketplace 제안과 템플릿 비교',
  column: {
    question: '차이점',
    marketplace: 'Marketplace 제안',
    template: 'ARM 템플릿',
    app: '이 앱에서 달라지는 점',
  },
  rows: {
    account: {
      question: '공급자에게 파트너 센터 계정이 필요함',
      marketplace: '예',
      template: '아니요',
      app: '없음. 공급자와 Microsoft 사이의 일입니다.',
    },
    designation: {
      question: '공급자에게 인프라(Azure) 또는 보안 솔루션 파트너 지정이 필요함',
      marketplace: '예',
      template: '아니요',
      app: '없음. 파트너 지정은 액세스 권한과 무관하므로 두 경우 모두 여기에서 권한을 확인하세요.',
    },
    newCustomers: {
      question: '새 고객이 Marketplace에서 찾을 수 있음',
      marketplace: '예',
      template: '아니요',
      app: '공급자의 링크로 열든 파일을 놓든 같은 검토 화면에서 시작합니다.',
    },
    limited: {
      question: '특정 고객으로 제한할 수 있음',
      marketplace: '프라이빗 플랜만 가능하며 CSP 리셀러 구독에서는 사용할 수 없음',
      template: '예',
      app: '리셀러 구독이면 시도하기 전에 알립니다.',
    },
    crm: {
      question: '공급자의 CRM과 연결됨',
      marketplace: '예. 연락처 정보가 잠재 고객 정보로 공급자에게 전달됨',
      template: '아니요',
      app: 'Azure 외에는 누구에게도 사용자 정보를 보내지 않습니다.',
    },
    portal: {
      question: 'Azure Portal에서 수락해야 함',
      marketplace: '예',
      template: '아니요',
      app: '수락하고 돌아오면 제안을 찾아 표시합니다. 템플릿은 Portal 없이 진행합니다.',
    },
    automation: {
      question: '여러 구독, 리소스 그룹, 고객에 자동으로 적용할 수 있음',
      marketplace: '아니요',
      template: '예',
      app: '두 경우 모두 범위 개수에 관계없이 한 번에 위임합니다.',
    },
    newRoles: {
      question: '새 기본 제공 역할과 기능을 바로 사용할 수 있음',
      marketplace: '항상 그렇지는 않음',
      template: '예',
      app: '새 역할도 그 시점에 Azure가 알려 주는 내용으로 판단합니다.',
    },
    updates: {
      question: 'Azure Portal에서 업데이트를 검토하고 수락함',
      marketplace: '예',
      template: '아니요. 새 템플릿을 배포하면 이전 액세스 권한을 대체함',
      app: '템플릿이 이미 수락한 제안을 바꾸게 되면 알리고, 확인 없이 바꾸지 않습니다.',
    },
  },
} satisfies Section<typeof original.decision>;
