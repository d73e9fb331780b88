import type { Catalog } from '../en/catalog.ts';

/** 액세스 권한은 같고 문구만 다른 새 템플릿. */
export const wordsUpdate: Catalog['wordsUpdate'] = {
  title: '이미 수락한 제안이며 문구만 다릅니다',
  what: '템플릿이 부여하는 액세스 권한은 저장된 것과 같고 이름이나 설명만 다릅니다. 새 문구를 업데이트로 수락하거나 저장된 내용을 그대로 둘 수 있습니다.',
  only: '이름이나 설명 같은 문구만 다릅니다. 액세스 권한은 그대로입니다.',
};
