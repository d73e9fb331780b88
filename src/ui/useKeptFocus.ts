import { useEffect, type RefObject } from 'react';

/** What the focus goes to where a thing within it is gone: it is read as a whole, and Tab goes on from there. */
const holders = '[role=row], [role=group]';

/**
 * Keeps the focus near where a person works: what they press may be gone once it is done, such as the button of a row, and
 * the focus with it. Nothing that can be pressed takes it: a key pressed twice must not do something else.
 */
export function useKeptFocus(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const within = place.current;
    if (!within) return undefined;
    let last: Element | undefined;
    let around: readonly Element[] = [];
    const remember = ({ target }: FocusEvent) => {
      last = target instanceof Element ? target : undefined;
      around = holdersOf(last);
    };
    const forget = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget) last = undefined;
    };
    const observer = new MutationObserver(() => {
      if (!last || last.isConnected || document.activeElement !== document.body) return;
      last = undefined;
      const holder = around.find((element) => element.isConnected);
      if (holder instanceof HTMLElement) hold(holder);
    });
    within.addEventListener('focusin', remember);
    within.addEventListener('focusout', forget);
    observer.observe(within, { childList: true, subtree: true });
    return () => {
      within.removeEventListener('focusin', remember);
      within.removeEventListener('focusout', forget);
      observer.disconnect();
    };
  }, [place]);
}

/** The nearest first. */
function holdersOf(element: Element | undefined): readonly Element[] {
  const holder = element?.parentElement?.closest(holders);
  return holder ? [holder, ...holdersOf(holder)] : [];
}

function hold(holder: HTMLElement): void {
  holder.tabIndex = -1;
  holder.addEventListener('blur', () => holder.removeAttribute('tabindex'), { once: true });
  // Who has scrolled on meanwhile is not taken back.
  holder.focus({ preventScroll: true });
}
