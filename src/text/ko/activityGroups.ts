import type * as original from '../en/activityGroups.ts';
import type { Section } from '../types.ts';

export const activityGroups = {
  group: '그룹화',
  grouping: {
    providerScope: '공급자 및 범위별',
    provider: '공급자별',
    scope: '범위별',
    none: '그룹화 안 함',
  },
  groupIn: (group, subscription) => `${group}, ${subscription}`,
  heading: (format, n, last) => `작업 ${format.number(n)}건, 마지막 ${last}`,
  entries: (format, n) => `세부 정보, 로그 항목 ${format.number(n)}개`,
  steps: '항목',
  changesDelegation: '위임 변경',
  saved: '표시된 내용을 저장하며, 로그 항목마다 한 행이 됩니다. 결과는 Azure의 표기(영어) 그대로 저장됩니다.',
} satisfies Section<typeof original.activityGroups>;
