import type * as original from '../en/roleEnds.ts';
import type { Section } from '../types.ts';

export const roleEnds = {
  about: (minutes) => `약 ${minutes}`,
  underAMinute: '1분 미만',
  before: {
    enough: (time) => `이 실행의 예상 소요 시간은 ${time}입니다. 역할은 그보다 오래 유지됩니다.`,
    close: (time) => `이 실행의 예상 소요 시간은 ${time}입니다. Azure에서 더 오래 걸릴 수 있으므로 시간이 빠듯합니다.`,
    tooShort: (time, end) =>
      `이 실행의 예상 소요 시간은 ${time}입니다. 지금 시작하면 역할이 끝난 뒤인 ${end}쯤에 끝납니다.`,
  },
  during: {
    enough: (time) => `남은 작업의 예상 소요 시간은 ${time}입니다. 역할은 그보다 오래 유지됩니다.`,
    close: (time) =>
      `남은 작업의 예상 소요 시간은 ${time}입니다. Azure에서 더 오래 걸릴 수 있으므로 시간이 빠듯합니다.`,
    tooShort: (time, end) => `남은 작업의 예상 소요 시간은 ${time}입니다. 역할이 끝난 뒤인 ${end}쯤에 끝납니다.`,
  },
  ended: (time) => `활성화한 역할이 ${time}에 끝났습니다`,
  endedWhat: {
    before: '시작하기 전에 역할을 다시 활성화하세요.',
    during:
      '아직 처리하지 못한 항목은 Azure에서 거부되어 실패로 표시됩니다. 역할을 다시 활성화한 뒤 나머지를 다시 시도할 수 있습니다.',
  },
  missed:
    '역할이 끝날 때까지 처리하지 못한 항목은 Azure에서 거부되어 실패로 표시됩니다. 역할을 다시 활성화한 뒤 나머지를 다시 시도할 수 있습니다.',
} satisfies Section<typeof original.roleEnds>;
