// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { tabMemory } from './tab.ts';

const session = { homeAccountId: 'a.b', tenantId: 'b' };
beforeEach(() => sessionStorage.clear());

describe('tabMemory', () => {
  it('remembers a session until it is told to forget', () => {
    tabMemory(sessionStorage).remember(session);
    expect(tabMemory(sessionStorage).session()).toEqual(session);
    tabMemory(sessionStorage).forget();
    expect(tabMemory(sessionStorage).session()).toBeUndefined();
  });

  it('tells a trip that was answered from one that was given up, and tells it once', () => {
    const memory = tabMemory(sessionStorage);
    memory.leave('stepUp');
    expect(memory.takeTrip()).toEqual({ purpose: 'stepUp', answered: false });
    memory.leave('signIn');
    expect(memory.answer()).toBe('signIn');
    expect(memory.takeTrip()).toEqual({ purpose: 'signIn', answered: true });
    expect(memory.takeTrip()).toBeUndefined();
  });

  it('knows when an answer comes to a tab that nobody left from', () => {
    expect(tabMemory(sessionStorage).answer()).toBeUndefined();
  });

  it.each(['', 'null', '[]', '{"homeAccountId":1,"tenantId":"b"}', '{"homeAccountId":"a.b"}', '{'])(
    'takes %j for no session',
    (text) => {
      sessionStorage.setItem('lighthouse.session', text);
      expect(tabMemory(sessionStorage).session()).toBeUndefined();
    },
  );

  it('lives with storage that is blocked, and says that it does not work', () => {
    const throwing = new Proxy(sessionStorage, {
      get: () => () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    for (const storage of [undefined, throwing]) {
      const memory = tabMemory(storage);
      memory.remember(session);
      memory.leave('signIn');
      expect([memory.works(), memory.session(), memory.takeTrip(), memory.answer()]).toEqual([
        false,
        undefined,
        undefined,
        undefined,
      ]);
    }
    expect(tabMemory(sessionStorage).works()).toBe(true);
    expect(sessionStorage).toHaveLength(0);
  });
});
