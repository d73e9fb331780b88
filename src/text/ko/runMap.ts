import type { runMap as original } from '../en/runMap.ts';
import type { Section } from '../types.ts';

export const runMap = {
  title: '그림으로 보는 진행 상황',
  legend: '표시의 뜻',
  standing: {
    done: '완료',
    already: '완료',
    failed: '실패',
    unknown: '확인되지 않음',
    needsYou: '확인 필요',
    working: '진행 중',
    waiting: '대기 중',
    stopped: '시작하지 않음',
  },
  finished: (format, finished, total) => `${format.number(total)}개 중 ${format.number(finished)}개 끝남`,
  everything: '관리 그룹을 알 수 없음',
} satisfies Section<typeof original>;
