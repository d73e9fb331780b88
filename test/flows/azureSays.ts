import { isThere } from '../emulator/arm/managedServices/references.ts';
import type { World } from './harness.ts';

/** The scopes that are delegated in the emulated Azure, whoever did it, sorted. */
export function delegationsIn({ emulator }: Pick<World, 'emulator'>): readonly string[] {
  const { world, clock } = emulator.context;
  const there = [...world.assignments.values()].filter((row) => isThere(row, clock.now()));
  return there.map(({ scope }) => scope).toSorted();
}

/** The subscriptions that hold a copy of an offer in the emulated Azure, sorted. */
export function copiesIn({ emulator }: Pick<World, 'emulator'>): readonly string[] {
  const copies = [...emulator.context.world.definitions.values()];
  return copies.map(({ subscriptionId }) => `/subscriptions/${subscriptionId}`).toSorted();
}
