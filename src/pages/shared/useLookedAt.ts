import { useEffect, useState } from 'react';

/** What a person scrolls past in less time than this has not been looked at, in ms. */
const stillFor = 200;

const waiting = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Calls back once nothing has been scrolled for a moment, unless it is taken back before: what only flies past asks Azure for
 * nothing, however slow the device is.
 */
export function onceStill(act: () => void): () => void {
  waiting.add(act);
  if (timer === undefined) {
    addEventListener('scroll', waitOn, { passive: true, capture: true });
    waitOn();
  }
  return () => void waiting.delete(act);
}

function waitOn(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    timer = undefined;
    removeEventListener('scroll', waitOn, { capture: true });
    const acts = [...waiting];
    waiting.clear();
    for (const act of acts) act();
  }, stillFor);
}

/**
 * Whether this has been looked at: it was on the page while nothing was scrolled.
 * @param matters as long as it is false nothing is waited for
 */
export function useLookedAt(matters: boolean): boolean {
  const [lookedAt, setLookedAt] = useState(false);
  useEffect(() => (matters ? onceStill(() => setLookedAt(true)) : undefined), [matters]);
  return matters && lookedAt;
}
