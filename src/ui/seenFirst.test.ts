import { describe, expect, it } from 'vitest';
import { seenFirst, type ListPosition } from './seenFirst.ts';

/** A list of rows, 10 px each, of which 10 are seen and 3 on each side stand ready. Answers the first and the last that is drawn. */
function list() {
  const seen = seenFirst();
  let scrollOffset = 0;
  const draw = (isScrolling: boolean) => {
    const startIndex = scrollOffset / 10;
    const endIndex = startIndex + 9;
    const from = Math.max(0, startIndex - 3);
    const items = Array.from({ length: endIndex + 4 - from }, (_, n) => ({ index: from + n }));
    const position: ListPosition = { range: { startIndex, endIndex }, isScrolling, scrollOffset };
    const drawn = seen.choose(items, position);
    seen.drew(drawn, position);
    return [drawn[0]?.index, drawn.at(-1)?.index];
  };
  return {
    move(to: number) {
      scrollOffset = to;
      return draw(true);
    },
    again: () => draw(true),
    rest: () => draw(false),
  };
}

describe('what a long list draws', () => {
  it('is what is seen and what comes next, at rest and while it moves little by little', () => {
    const { move, rest } = list();
    expect(rest()).toEqual([0, 12]);
    expect(move(50)).toEqual([2, 17]);
    expect(move(170)).toEqual([14, 29]);
    expect(move(80)).toEqual([5, 20]);
    expect(rest()).toEqual([5, 20]);
  });

  it('is only what is seen after a jump, also once the heights are known, until it stands still', () => {
    const { move, again, rest } = list();
    rest();
    expect(move(500)).toEqual([50, 59]);
    expect(again()).toEqual([50, 59]);
    expect(move(100)).toEqual([10, 19]);
    expect(rest()).toEqual([7, 22]);
  });

  it('is what comes next as well as soon as it moves on from there', () => {
    const { move, rest } = list();
    rest();
    expect(move(9000)).toEqual([900, 909]);
    expect(move(9010)).toEqual([898, 913]);
  });

  it('is everything as long as nobody knows what is seen', () => {
    const items = [{ index: 0 }];
    expect(seenFirst().choose(items, { range: null, isScrolling: true, scrollOffset: 0 })).toBe(items);
  });
});
