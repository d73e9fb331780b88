import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resourceGroup, subscription } from '../../../test/domain/offers.ts';
import { idKey } from '../../domain/ids.ts';
import type { Readiness } from '../../domain/readiness.ts';
import { matchesFilter, type ScopeFilter } from '../../domain/scopeFilter.ts';
import { coveredBy, isChosen, selectionOf } from '../../domain/selection.ts';
import type { ResourceGroup, Scope } from '../../domain/scope.ts';
import {
  addableRows,
  blockOf,
  choiceOf,
  countAddable,
  countChosen,
  countTabs,
  createFinder,
  drawnRows,
  groupsIn,
  tabs,
  underTab,
} from './scopeBlocks.ts';
import { listedScope, type ListedScope } from './scopeRows.ts';

const verdicts: Readonly<Record<string, Readiness>> = {
  ready: { state: 'ready', warnings: [] },
  register: { state: 'needsRegistration', warnings: [] },
  notChecked: { state: 'notChecked' },
  unknown: { state: 'unknown', problem: { code: 'azureDown' } },
};
const verdict = fc.constantFrom(...Object.values(verdicts));
const names = ['web', 'data', 'rg-prod'];

/** Lists of a few subscriptions with a few groups, a filter, and what is chosen of it. */
const lists = fc
  .record({
    subscriptions: fc.array(
      fc.record({ verdict, groups: fc.array(verdict, { maxLength: 3 }), read: fc.boolean(), open: fc.boolean() }),
      { maxLength: 5 },
    ),
    filter: fc.constantFrom<ScopeFilter>({}, { text: 'web' }, { text: 'Subscription 2' }, { state: 'ready' }),
    tab: fc.constantFrom(...tabs),
    chosen: fc.array(fc.nat(30), { maxLength: 6 }),
  })
  .map(({ subscriptions, filter, tab, chosen }) => {
    const blocks = subscriptions.map(({ verdict: own, groups, read }, n) => {
      const row = listed(subscription(n + 1), n, own);
      const inside = groups.map((one, g) => listed(resourceGroup(n + 1, names[g] ?? ''), n, one));
      return blockOf(row, read ? { state: 'known', value: [] } : undefined, () => inside);
    });
    const rows = blocks.flatMap((block) => [block.row, ...groupsIn(block)]);
    const selection = selectionOf(chosen.flatMap((at) => rows[at]?.scope.id ?? []));
    const open = new Set(subscriptions.flatMap((it, n) => (it.open ? [subscription(n + 1).subscriptionId] : [])));
    return { blocks, rows, filter, tab, selection, open };
  });

function listed(scope: Scope, n: number, own: Readiness): ListedScope {
  return listedScope(scope, subscription(n + 1), own);
}

const ids = (rows: readonly ListedScope[]) => rows.map(({ scope }) => scope.id);

describe('a list worked out subscription by subscription', () => {
  it('says of every row what asking each row by itself would say', () =>
    fc.assert(
      fc.property(lists, ({ blocks, rows, filter, tab, selection, open }) => {
        const find = createFinder(filter);
        const found = rows.filter((row) => matchesFilter(row, filter));
        const stateOf = (row: ListedScope) => (row.readiness === 'unknown' ? 'notChecked' : row.readiness);

        const counts = countTabs(blocks, find);
        expect(counts.all).toBe(found.length);
        for (const name of tabs.slice(1, -1))
          expect(counts[name]).toBe(found.filter((row) => stateOf(row) === name).length);

        const shown = found.filter(
          (row) => tab === 'all' || (tab === 'selected' ? isChosen(selection, row.scope.id) : stateOf(row) === tab),
        );
        const drawn = drawnRows(blocks, underTab(tab, selection, find), open).filter((row) => row.kind === 'scope');
        const isOpen = ({ subscription: { subscriptionId } }: ListedScope) => open.has(subscriptionId);
        const groups = shown.filter((row) => row.scope.kind === 'resourceGroup' && isOpen(row));
        expect(ids(drawn.filter(({ scope }) => scope.kind === 'resourceGroup'))).toEqual(ids(groups));
        // A subscription that was not looked for stands above its groups that were.
        const above = rows.filter(
          (row) =>
            row.scope.kind === 'subscription' &&
            (shown.includes(row) || groups.some((one) => one.subscription.id === row.scope.id)),
        );
        expect(ids(drawn.filter(({ scope }) => scope.kind === 'subscription'))).toEqual(ids(above));

        const addable = found.filter(
          (row) =>
            ['ready', 'needsRegistration'].includes(row.readiness) &&
            !isChosen(selection, row.scope.id) &&
            coveredBy(selection, row.scope.id) === undefined,
        );
        const choice = choiceOf(selection);
        const { subscriptions, groups: alone } = addableRows(blocks, find, choice);
        expect(countAddable(blocks, find, choice)).toEqual({
          subscriptions: subscriptions.length,
          groups: alone.length,
        });
        expect([...ids(subscriptions), ...ids(alone)].sort()).toEqual([...ids(addable)].sort());

        const effective = rows.filter(
          (row) => isChosen(selection, row.scope.id) && coveredBy(selection, row.scope.id) === undefined,
        );
        const ready = effective.filter(({ readiness }) => readiness === 'ready').length;
        const register = effective.filter(({ readiness }) => readiness === 'needsRegistration').length;
        expect(countChosen(blocks, choice)).toEqual({ ready, register, others: 0 });
        expect(choice.chosen).toBe(effective.length);
      }),
    ));

  it('keeps the block of a subscription until something in it is another', () => {
    const row = listed(subscription(1), 0, { state: 'ready', warnings: [] });
    const groups: readonly ResourceGroup[] = [resourceGroup(1, 'web')];
    const judged = (all: readonly ResourceGroup[]) =>
      all.map((one) => listed(one, 0, { state: 'ready', warnings: [] }));
    const block = blockOf(row, { state: 'known', value: groups }, judged);
    expect(groupsIn(block)).toHaveLength(1);
    expect(blockOf(row, { state: 'known', value: groups }, judged)).toBe(block);
    expect(blockOf(row, { state: 'known', value: [...groups] }, judged)).not.toBe(block);
    expect(blockOf(row, undefined, judged).inside).toBeUndefined();
    expect(row.key).toBe(idKey(subscription(1).id));
  });
});
