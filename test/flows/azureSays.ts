import type { World } from './harness.ts';

/** The scopes that are delegated in the emulated Azure, whoever did it, sorted. */
export function delegationsIn({ emulator }: Pick<World, 'emulator'>): readonly string[] {
  return [...emulator.context.world.assignments.values()].map(({ scope }) => scope).toSorted();
}

/** The subscriptions that hold a copy of an offer in the emulated Azure, sorted. */
export function copiesIn({ emulator }: Pick<World, 'emulator'>): readonly string[] {
  const copies = [...emulator.context.world.definitions.values()];
  return copies.map(({ subscriptionId }) => `/subscriptions/${subscriptionId}`).toSorted();
}
