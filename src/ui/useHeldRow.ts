import { useState, type FocusEvent, type RefObject } from 'react';
import { flushSync } from 'react-dom';

/**
 * Holds the row of a long list in which the focus is: it stays drawn wherever the list is scrolled. The focus would be
 * lost with it otherwise, and the next key go nowhere. `keys`: of all rows, in their order.
 */
export function useHeldRow(body: RefObject<HTMLElement | null>, keys: readonly string[]) {
  const [held, setHeld] = useState<string>();
  const boxOf = (at: number) => body.current?.querySelector<HTMLInputElement>(`[data-at="${at}"] input`);
  return {
    /** Its index, or -1. */
    heldAt: held === undefined ? -1 : keys.indexOf(held),
    onFocus({ target }: FocusEvent) {
      const at = target.closest('[data-at]')?.getAttribute('data-at');
      setHeld(at ? keys[Number(at)] : undefined);
    },
    onBlur({ currentTarget, relatedTarget }: FocusEvent) {
      if (relatedTarget && !currentTarget.contains(relatedTarget)) setHeld(undefined);
    },
    /**
     * Gives the focus to the checkbox of this row, drawn or not, before anything else happens: the key that follows, such
     * as the space bar that chooses, must meet this row and no other.
     */
    focusBox(at: number) {
      if (!boxOf(at)) flushSync(() => setHeld(keys[at]));
      boxOf(at)?.focus();
    },
  };
}
