import type { Receipt } from '../../domain/receipt.ts';

/** How many of the chosen scopes are delegated now: by this run, before it, or with their subscription. */
export function givenBy({ summary, scopes }: Receipt): number {
  const there = new Set(
    scopes.filter(({ outcome }) => outcome === 'done' || outcome === 'already').map(({ id }) => id),
  );
  const covered = scopes.filter(({ coveredBy }) => coveredBy !== undefined && there.has(coveredBy)).length;
  return summary.done + summary.already + covered;
}
