import type { ownerNames as original } from '../en/ownerNames.ts';
import type { Section } from '../types.ts';

export const ownerNames = {
  lead: 'Azure에서는 ID만 제공합니다. 필요하면 Microsoft Graph에서 사용자 이름을 확인할 수 있습니다.',
  show: '이름 표시',
  hide: '이름 숨기기',
  asking: 'Microsoft Graph에서 이름을 확인하는 중',
  shown: (format, known, all) =>
    known === all
      ? `${format.number(known)}명의 이름을 표시했습니다.`
      : `${format.number(all)}명 중 ${format.number(known)}명의 이름을 표시했습니다. 나머지는 이 디렉터리에 없거나 볼 수 없습니다.`,
  unknown: '이름을 찾을 수 없음',
  others: '그룹과 앱의 이름은 포털의 “액세스 제어(IAM)”에서 확인할 수 있습니다.',
  goOn: 'Microsoft로 이동',
  idsRemain: 'ID는 그대로 표시되며, 이름이 없어도 다른 기능은 모두 사용할 수 있습니다.',
  allow: {
    title: '먼저 Microsoft에서 권한을 허용해야 합니다',
    what: '이름을 표시하려면 Microsoft Graph의 “모든 사용자의 기본 프로필 읽기”(User.ReadBasic.All) 권한이 필요합니다. Microsoft 페이지에서 허용하면 이 목록으로 돌아옵니다. 선택한 내용은 유지됩니다.',
  },
  signIn: {
    title: 'Microsoft에 다시 로그인해야 합니다',
    what: '이름을 확인하려면 Microsoft의 추가 확인이 필요합니다. 확인이 끝나면 이 목록으로 돌아옵니다. 선택한 내용은 유지됩니다.',
  },
  declined: {
    title: '이름 표시가 허용되지 않았습니다',
    what: '허용을 거절했거나, 조직에서 관리자만 허용할 수 있습니다. 이름이 없어도 다른 기능은 모두 사용할 수 있습니다.',
    administrator: '관리자는 다음 주소에서 모든 사용자에 대해 허용할 수 있습니다.',
  },
  throttled: {
    title: 'Microsoft Graph에서 요청 속도를 제한했습니다',
    after: (format, seconds) => `${format.number(seconds)}초 후에 다시 시도하세요.`,
    soon: '1분 후에 다시 시도하세요.',
  },
  notAllowed: {
    title: '이 계정으로는 이름을 볼 수 없습니다',
    what: 'Microsoft Graph에서 거부했습니다. 게스트이거나 조직의 설정에 따라 다른 사용자를 조회하지 못할 수 있습니다.',
  },
  blocked: {
    title: 'Microsoft Graph에서 응답하지 않았습니다',
    what: '조직의 프록시 등 이 기기와 Microsoft Graph 사이에서 연결이 차단되었을 수 있습니다.',
  },
  failed: '이름을 읽지 못했습니다',
  privacyNever:
    '이 앱 뒤에는 서버가 없습니다. 브라우저가 Microsoft 로그인, Azure, 그리고 이름을 요청한 경우에만 Microsoft Graph와 직접 통신합니다.',
  privacy:
    'Microsoft Graph: 소유자 옆에서 “이름 표시”를 누를 때만, User.ReadBasic.All 권한으로 이름과 계정 이름을 읽습니다. 보관하지 않으며, 페이지를 닫거나 새로 고치면 사라집니다.',
} satisfies Section<typeof original>;
