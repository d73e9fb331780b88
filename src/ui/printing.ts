import { useSyncExternalStore } from 'react';

/*
 * Whether the page is being put on paper. A browser's own menu tells just before it takes the page; what is drawn for
 * paper must be there by then. When we print ourselves, it is drawn first.
 */

let printing = false;
const listeners = new Set<() => void>();

function tell(now: boolean): void {
  printing = now;
  for (const listener of listeners) listener();
}

const begin = () => tell(true);
const end = () => tell(false);

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
    printing = false;
  };
}

/** Whether the page is being put on paper now. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => printing);
}

/** Prints the page as it is drawn for paper. */
export function printPage(): void {
  begin();
  setTimeout(() => window.print(), 0);
}
