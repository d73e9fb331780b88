import type * as original from '../en/guardrailReview.ts';
import type { Section } from '../types.ts';

export const guardrailReview = {
  review: '검토',
  title: '검토: 정책 할당',
  checking: '지금 위임된 내용을 확인하는 중',
  nothing: '선택한 정책이 없습니다',
  back: '가드레일로 돌아가기',
  blocked: {
    unknownTenants:
      '사용 중인 제안 중 읽을 수 없는 것이 있습니다. 그 관리 테넌트가 목록에서 빠지므로 여기서는 할당할 수 없습니다.',
    noneInUse: '사용 중인 제안이 없습니다. 목록이 비어 모든 제안이 거부됩니다.',
    noPlace: '해당 관리 그룹 또는 구독이 없거나, 이 계정으로 읽을 수 없습니다.',
  },
  refused: (format, n) =>
    `수락한 제안 중 ${format.number(n)}개는 사용 중이 아니어서 목록에 없습니다. 할당하면 여기서 거부될 수 있습니다`,
  knowTitle: '알아 두실 점',
  know: {
    delay: '정책이 적용되기까지 최대 30분이 걸릴 수 있습니다.',
    copies:
      'Azure는 위임이 아니라 제안의 사본을 검사합니다. 다른 곳의 사본을 참조하면 정책을 지나칠 수 있습니다. 그래도 이 앱은 목록을 따릅니다.',
    undo: '목록을 바꾸거나 정책을 없애려면 Azure Portal의 Azure Policy에서 진행하세요.',
  },
  listed: (policy, place) => `${policy} · ${place}`,
  outcome: {
    written: '할당하고 다시 읽어 확인했습니다',
    already: '이미 같은 내용으로 할당되어 있었습니다',
    different: '같은 이름의 다른 할당이 있어 바꾸지 않았습니다',
    refused: '할당하지 못했습니다. Azure가 거부했습니다',
  },
  receiptLead: '정책 할당 한 건의 기록입니다. 누가 어떤 정책을 어디에 할당했는지, 검토한 내용과 결과를 담고 있습니다.',
  assignment: {
    written: '기록하고 다시 읽은 할당',
    already: '이미 있던 할당',
    different: '기록하지 않은 할당',
    refused: '기록하지 않은 할당',
  },
  assignmentId: '할당 ID',
  definitionId: '정책 ID',
  verify: '할당은 ID로 Azure Policy에서 찾을 수 있고, 요청은 90일 동안 해당 범위의 활동 로그에 남습니다.',
} satisfies Section<typeof original.guardrailReview>;
