import { createHash } from 'node:crypto';

/** A valid GUID made from a label: the same label gives the same GUID in every run. */
export function guidOf(label: string): string {
  const hash = createHash('sha1').update(label).digest('hex');
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 0x3) | 0x8).toString(16);
  const third = `5${hash.slice(13, 16)}`;
  const fourth = `${variant}${hash.slice(17, 20)}`;
  return [hash.slice(0, 8), hash.slice(8, 12), third, fourth, hash.slice(20, 32)].join('-');
}

/**
 * A valid GUID that a person can read and type: `readableGuid('5a', 3)` is `5a000003-0000-4000-8000-000000000003`.
 * `prefix` is hexadecimal and `n` is printed in decimal.
 */
export function readableGuid(prefix: string, n: number): string {
  const number = String(n);
  return `${prefix}${number.padStart(8 - prefix.length, '0')}-0000-4000-8000-${number.padStart(12, '0')}`;
}
