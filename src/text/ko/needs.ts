import type * as original from '../en/needs.ts';
import type { Section } from '../types.ts';

export const needs = {
  unfinishedTitle: '끝나지 않은 실행이 있습니다',
  unfinishedWhat: '일부는 이미 Azure에 반영되었을 수 있습니다. 먼저 확인한 다음 나머지를 이어서 진행하세요.',
  resume: '실행 이어서 진행',
  newTitle: (format, n, offer) => `새 구독 ${format.number(n)}개가 아직 위임되지 않았습니다: ${offer}`,
  newWhat: (names) =>
    `지난 방문 이후 추가된 구독: ${names}. 서비스 공급자는 다른 구독에서는 작업하지만 여기에는 액세스할 수 없습니다.`,
  more: (format, n) => `그 외 ${format.number(n)}개`,
  delegateNew: (format, n) => `새 구독 ${format.number(n)}개 위임`,
  rightsLater: (format, n) => `구독 ${format.number(n)}개에 대한 권한은 범위를 선택할 때 확인합니다`,
  registrationLater: (format, n) =>
    `구독 ${format.number(n)}개의 Microsoft.ManagedServices 등록 여부는 등록 페이지에서 확인합니다`,
  coverage: '위임 범위 현황 보기',
} satisfies Section<typeof original.needs>;

export const map = {
  lead: '관리 그룹별 구독입니다. 글자는 위임된 제안을 나타냅니다. 구독을 열면 누가 무엇을 할 수 있는지 볼 수 있습니다.',
  legend: '지도에 표시된 제안',
  none: '위임되지 않음',
  unread: '읽을 수 없는 제안에 위임됨',
  noneCount: (format, n) => `위임되지 않음 ${format.number(n)}개`,
  group: (format, delegated, all) => `구독 ${format.number(all)}개 중 ${format.number(delegated)}개 위임됨`,
  groupOffer: (format, offer, n) => `${offer}: ${format.number(n)}개`,
  open: (group) => `${group}의 구독`,
  showMore: (format, n) => `${format.number(n)}개 더 표시`,
  all: '모든 위임 보기',
} satisfies Section<typeof original.map>;
