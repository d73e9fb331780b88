import { beforeEach, expect, it } from 'vitest';
import { createBrowserTabs } from '../../test/tabs/browserTabs.ts';
import { openDatabase, type Database } from './database.ts';
import { isRunStored } from './storedRun.ts';

beforeEach(() => createBrowserTabs().useStorage());

async function keep(owner: string, ...types: readonly string[]): Promise<void> {
  const database = (await openDatabase()) as Database;
  await database.put('runs', { owner } as never);
  for (const type of types) await database.add('events', { owner, event: { type } as never });
  database.close();
}

it('nothing is stored where there was never a run, and nothing is made by looking', async () => {
  expect(await isRunStored()).toBe(false);
  expect(await indexedDB.databases()).toEqual([]);
});

it('a run that has ended is not unfinished', async () => {
  await keep('one', 'started', 'over');
  await keep('two', 'started', 'over', 'retried', 'over');
  expect(await isRunStored()).toBe(false);
});

it('one that has not is, whosever it is', async () => {
  await keep('one', 'started', 'over');
  await keep('two', 'started', 'over', 'retried');
  expect(await isRunStored()).toBe(true);
});

it('a database of some other shape says nothing', async () => {
  await new Promise((done) => indexedDB.open('lighthouse', 7).addEventListener('success', done));
  expect(await isRunStored()).toBe(false);
});
