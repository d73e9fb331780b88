import { Suspense } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, test, vi } from 'vitest';
import type { Load } from './page.tsx';
import { soon } from '../../test/soon.ts';

const Nothing = () => null;
const came = () => vi.fn<Load>(async () => ({ default: Nothing }));

afterEach(() => vi.resetModules());

async function pagesOf(...loads: Load[]) {
  vi.resetModules();
  const { page, loadPagesWhenIdle } = await import('./page.tsx');
  for (const load of loads) page(load);
  return loadPagesWhenIdle;
}

test('pages are loaded one after the other, each once the browser is idle', async () => {
  const [one, two] = [came(), came()];
  const loadPagesWhenIdle = await pagesOf(one, two);
  const idle: (() => void)[] = [];
  const all = loadPagesWhenIdle(() => new Promise((resolve) => idle.push(resolve)));
  expect(one).not.toHaveBeenCalled();
  idle.shift()?.();
  await soon(() => expect(idle).toHaveLength(1));
  expect([one.mock.calls.length, two.mock.calls.length]).toEqual([1, 0]);
  idle.shift()?.();
  await all;
  expect(two).toHaveBeenCalledOnce();
});

test('a file that does not come ends it without an error, and nothing is asked for without a network', async () => {
  const after = came();
  const failing = await pagesOf(async () => Promise.reject(new Error('gone')), after);
  await failing(async () => {});
  expect(after).not.toHaveBeenCalled();

  const page = came();
  const offline = await pagesOf(page);
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  await offline(async () => {});
  expect(page).not.toHaveBeenCalled();
});

test('who saves data is left alone', async () => {
  const page = came();
  const loadPagesWhenIdle = await pagesOf(page);
  vi.stubGlobal('navigator', { onLine: true, connection: { saveData: true } });
  await loadPagesWhenIdle(async () => {});
  expect(page).not.toHaveBeenCalled();
});

test('a page whose code is there is drawn at once; one whose code did not come is asked for again when it is shown', async () => {
  const { page } = await import('./page.tsx');
  const drawn = async (Page: ReturnType<typeof page>) => {
    const place = document.createElement('div');
    const root = createRoot(place);
    flushSync(() =>
      root.render(
        <Suspense fallback="loading">
          <Page />
        </Suspense>,
      ),
    );
    const first = place.textContent;
    await soon(() => expect(place.textContent).toBe('here'));
    root.unmount();
    return first;
  };
  const Here = () => 'here';
  const there = page(async () => ({ default: Here }));
  await there.bring();
  expect(await drawn(there)).toBe('here');

  const load = vi.fn<Load>(async () => ({ default: Here }));
  load.mockRejectedValueOnce(new Error('gone'));
  const late = page(load);
  await expect(late.bring()).rejects.toThrow('gone');
  expect(await drawn(late)).toBe('loading');
  expect(load).toHaveBeenCalledTimes(2);
});
