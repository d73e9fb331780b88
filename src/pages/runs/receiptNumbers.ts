import type { KeptReceipt } from '../../domain/guardrailReceipt.ts';
import type { Receipt } from '../../domain/receipt.ts';
import type { Catalog } from '../../text/en/catalog.ts';
import type { Format } from '../../text/format.ts';

/** What a run came to, in one line. */
export function receiptSummary(receipt: KeptReceipt, t: Catalog, format: Format): string {
  if (receipt.kind === 'guardrail') return t.guardrailReview.outcome[receipt.outcome];
  const { kind, scopes } = receipt;
  const words = kind === 'delegate' ? t.receipt.summary : t.change.summary[kind];
  return words(format, givenBy(receipt), scopes.length);
}

/** How many of the chosen scopes are as they were to be: by this run, before it, or with their subscription. */
function givenBy({ summary, scopes }: Receipt): number {
  const there = new Set(
    scopes.filter(({ outcome }) => outcome === 'done' || outcome === 'already').map(({ id }) => id),
  );
  const covered = scopes.filter(({ coveredBy }) => coveredBy !== undefined && there.has(coveredBy)).length;
  return summary.done + summary.already + covered;
}
