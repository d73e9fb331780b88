import type { Catalog } from '../en/catalog.ts';

/** 앱의 일부를 더 이상 불러올 수 없을 때. */
export const upgrade: Catalog['upgrade'] = {
  title: '이 페이지를 불러오지 못했습니다',
  what: '네트워크 연결이 끊겼거나, 사이트를 연 뒤에 새 버전이 배포되었습니다. 이 때문에 Azure에서 변경된 내용은 없습니다.',
  next: '새로 고치면 페이지를 불러올 수 있습니다. 진행 중인 실행이 있으면 계속 진행되므로, 끝난 뒤에 새로 고치세요.',
};
