/**
 * A number in [0, 1) from a seed and a count: a fresh draw for each count, the same draw for the same pair.
 * (Mixing step of the public-domain SplitMix32.)
 */
export function chance(seed: number, count: number): number {
  let state = (Math.trunc(seed) + Math.imul(count, 0x9e3779b9)) | 0;
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return ((state ^ (state >>> 16)) >>> 0) / 2 ** 32;
}
