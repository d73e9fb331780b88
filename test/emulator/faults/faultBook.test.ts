import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chance } from './chance.ts';
import { createFaultBook } from './faultBook.ts';
import { readRules } from './readRules.ts';

const people = ['owner', 'reader'];

/** How each of the calls went: the names of the faults that struck. */
function strikes(rules: unknown, calls: readonly string[]): string[][] {
  const book = createFaultBook();
  book.add(readRules(rules, 0, people));
  return calls.map((call) => {
    const [method = '', path = '', persona] = call.split(' ');
    return book.strike(method, path, persona).map(({ name }) => name);
  });
}

const rule = (more: object): object => ({ name: 'x', route: 'GET /a', action: { kind: 'lose' }, ...more });
const calls = (count: number): string[] => Array.from({ length: count }, () => 'GET /a');
const hits = (rules: unknown, count: number): string =>
  strikes(rules, calls(count))
    .map((names) => (names.length === 0 ? '.' : 'x'))
    .join('');

describe('a fault rule', () => {
  it('strikes always, on the nth calls, or so many times', () => {
    expect(hits(rule({}), 4)).toBe('xxxx');
    expect(hits(rule({ nth: 2 }), 4)).toBe('.x..');
    expect(hits(rule({ nth: [1, 4] }), 4)).toBe('x..x');
    expect(hits(rule({ times: 2 }), 4)).toBe('xx..');
    expect(hits(rule({ nth: [2, 3, 4], times: 2 }), 4)).toBe('.xx.');
  });

  it('counts only the calls it is about', () => {
    const made = strikes(rule({ nth: 2, persona: 'owner' }), [
      'GET /a owner',
      'GET /a reader',
      'PUT /a owner',
      'GET /a owner',
    ]);
    expect(made).toEqual([[], [], [], ['x']]);
  });

  it('is one of several: each that is due strikes, in their order', () => {
    expect(strikes([rule({ name: 'slow' }), rule({ nth: 2, name: 'lost' })], calls(2))).toEqual([
      ['slow'],
      ['slow', 'lost'],
    ]);
  });

  it('strikes the same calls again with the same seed, and about as often as it should', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0, max: 1, noNaN: true }), (seed, probability) => {
        const made = hits(rule({ seed: seed >>> 0, probability }), 400);
        expect(hits(rule({ seed: seed >>> 0, probability }), 400)).toBe(made);
        const share = made.replaceAll('.', '').length / 400;
        expect(Math.abs(share - probability)).toBeLessThan(0.15);
      }),
    );
  });

  it('draws other lots with another seed', () => {
    expect(hits(rule({ seed: 1, probability: 0.5 }), 64)).not.toBe(hits(rule({ seed: 2, probability: 0.5 }), 64));
  });

  it('lists what it did', () => {
    const book = createFaultBook();
    book.add(readRules(rule({ nth: 2 }), 0, people));
    book.strike('GET', '/a', undefined);
    book.strike('GET', '/a', undefined);
    book.strike('GET', '/b', undefined);
    expect(book.list()).toMatchObject([{ matched: 2, struck: 1 }]);
    book.clear();
    expect(book.list()).toEqual([]);
  });
});

describe('chance', () => {
  it('lies in [0, 1)', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(), (seed, count) => {
        const draw = chance(seed, count);
        expect(draw >= 0 && draw < 1).toBe(true);
      }),
    );
  });
});

describe('reading fault rules', () => {
  it('names rules that have no name', () => {
    const action = { kind: 'delay', ms: 5 };
    expect(
      readRules(
        [
          { route: 'GET /a', action },
          { route: 'GET /b', action },
        ],
        3,
        people,
      ),
    ).toMatchObject([{ name: 'fault 4', seed: 1, action: { kind: 'delay', ms: 5, jitterMs: 0 } }, { name: 'fault 5' }]);
  });

  it.each([
    [{}, "'route' must be text"],
    [{ route: '/a', action: { kind: 'lose' } }, 'is not a route'],
    [{ route: 'GET /a' }, "'action' must be a JSON object"],
    [{ route: 'GET /a', action: { kind: 'explode' } }, 'Known: error, throttle'],
    [{ route: 'GET /a', action: { kind: 'lose', ms: 5 } }, "has no field 'ms'"],
    [{ route: 'GET /a', action: { kind: 'lose', when: 'later' } }, 'beforeCommit, afterCommit'],
    [{ route: 'GET /a', action: { kind: 'error', status: 200, code: 'X' } }, 'from 400 to 599'],
    [{ route: 'GET /a', action: { kind: 'error', status: 500 } }, "'code' must be text"],
    [
      { route: 'GET /a', action: { kind: 'error', status: 500, code: 'X', headers: { a: 1 } } },
      'whose values are text',
    ],
    [{ route: 'GET /a', action: { kind: 'meanwhile', persona: 'bob', method: 'PUT', path: '/' } }, 'owner, reader'],
    [{ route: 'GET /a', nth: 0, action: { kind: 'lose' } }, "'nth'"],
    [{ route: 'GET /a', nth: [0], action: { kind: 'lose' } }, "'nth'"],
    [{ route: 'GET /a', probability: 2, action: { kind: 'lose' } }, 'from 0 to 1'],
    [{ route: 'GET /a', persona: 'bob', action: { kind: 'lose' } }, 'owner, reader'],
    [{ route: 'GET /a', often: true, action: { kind: 'lose' } }, "has no field 'often'"],
  ])('%o is refused: %s', (sent, said) => {
    expect(() => readRules(sent, 0, people)).toThrow(said);
  });
});
