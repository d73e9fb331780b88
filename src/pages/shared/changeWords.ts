import type { CannotReason, ChangeKind, Doing } from '../../domain/changeSet.ts';
import type { ReceiptOutcome } from '../../domain/receipt.ts';
import type { ItemStatus } from '../../domain/run.ts';
import type { Catalog } from '../../text/en/catalog.ts';
import type { Format } from '../../text/format.ts';
import { problemText } from '../../text/problemTexts.ts';
import type { Blocker } from '../delegate/review.ts';
import { reasonText } from './readinessWords.ts';

/** How an item of a run stands, in the words of what it does. */
export function statusWord(state: ItemStatus['state'], does: Doing, t: Catalog): string {
  switch (state) {
    case 'done':
      return t.change.done[does];
    case 'already':
      return t.change.already[does];
    case 'updating':
    case 'removing':
    case 'removingCopy':
    case 'reapplying':
      return t.change.activity[state];
    default:
      return t.run.state[state];
  }
}

/** How an entry of a receipt ended, in the words of what it did. `does`: absent where nothing was to be written. */
export function outcomeWord(outcome: ReceiptOutcome, kind: ChangeKind, does: Doing | undefined, t: Catalog): string {
  if (outcome === 'cannot') return t.change.cannot[kind];
  const doing = does ?? (kind === 'accept' ? 'delegate' : kind);
  return outcome === 'done' || outcome === 'already' ? t.change[outcome][doing] : t.receipt.outcome[outcome];
}

/** Why nothing will be written, where the change set itself says so and no blocker of the scope does. */
export function cannotWord(
  reason: Exclude<CannotReason<unknown>, { readonly code: 'blocked' }>,
  t: Catalog,
  format: Format,
): string {
  switch (reason.code) {
    case 'otherVersionDelegated':
      return reason.version === undefined
        ? t.readiness.reason.otherVersionUnknown
        : t.readiness.reason.otherVersion(reason.version);
    case 'otherVersionStored':
      return reason.version === undefined
        ? t.change.reason.otherStored
        : t.change.reason.otherVersionStored(reason.version);
    case 'managingTenantChanged':
      return t.change.reason.managingTenantChanged;
    case 'copyStillUsed':
      return t.change.reason.copyStillUsed(t.change.delegations(format, reason.by.length));
  }
}

/** Why a scope is not ready. */
export function blockerWord(blocker: Blocker, t: Catalog, format: Format): string {
  if (blocker.code === 'unchecked') return problemText(t.problems, blocker.problem).title;
  if (blocker.code === 'gone') return problemText(t.problems, { code: 'scopeNotFound' }).title;
  return reasonText(blocker, t, format);
}
