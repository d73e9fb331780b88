import type * as original from '../en/templateUpdate.ts';
import type { Section } from '../types.ts';

export const templateUpdate = {
  compare: '변경 내용 보기',
  noneTitle: '템플릿으로 바뀌는 내용이 없습니다',
  noneWhat: '이 제안의 모든 사본이 이미 템플릿의 내용과 같습니다.',
  verdict: {
    more: '새 템플릿에서는 서비스 공급자의 액세스가 늘어납니다',
    less: '새 템플릿에서는 서비스 공급자의 액세스가 줄어듭니다',
    same: '새 템플릿에서도 서비스 공급자의 액세스는 같습니다',
    otherTenant: '새 템플릿의 관리 테넌트가 다릅니다',
  },
  before: '현재(Azure에 저장됨)',
  after: '변경 후(템플릿)',
  keep: '저장된 내용 유지',
  accept: '템플릿 수락',
  confirm: (provider, tenant, scopes) =>
    `서비스 공급자 ${provider}(${tenant})의 새 템플릿 내용을 수락합니다. 새 액세스는 ${scopes}에 적용됩니다.`,
} satisfies Section<typeof original.templateUpdate>;
