import { vi } from 'vitest';

/** From now on, and until the test ends, the tab takes nothing more. */
export function fillTab(): void {
  vi.stubGlobal('sessionStorage', {
    getItem: () => null,
    removeItem: () => undefined,
    clear: () => undefined,
    setItem() {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    },
  });
}
