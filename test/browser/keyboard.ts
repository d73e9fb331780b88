import type { Page } from 'playwright-core';

/** Where the focus stands: the name that assistive technology reads, roughly, and what may be wrong with the place. */
export interface Stop {
  readonly name: string;
  /** Why nobody could see what is focused; absent where they can. */
  readonly hidden?: 'nowhere' | 'covered' | 'guard';
  /** How the focus came there: where it stood, the key, and what was looked for. */
  readonly way?: string;
}

/** Moves with one key and says where the focus stands then. */
export async function press(page: Page, key: string): Promise<Stop> {
  await page.keyboard.press(key);
  return focusNow(page);
}

/** Presses a key until the focus stands on what is called so. Throws when it does not come by in `most` steps. */
export async function pressUntil(page: Page, key: string, name: string, most = 90): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  let { name: from } = await focusNow(page);
  while (stops.length < most) {
    const stop = await press(page, key);
    stops.push({ ...stop, way: `${key} from "${from}" to "${name}"` });
    from = stop.name;
    if (stop.name === name) return stops;
  }
  throw new Error(`${key} never came to "${name}", but to: ${stops.map((stop) => stop.name).join(' | ')}`);
}

/** Where the focus stands. */
export async function focusNow(page: Page): Promise<Stop> {
  // What has just been focused may still be scrolled into view.
  return page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return { name: '', hidden: 'nowhere' as const };
    const name = nameOf(element).replace(/\s+/g, ' ').trim();
    if (element.hasAttribute('data-tabster-dummy')) return { name, hidden: 'guard' as const };
    return seen(element) ? { name } : { name, hidden: 'covered' as const };

    function nameOf(named: HTMLElement): string {
      const labels = 'labels' in named ? (named as HTMLInputElement).labels : null;
      const picture = named.querySelector('[role=img][aria-label]');
      return named.ariaLabel ?? labels?.[0]?.textContent ?? picture?.ariaLabel ?? named.textContent;
    }

    /** Whether at least one of some points of it lies open. https://www.w3.org/TR/WCAG22/#focus-not-obscured-minimum */
    function seen(shown: HTMLElement): boolean {
      const { left, top, width, height } = shown.getBoundingClientRect();
      const parts = [0.1, 0.5, 0.9];
      return parts.some((x) =>
        parts.some((y) => {
          const hit = document.elementFromPoint(left + width * x, top + height * y);
          return hit !== null && (shown.contains(hit) || hit.contains(shown));
        }),
      );
    }
  });
}

/**
 * Whether focusing changes how what is focused looks. The focus is taken away for a moment to see it. Only what lies in
 * the window is compared, and only while it stays where it is: what a late layout moves is measured again.
 */
export async function showsFocus(page: Page): Promise<boolean> {
  const element = await page.evaluateHandle(() => document.activeElement as HTMLElement);
  await element.scrollIntoViewIfNeeded();
  for (let turn = 0; turn < 5; turn += 1) {
    const place = await element.evaluate(placeInView);
    if (!place) return false;
    const focused = await page.screenshot({ clip: place, animations: 'disabled' });
    await element.evaluate((it) => it.blur());
    const plain = await page.screenshot({ clip: place, animations: 'disabled' });
    await element.evaluate((it) => it.focus({ preventScroll: true }));
    const now = await element.evaluate(placeInView);
    if (JSON.stringify(now) === JSON.stringify(place)) return !focused.equals(plain);
  }
  throw new Error('What is focused never stood still.');
}

/** What of an element and the ring around it lies in the window, in CSS pixels; nothing where none of it does. */
function placeInView(element: HTMLElement) {
  const margin = 6;
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const x = Math.max(0, left - margin);
  const y = Math.max(0, top - margin);
  const width = Math.min(innerWidth, right + margin) - x;
  const height = Math.min(innerHeight, bottom + margin) - y;
  return width < 1 || height < 1 ? undefined : { x, y, width, height };
}
