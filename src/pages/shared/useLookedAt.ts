import { useEffect, useState } from 'react';

/** Whoever scrolls past something in less time than this has not looked at it, in ms. */
export const lookedAtAfter = 200;

/**
 * Whether this has been on the page for long enough to be looked at. What only flies past asks Azure for nothing.
 * @param matters as long as it is false nothing is waited for
 */
export function useLookedAt(matters: boolean): boolean {
  const [lookedAt, setLookedAt] = useState(false);
  useEffect(() => {
    if (!matters) return undefined;
    const timer = setTimeout(() => setLookedAt(true), lookedAtAfter);
    return () => clearTimeout(timer);
  }, [matters]);
  return matters && lookedAt;
}
