import type * as original from '../en/activityStatus.ts';
import type { Section } from '../types.ts';

export const activityStatus = {
  word: {
    started: '시작됨',
    accepted: '수락됨',
    inProgress: '진행 중',
    succeeded: '성공',
    failed: '실패',
    canceled: '취소됨',
    active: '활성',
    resolved: '해결됨',
  },
  asInLog: '로그에 적힌 그대로',
  missing: '로그에 없음',
  both: (word, inLog) => `${word} (${inLog})`,
} satisfies Section<typeof original.activityStatus>;
