import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOfActive, type Activation, type ActivationState } from './activation.ts';
import { roleId } from './ids.ts';

const owner = roleId('8e3af657-a8ff-443c-a75c-2fe8c4bcb635');
const at = (ms: number) => new Date(ms).toISOString();

function activation(state: ActivationState, endsAt?: number): Activation {
  return {
    name: 'one',
    scope: '/subscriptions/x',
    roleId: owner,
    state,
    ...(endsAt !== undefined && { endsAt: at(endsAt) }),
  };
}

describe('the end of what is active', () => {
  it.each([
    ['nothing', [], undefined],
    ['what never came into force, or is over', [activation('pending', 50), activation('over', 60)], undefined],
    ['one without an end', [activation('active')], undefined],
    ['the first that is still to come', [activation('active', 300), activation('active', 200)], 200],
    ['not one that has ended, while another goes on', [activation('active', 50), activation('active', 200)], 200],
    ['not one that ends at this moment', [activation('active', 100), activation('active', 200)], 200],
    ['the last, where all have ended', [activation('active', 50), activation('active', 70)], 70],
  ])('%s', (_, activations, expected) => {
    expect(endOfActive(activations, 100)).toBe(expected);
  });

  it('is to come exactly as long as something active has not ended', () => {
    const some = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 200 }), (ends, now) => {
        const end = endOfActive(
          ends.map((each) => activation('active', each)),
          now,
        );
        expect(ends).toContain(end);
        expect((end ?? 0) > now).toBe(ends.some((each) => each > now));
      }),
    );
  });
});
