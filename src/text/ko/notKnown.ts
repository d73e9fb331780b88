import type * as original from '../en/notKnown.ts';
import type { Section } from '../types.ts';

export const notKnown = {
  actions: '이 앱이 알지 못하는 작업이므로 매우 강한 권한으로 간주합니다:',
  more: (format, n) => `외 ${format.number(n)}개`,
} satisfies Section<typeof original.notKnown>;
