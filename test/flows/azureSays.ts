import type { World } from './harness.ts';

/** The scopes that are delegated in the emulated Azure, whoever did it, sorted. */
export function delegationsIn({ emulator }: Pick<World, 'emulator'>): readonly string[] {
  return [...emulator.context.world.assignments.values()].map(({ scope }) => scope).toSorted();
}
