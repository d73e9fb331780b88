import { describe, expect, it } from 'vitest';
import { durationsUpTo, endOfActive, missingOf, standingOf, waits } from './activation.ts';
import type { Activation, ActivationState } from './activation.ts';
import { roleId } from './ids.ts';

const wish = { minutes: 60, justification: 'CHG-1', ticketSystem: 'SNOW', ticketNumber: '1' };
const rules = { maximumMinutes: 480, justification: true, ticket: true, mfa: false, approval: false };
const role = { roleId: roleId('8e3af657-a8ff-443c-a75c-2fe8c4bcb635'), scope: '/subscriptions/A' };

function asked(state: ActivationState, day: number | undefined, over: Partial<Activation> = {}): Activation {
  return { name: `${state} ${day}`, ...role, state, ...(day !== undefined && { askedAt: `2026-01-0${day}` }), ...over };
}

describe('what is missing before a request can be sent', () => {
  it.each([
    [{}, {}, []],
    [{ justification: ' ' }, {}, ['justification']],
    [{ ticketSystem: ' ' }, {}, ['ticket']],
    [{ ticketNumber: '' }, {}, ['ticket']],
    [{ ticketNumber: ' ' }, {}, ['ticket']],
    [{ justification: '', ticketNumber: '' }, {}, ['justification', 'ticket']],
    // What no rule asks for may stay empty.
    [{ justification: '', ticketNumber: '' }, { justification: false, ticket: false }, []],
  ] as const)('%j under %j', (changed, changedRules, missing) => {
    expect(missingOf({ ...wish, ...changed }, { ...rules, ...changedRules })).toEqual(missing);
  });
});

it('offers ordinary durations up to the longest that is allowed, and that one itself', () => {
  expect(durationsUpTo(480)).toEqual([30, 60, 120, 240, 480]);
  expect(durationsUpTo(90)).toEqual([30, 60, 90]);
  expect(durationsUpTo(15)).toEqual([15]);
  expect(durationsUpTo(1440)).toEqual([30, 60, 120, 240, 480, 720, 1440]);
});

describe('where a role stands', () => {
  const state = (...activations: readonly Activation[]) => standingOf(role, activations)?.name;
  it('is what is in force, before what is waited for, before how the latest request ended', () => {
    expect(state(asked('denied', 3), asked('pending', 2), asked('active', 1))).toBe('active 1');
    expect(state(asked('denied', 3), asked('pending', 2))).toBe('pending 2');
    expect(state(asked('failed', 3), asked('applying', 1))).toBe('applying 1');
    expect(state(asked('denied', 2), asked('failed', 3), asked('over', 1))).toBe('failed 3');
    expect(state(asked('denied', undefined), asked('failed', 1))).toBe('failed 1');
  });

  it('is nothing where none was made, or the latest is over', () => {
    expect(state()).toBeUndefined();
    expect(state(asked('over', 2), asked('denied', 1))).toBeUndefined();
  });

  it('is that of this role in this scope alone', () => {
    expect(state(asked('active', 1, { scope: '/subscriptions/a' }))).toBe('active 1');
    expect(state(asked('active', 1, { scope: '/subscriptions/b' }))).toBeUndefined();
    expect(state(asked('active', 1, { roleId: roleId('other') }))).toBeUndefined();
  });
});

it('waits for what has not ended', () => {
  const states = ['active', 'applying', 'pending', 'denied', 'failed', 'over'] as const;
  expect(states.filter(waits)).toEqual(['applying', 'pending']);
});

it('ends with the first role that ends, of those that are active', () => {
  const ends = (state: ActivationState, endsAt?: string) => asked(state, 1, endsAt === undefined ? {} : { endsAt });
  const early = ends('over', '2026-01-01T00:00:00Z');
  const now = Date.UTC(2025, 11, 31);
  const active = [
    early,
    ends('active', '2026-01-03T00:00:00Z'),
    ends('active', '2026-01-02T00:00:00Z'),
    ends('active'),
  ];
  expect(endOfActive(active, now)).toBe(Date.UTC(2026, 0, 2));
  expect(endOfActive([early, ends('active')], now)).toBeUndefined();
  expect(endOfActive([], now)).toBeUndefined();
});
