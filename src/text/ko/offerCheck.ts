import type * as original from '../en/offerCheck.ts';
import type { Section } from '../types.ts';

export const offerCheck = {
  title: '제안 점검',
  checking: 'Azure의 규칙 및 역할과 제안을 비교하는 중',
  clean: 'Azure에서 거부할 만한 내용이 없습니다.',
  refused: (format, n) => `Azure에서 이 제안을 거부할 것으로 예상됩니다. 문제 ${format.number(n)}건`,
  refusedWhat: '서비스 공급자가 고쳐야 하는 내용입니다. 계속 진행할 수 있으며, 최종 결과는 Azure의 응답을 따릅니다.',
  advice: '서비스 공급자가 개선할 수 있는 점',
  copy: '공급자에게 보낼 내용 복사',
  message: {
    start: (offer) => `Azure Lighthouse 제안 “${offer}”에 대해 다음 내용을 알려 드립니다.`,
    end: '수정한 버전을 보내 주시기 바랍니다.',
  },
  who: (name, role) => `${name}(${role})`,
  fault: {
    ownTenant: () => '관리 테넌트가 우리 조직의 테넌트입니다. Azure에서는 다른 테넌트에만 위임할 수 있습니다.',
    noAuthorization: () => '액세스 권한이 하나도 없습니다.',
    noStanding: () => 'Just-In-Time 권한만 있습니다. Marketplace 플랜에는 상시 권한이 하나 이상 필요합니다.',
    planIncomplete: (_who, more) => `플랜의 “${more}” 값이 Marketplace의 형식과 맞지 않습니다.`,
    tooMany: (_who, more) => `권한 부여가 플랜의 최대 개수인 ${more}개를 넘습니다.`,
    role: (who, more) => `${who}: ${more}`,
    principal: (who) => `${who}: 보안 주체가 ID가 아니거나 채워지지 않았습니다.`,
    delegatedNotAllowed: (who) => `${who}: 부여할 수 있는 역할은 사용자 액세스 관리자에만 지정할 수 있습니다.`,
    duration: (who) => `${who}: 활성화 시간은 30분에서 8시간 사이여야 합니다.`,
    tooManyApprovers: (who) => `${who}: 승인자는 최대 10개까지 지정할 수 있습니다.`,
    policiesDiffer: (who) => `${who}: 같은 역할에는 다단계 인증, 시간, 승인자 조건이 모두 같아야 합니다.`,
    roleUnknown: (who) => `${who}: 알 수 없는 역할입니다. 존재하지 않는 역할일 수 있습니다.`,
    twice: (who) => `${who}: 두 번 이상 지정되어 있습니다.`,
    eligibleAlone: (who) =>
      `${who}: 상시 권한 없이 Just-In-Time 권한만 있습니다. 활성화하기 전에는 아무것도 볼 수 없어 대상을 찾지 못할 수 있습니다.`,
    cannotRemoveItself: () =>
      '서비스 공급자가 스스로 액세스를 종료할 수 없습니다. “Managed Services Registration assignment Delete Role” 역할이 없습니다.',
  },
  reason: {
    owner: '소유자 역할은 제안에 사용할 수 없습니다.',
    dataActions: '데이터를 다루는 역할이며, Azure에서는 제안에 허용하지 않습니다.',
    restrictedActions: '액세스를 관리하는 권한이 포함된 역할이며, Azure에서는 제안에 허용하지 않습니다.',
    customRole: 'Azure의 기본 제공 역할이 아닙니다.',
    notEligible: '사용자 액세스 관리자는 Just-In-Time으로 지정할 수 없습니다.',
    delegatedRolesMissing: '사용자 액세스 관리자에는 부여할 수 있는 역할을 지정해야 합니다.',
    delegatedRoleNotAllowed: '소유자와 사용자 액세스 관리자는 부여할 수 있는 역할로 지정할 수 없습니다.',
  },
} satisfies Section<typeof original.offerCheck>;
