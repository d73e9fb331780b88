import { lazy, useState, type ComponentType } from 'react';

/** Brings the code of a page. */
export type Load = () => Promise<{ readonly default: ComponentType }>;

/** A page with code of its own. */
export type Page = ComponentType & {
  /** Brings its code, so that the page is drawn at once. */
  readonly bring: Load;
};

const loads: Load[] = [];

/** A page with code of its own, loaded when it is first shown or when there is nothing else to do. */
export function page(load: Load): Page {
  let brought: ComponentType | undefined;
  const bring: Load = async () => {
    const code = await load();
    brought = code.default;
    return code;
  };
  loads.push(bring);
  const Later = lazy(bring);
  // What is lazy waits for its promise also where the code has long been there.
  function PageOfItsOwn() {
    const [Shown] = useState(() => brought ?? Later);
    return <Shown />;
  }
  return Object.assign(PageOfItsOwn, { bring });
}

/**
 * Loads the code of all pages, one after the other, each when the browser is idle: a page then opens at once, and still
 * after an upgrade of the site has taken its file away. Stops where a file does not come; the page itself will say so.
 * People who asked their browser to save data are left alone.
 */
export async function loadPagesWhenIdle(idle: () => Promise<void> = browserIsIdle): Promise<void> {
  if ((navigator as { connection?: { saveData?: boolean } }).connection?.saveData) return;
  for (const load of loads) {
    await idle();
    // Browsers remember that a module did not come.
    if (!navigator.onLine) return;
    try {
      await load();
    } catch {
      return;
    }
  }
}

/** https://developer.mozilla.org/docs/Web/API/Window/requestIdleCallback - not every browser has it. */
function browserIsIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve());
    else setTimeout(resolve, 500);
  });
}
