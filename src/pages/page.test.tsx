import { afterEach, expect, test, vi } from 'vitest';
import type { Load } from './page.ts';

const Nothing = () => null;
const came = () => vi.fn<Load>(async () => ({ default: Nothing }));

afterEach(() => vi.resetModules());

async function pagesOf(...loads: Load[]) {
  vi.resetModules();
  const { page, loadPagesWhenIdle } = await import('./page.ts');
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
  await vi.waitFor(() => expect(idle).toHaveLength(1));
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
