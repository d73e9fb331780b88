import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Context } from '../context.ts';
import { ask, rowsOf, testContext, type TestAnswer } from './testing/ask.ts';
import { registered } from './testing/names.ts';

const path = `/subscriptions/${registered}/resourceGroups?api-version=2021-04-01`;

function withGroups(count: number, pageSize: number): Context {
  const context = testContext();
  context.world.pageSize = pageSize;
  const names = Array.from({ length: count }, (_, index) => `rg-${index}`);
  const rows = names.map((name) => [name, { subscriptionId: registered, name, location: 'x', tags: {} }] as const);
  context.world.resourceGroups.set(registered, new Map(rows));
  return context;
}

const namesOf = (answer: TestAnswer): unknown[] => rowsOf(answer).map((row) => row['name']);

async function pagesOf(context: Context, first: string): Promise<unknown[][]> {
  const pages: unknown[][] = [];
  for (let next: unknown = first; typeof next === 'string';) {
    const answer: TestAnswer = await ask(context, 'owner', 'GET', next);
    pages.push(namesOf(answer));
    next = answer.body['nextLink'];
  }
  return pages;
}

describe('a list', () => {
  it('gives every row once, however many pages it takes, and no link on the last', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(12), fc.integer({ min: 1, max: 5 }), async (count, pageSize) => {
        const pages = await pagesOf(withGroups(count, pageSize), path);
        expect(pages).toHaveLength(Math.max(1, Math.ceil(count / pageSize)));
        expect(pages.flat().toSorted()).toEqual(Array.from({ length: count }, (_, index) => `rg-${index}`).toSorted());
      }),
    );
  });

  it('comes in another order every time, but in the same ones for the same seed', async () => {
    const [one, two] = [withGroups(20, 20), withGroups(20, 20)];
    const first = await ask(one, 'owner', 'GET', path);
    const second = await ask(one, 'owner', 'GET', path);
    expect(namesOf(second)).not.toEqual(namesOf(first));
    expect(namesOf(await ask(two, 'owner', 'GET', path))).toEqual(namesOf(first));
    expect(namesOf(await ask(two, 'owner', 'GET', path))).toEqual(namesOf(second));
  });

  it('neither hides nor repeats a row when others come and go between two pages', async () => {
    const context = withGroups(10, 4);
    const first = await ask(context, 'owner', 'GET', path);
    const groups = context.world.resourceGroups.get(registered);
    groups?.delete(String(namesOf(first)[0]));
    groups?.set('rg-new', { subscriptionId: registered, name: 'rg-new', location: 'x', tags: {} });
    const rest = (await pagesOf(context, String(first.body['nextLink']))).flat().filter((name) => name !== 'rg-new');
    expect([...namesOf(first), ...rest].toSorted()).toEqual(
      Array.from({ length: 10 }, (_, index) => `rg-${index}`).toSorted(),
    );
  });

  it('links to the next page on the origin it was asked on, with everything that was asked', async () => {
    const link = (await ask(withGroups(3, 2), 'owner', 'GET', `http://127.0.0.1:8080${path}&$top=1`)).body['nextLink'];
    expect(link).toMatch(
      /^http:\/\/127\.0\.0\.1:8080\/subscriptions\/.+\?api-version=2021-04-01&\$top=1&\$skiptoken=[\w-]+$/,
    );
  });

  it('takes $top for smaller pages, not for larger ones', async () => {
    expect(await pagesOf(withGroups(5, 4), `${path}&$top=2`)).toHaveLength(3);
    expect(await pagesOf(withGroups(5, 4), `${path}&$top=100`)).toHaveLength(2);
    expect((await ask(withGroups(5, 4), 'owner', 'GET', `${path}&$top=0`)).status).toBe(400);
  });

  it('refuses a token it did not make', async () => {
    expect((await ask(withGroups(5, 4), 'owner', 'GET', `${path}&$skiptoken=abc`)).code).toBe('InvalidSkipToken');
  });
});
