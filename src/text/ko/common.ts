import type * as original from '../en/common.ts';
import type { Section } from '../types.ts';

export const common = {
  product: 'Lighthouse 온보딩',
  retry: '다시 시도',
  cancel: '취소',
  back: '뒤로',
  close: '닫기',
  details: '세부 정보',
  copyId: (what) => `${what} 복사`,
  copied: '복사했습니다',
  done: '완료',
  unknown: '알 수 없음',
  subscription: '구독',
  resourceGroup: '리소스 그룹',
  tenantId: '테넌트 ID',
  asWritten: '서비스 공급자가 작성한 내용',
  unnamed: '이름 없음',
  fromService: 'Azure에서 제공한 이름',
  loading: '불러오는 중',
  problemDetails: {
    code: '코드',
    message: 'Azure 원문',
    request: '요청 ID',
  },
  scopes: (format, n) => `범위 ${format.number(n)}개`,
  subscriptions: (format, n) => `구독 ${format.number(n)}개`,
  resourceGroups: (format, n) => `리소스 그룹 ${format.number(n)}개`,
} satisfies Section<typeof original.common>;
