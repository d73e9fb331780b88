import { describe, expect, it } from 'vitest';
import { createScene } from '../../../test/azure/scene.ts';
import type { Estate } from '../../domain/estate.ts';

const never = new AbortController().signal;

/** What both sources must agree on, in one order. */
function comparable({ subscriptions, copies, delegations }: Estate) {
  const byId = <Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] =>
    items.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return {
    subscriptions: byId(subscriptions),
    copies: byId(copies),
    // Resource Graph gives neither the expanded copy nor the time.
    delegations: byId(delegations).map(({ copy: _, createdAt: __, ...rest }) => rest),
  };
}

describe('the estate', () => {
  it.each(['small', 'busy'])('is the same from Resource Graph and from plain listings: %s', async (world) => {
    const graph = await (await createScene({ world })).azure.estate(never);
    const plain = await (await createScene({ world, switches: { resourceGraph: 'refused' } })).azure.estate(never);
    expect(graph.source).toBe('resourceGraph');
    expect(plain.source).toBe('arm');
    expect(graph.problems).toEqual([]);
    expect(plain.problems).toEqual([]);
    expect(graph.subscriptions.length).toBeGreaterThan(3);
    expect(comparable(plain)).toEqual(comparable(graph));
  });
});
