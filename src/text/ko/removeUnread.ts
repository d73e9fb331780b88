import type * as original from '../en/removeUnread.ts';
import type { Section } from '../types.ts';

export const removeUnread = {
  provider: '확인할 수 없는 공급자',
  offer: (id) => `알 수 없는 제안(${id})`,
  title: '제안을 알 수 없는 위임 제거',
  sentence: (scopes) => `누구인지 알 수 없는 공급자가 ${scopes}에 대해 가진 액세스 권한을 모두 회수하려고 합니다.`,
  accessTitle: '누가 어떤 권한을 가졌는지 여기서는 알 수 없습니다',
  accessWhat:
    '그 내용을 담은 제안의 사본이 삭제되었거나 이 계정으로 읽을 수 없습니다. 위임만 있으면 제거할 수 있으며, 위임은 남아 있습니다.',
  overlap:
    '같은 사람이 다른 제안을 통해 여기서 같은 역할을 가지고 있다면 그 권한도 잃을 수 있으며, 미리 알 수 없습니다. 제거한 뒤 해당 공급자에게 확인하세요. 그 공급자의 위임을 제거하고 다시 위임하면 권한이 돌아옵니다.',
  confirm: (format, n) =>
    `위임 ${format.number(n)}개로 액세스 권한을 가진 사람이 권한을 잃으며, 그 사람이 누구인지 여기서는 알 수 없음을 이해했습니다.`,
  back: '위임 목록으로 돌아가기',
} satisfies Section<typeof original.removeUnread>;
