import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ChangeItem } from '../../domain/changeSet.ts';
import { subscriptionId, subscriptionScope } from '../../domain/ids.ts';
import type { ItemRun, ItemStatus } from '../../domain/run.ts';
import { catalog as t } from '../../text/en/catalog.ts';
import { formatFor } from '../../text/format.ts';
import { TextProvider } from '../../text/TextContext.tsx';
import { RunPicture } from './RunMap.tsx';

const id = (n: number) => subscriptionId(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
const ways = ['done', 'already', 'failed', 'waiting'] as const;

/** A run of so many scopes in forty management groups, a quarter of them each way along. */
function draw(scopes: number): HTMLElement {
  const format = formatFor('en');
  const each = Array.from({ length: scopes }, (_, n) => n);
  // Of an item, a picture needs no more than where it is, and of a run how it stands.
  const items = each.map(
    (n) =>
      ({
        does: 'delegate',
        scope: { id: subscriptionScope(id(n)), name: `S${n}`, subscriptionId: id(n) },
      }) as ChangeItem,
  );
  const runs = each.map((n): ItemRun => ({ status: { state: ways[n % 4] } as ItemStatus, attempts: [] }));
  const groupOf = (name: string) => ({ name, displayName: name });
  const subscriptions = each.map((n) => ({
    subscriptionId: id(n),
    managementGroups: [groupOf('Root'), groupOf(`Zone ${n % 5}`), groupOf(`Zone ${n % 5} part ${n % 40}`)],
  }));
  const place = document.body.appendChild(document.createElement('div'));
  flushSync(() =>
    createRoot(place).render(
      <TextProvider text={{ language: 'en', t, format, setLanguage: () => undefined }}>
        <RunPicture items={items} runs={runs} subscriptions={subscriptions} />
      </TextProvider>,
    ),
  );
  return place;
}

beforeEach(() => (document.body.innerHTML = ''));

describe('the picture of a run', () => {
  it('has a square for each of a few scopes, with its name and how it stands', () => {
    const titles = [...draw(40).querySelectorAll('[title]')].map((square) => square.getAttribute('title'));
    expect(titles).toHaveLength(40);
    expect(titles).toEqual(expect.arrayContaining(['S0: Done', 'S1: Done', 'S2: Failed', 'S3: Waiting']));
  });

  it('of five thousand is a line with a bar for each management group, and the numbers add up', () => {
    const place = draw(5000);
    expect(place.querySelectorAll('[title]')).toHaveLength(0);
    const numbers = [...place.textContent.matchAll(/([\d,]+) of ([\d,]+) finished, ([\d,]+) failed/g)].map((found) =>
      found.slice(1).map((number) => Number(number.replace(',', ''))),
    );
    expect(numbers).toHaveLength(5);
    const sums = [0, 1, 2].map((at) => numbers.reduce((sum, line) => sum + (line[at] ?? 0), 0));
    expect(sums).toEqual([3750, 5000, 1250]);
    expect(place.querySelectorAll('*').length).toBeLessThan(200);
  });

  it('is not drawn of a single scope', () => {
    expect(draw(1).textContent).toBe('');
  });
});
