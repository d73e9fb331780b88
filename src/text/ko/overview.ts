import type * as original from '../en/overview.ts';
import type { Section } from '../types.ts';

export const overview = {
  title: '위임할 준비가 되었나요?',
  lead: (tenant) => `${tenant}에서 위임하는 데 필요한 것을 실시간으로 확인합니다.`,
  account: {
    member: '이 테넌트의 구성원 계정입니다',
    memberAssumed: '이 테넌트에 속한 계정입니다(게스트 여부가 제공되지 않음)',
    externalMember: '이 테넌트의 구성원이며, 계정의 홈은 다른 조직입니다',
    guest: '이 테넌트의 게스트 계정입니다',
    guestHelp: '이 조직에 속한 계정이 위임해야 합니다.',
  },
  may: (format, n, total) => `구독 ${format.number(total)}개 중 ${format.number(n)}개에서 위임할 수 있습니다`,
  mayPartly: (format, n, checked, total) =>
    `지금까지 확인한 ${format.number(checked)}개 중 ${format.number(n)}개에서 위임할 수 있습니다(전체 ${format.number(total)}개)`,
  mayNone: '위임할 수 있는 구독이 없습니다',
  mayNoneHelp:
    '리소스 그룹 하나를 위임할 때도 구독 전체에 대한 권한이 필요합니다. 구독마다 소유자가 누구인지 볼 수 있습니다.',
  mayChecking: '위임할 권한',
  mayUnknown: '위임할 수 있는지 확인할 수 없습니다',
  accepted: (format, n) => `수락한 제안 ${format.number(n)}개`,
  acceptedNone: '아직 수락한 제안이 없습니다',
  registered: (format, n, total) =>
    `구독 ${format.number(total)}개 중 ${format.number(n)}개에 Microsoft.ManagedServices가 등록되어 있습니다`,
  registeredPartly: (format, n, checked, total) =>
    `지금까지 확인한 ${format.number(checked)}개 중 ${format.number(n)}개에 Microsoft.ManagedServices가 등록되어 있습니다(전체 ${format.number(total)}개)`,
  registeredChecking: 'Microsoft.ManagedServices 등록',
  registeredUnknown: 'Microsoft.ManagedServices가 등록되어 있는지 읽을 수 없습니다',
  registeredHelp: '등록되지 않은 구독은 실행할 때 먼저 등록합니다.',
  notDelegated: (format, n) => `수락했지만 아직 위임하지 않은 제안이 ${format.number(n)}개 있습니다`,
  allDelegated: '수락한 모든 제안이 위임되어 있습니다',
  checking: '확인 중',
  needsYou: '확인이 필요한 일',
  nothingNeeded: '지금 확인할 일이 없습니다.',
  tickDone: '완료',
  tickOpen: '남음',
  tickProblem: '막힘',
  tickUnknown: '알 수 없음',
  showOffers: '제안 보기',
  showRegistration: '등록 보기',
  showGuide: '위임 방식 알아보기',
  map: '위임 현황',
  mapWhole: (offers) => `위임된 제안: ${offers}`,
  mapParts: (format, n) => `리소스 그룹 ${format.number(n)}개 위임됨`,
} satisfies Section<typeof original.overview>;
