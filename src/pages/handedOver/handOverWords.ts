import { isOver, type RunState } from '../../domain/run.ts';
import type { KeptHandOver } from '../../storage/handOvers.ts';
import type { Catalog } from '../../text/en/catalog.ts';
import type { Format } from '../../text/format.ts';
import { providerName } from '../shared/offerNames.ts';

/** Whom a change set is about. */
export function providerOf({ changeSet: { offer } }: Pick<KeptHandOver, 'changeSet'>): string {
  return providerName({ ...offer, managedByTenantId: offer.content.managedByTenantId });
}

/** What a change set is about, as a number of things: `14 scopes`. */
export function amountOf({ changeSet }: Pick<KeptHandOver, 'changeSet'>, t: Catalog, format: Format): string {
  const { kind, items } = changeSet;
  return kind === 'delegate' ? t.common.scopes(format, items.length) : t.change.steps(format, items.length);
}

/** Where it is: with Azure, being read back, or over. */
export type Stage = 'azure' | 'reading' | 'ended';

export function stageOf(state: RunState): Stage {
  if (isOver(state)) return 'ended';
  // Of what was refused nothing more comes; the rest is through with Azure.
  const settled: ReadonlySet<string> = new Set(['confirming', 'failed', 'stopped']);
  const busy = state.items.some(({ status }) => !settled.has(status.state));
  return busy ? 'azure' : 'reading';
}
