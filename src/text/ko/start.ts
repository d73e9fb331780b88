import type * as original from '../en/start.ts';
import type { Section } from '../types.ts';
import { common } from './common.ts';

export const start = {
  product: common.product,
  otherLanguage: 'English',
  theme: '밝은 테마와 어두운 테마 전환',
  promise: '서비스 공급자가 Azure 구독에서 할\u00a0수\u00a0있는 일을 정확히 확인한 뒤 위임합니다.',
  signIn: 'Microsoft로 로그인',
  leaving: 'Microsoft 로그인을 여는 중…',
  owners: '소유자가 아니신가요? 로그인하여 소유자 확인',
  stepsTitle: '진행 순서',
  steps: {
    signIn: {
      name: '로그인',
      what: '회사 계정으로 Microsoft 페이지에서 로그인합니다. 어디를 위임할 수 있는지 앱이 확인합니다.',
    },
    review: {
      name: '검토',
      what: '각 역할로 공급자가 할 수 있는 일을 쉬운 말로 확인하고 구독이나 리소스 그룹을 선택합니다.',
    },
    delegate: {
      name: '위임',
      what: '한 번만 확인하면 됩니다. 변경한 내용은 Azure에서 다시 읽어 확인하고 기록으로 남깁니다.',
    },
  },
  who: {
    title: '누가 진행해야 하나요?',
    owner: '조직에 속한 계정을 가진 구독 소유자가 진행해야 합니다. 게스트는 소유자 역할이 있어도 위임할 수 없습니다.',
    contributor: '리소스 공급자만 등록하려면 기여자 역할로 충분합니다.',
  },
  never: {
    title: '이 앱이 하지 않는 일',
    server: { lead: '자체 서버를 거치지 않습니다.', rest: '브라우저는 Microsoft Entra ID 및 Azure와만 통신합니다.' },
    secrets: {
      lead: '비밀 정보를 보관하지 않습니다.',
      rest: '암호는 Microsoft에만 입력합니다. 로그인은 이 탭에만 있고 탭을 닫으면 끝납니다.',
    },
    writes: { lead: '확인하기 전에는 변경하지 않습니다.', rest: '그때까지는 사용자의 권한으로 읽기만 합니다.' },
  },
} satisfies Section<typeof original.start>;
