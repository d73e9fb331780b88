import { v4 as uuid } from 'uuid';
import type { Surroundings } from '../domain/port.ts';
import { createPacer } from './pacer.ts';

/** Time, chance and hashing of this device. */
export function browserSurroundings(): Surroundings {
  const pacer = createPacer();
  return {
    now: () => Date.now(),
    wait: (ms) => pacer.wait(ms),
    random: () => Math.random(),
    newId: () => uuid(),
    async sha256(text) {
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
      return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
    },
  };
}
