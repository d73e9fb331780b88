import type * as original from '../en/remove.ts';
import type { Section } from '../types.ts';
import { withParticle } from './particle.ts';

export const remove = {
  title: (offer) => `액세스 권한 회수: ${offer}`,
  lead: '먼저 위임을 하나씩 제거하고 Azure에서 없어진 것을 확인합니다. 구독 안의 리소스는 삭제하지 않습니다.',
  link: '제거',
  cleanLink: '정리',
  checking: '지금 무엇이 있는지, 제거할 권한이 있는지 확인하고 있습니다',
  whatTitle: '제거할 대상',
  whole: (format, delegations, copies) =>
    `제안 전체: 위임 ${format.number(delegations)}개, 이어서 제안의 사본 ${format.number(copies)}개`,
  some: '일부 위임만',
  copiesToo: '이어서 더 이상 참조되지 않는 제안의 사본도 삭제',
  table: '이 제안의 위임',
  choose: '선택',
  chooseOne: (scope) => `${scope} 위임 제거`,
  leftoversTitle: (format, n) => `위임 없이 남아 있는 이 제안의 사본 ${format.number(n)}개`,
  leftoversWhat: '누구에게도 액세스 권한을 주지 않습니다. 삭제하면 정리되며, 제안을 다시 수락하면 새로 만들어집니다.',
  leftoversOf: (format, n) => `위임 없이 남아 있는 사본이 ${format.number(n)}개 있습니다.`,
  nothingTitle: '제거할 것이 없습니다',
  nothingWhat: '선택한 것이 없거나, 이미 없어졌거나, 지금은 제거할 수 없습니다. 이유는 아래에 있습니다.',
  backToOffer: '제안으로 돌아가기',
  sentence: (provider, scopes) => `${scopes}에서 ${provider}의 다음 액세스 권한을 회수합니다.`,
  losesTitle: '공급자가 잃는 액세스 권한',
  whereTitle: '진행할 내용',
  numbers: {
    delegations: (format, n) => `위임 ${format.number(n)}개를 제거합니다`,
    copies: (format, n) => `이어서 제안의 사본 ${format.number(n)}개를 삭제합니다`,
    copiesAlone: (format, n) => `제안의 사본 ${format.number(n)}개를 삭제합니다`,
    cannot: (format, n) => `${format.number(n)}개는 그대로 둡니다`,
  },
  overlapTitle: '함께 영향을 받을 수 있는 것',
  overlap: (offers) => `${withParticle(offers, '이/가')} 여기에서 같은 사용자에게 같은 역할을 부여합니다`,
  overlapWhat:
    'Azure에서는 이런 액세스 권한을 하나로 유지합니다. 한 위임을 제거하면 다른 위임이 남아 있어도 그쪽 사용자의 권한까지 사라질 수 있습니다. 제안과 위임을 다시 쓰면 권한이 돌아옵니다.',
  restore: (format, n) => `제거한 다음 다른 제안 복원: 위임 ${format.number(n)}개를 그대로 다시 씁니다`,
  leave: '제거만 하기. 다른 제안이 동작하지 않을 수 있습니다',
  restoreHint:
    '다시 읽기는 Azure에 저장된 내용을 증명할 뿐, 공급자의 사용자가 실제로 작업할 수 있음을 증명하지는 않습니다. 나중에 공급자에게 확인하세요.',
  knowTitle: '알아 두어야 할 것',
  know: {
    sessions: '이미 열려 있는 세션은 몇 분 더 이어질 수 있습니다.',
    made: '공급자가 변경하거나 만든 것은 남으며, 관리 ID에 부여한 역할도 남습니다.',
    acceptAgain: '제안을 다시 사용하려면 다시 수락해야 합니다.',
    templateAgain: '제안을 다시 사용하려면 공급자의 템플릿이 다시 필요합니다.',
  },
  confirm: (provider, tenant, scopes) =>
    `${scopes}에서 ${provider}(테넌트 ${tenant})의 위 액세스 권한이 사라진다는 것을 이해했습니다.`,
  confirmRestore: (format, n) => `이어서 유지하는 위임 ${format.number(n)}개를 다시 씁니다.`,
  confirmLoss: (format, n) =>
    `유지하는 위임 ${format.number(n)}개의 액세스 권한이 동작하지 않을 수 있음을 받아들입니다.`,
  confirmCopies: (format, n) => `이 제안의 사본 ${format.number(n)}개가 삭제된다는 것을 이해했습니다.`,
  action: (format, n) => `위임 ${format.number(n)}개 제거`,
  actionCopies: (format, n) => `사본 ${format.number(n)}개 삭제`,
  severalTitle: '위임 제거',
  severalLead: '둘 이상의 제안에 속한 위임을 선택했습니다. 제안마다 따로 검토하고 제거하며 확인서도 따로 남깁니다.',
  unlisted: (format, n) => `선택한 위임 ${format.number(n)}개는 목록에 없습니다`,
  unlistedWhat: '다른 사람이 이미 제거하여 지금은 없습니다.',
  noneTitle: '제거할 위임을 선택하지 않았습니다',
  noneWhat: '먼저 목록에서 위임을 선택하세요. 선택한 위임이 이미 없어졌을 수도 있습니다.',
  chosenColumn: '선택',
} satisfies Section<typeof original.remove>;
