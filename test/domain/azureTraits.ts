import type { ScopeId } from '../../src/domain/ids.ts';
import type { OfferContent } from '../../src/domain/offer.ts';
import type { Problem } from '../../src/domain/problem.ts';
import type { WriteKind } from '../../src/domain/run.ts';

/** What this Azure is like. */
export interface AzureTraits {
  /** Whether a delegation may refer to a copy in another subscription. */
  readonly references: 'allowed' | 'refused';
  readonly registeringMs: number;
  /** How long a registered subscription goes on answering that it is not. */
  readonly propagatingMs: number;
  /** How long a delegation takes to settle, and a copy that was there before. */
  readonly settlingMs: number;
  /** How long after a write a read still finds nothing. */
  readonly hiddenMs: number;
  /** Writes to these scopes are refused, for ever, with this problem. */
  readonly refused: ReadonlyMap<ScopeId, Problem>;
  /** Delegations of these scopes are accepted and then fail. */
  readonly failing: ReadonlySet<ScopeId>;
  /** How long after its deletion was applied a delegation is still shown. */
  readonly lingerMs: number;
  /** Whether Azure refuses to delete a copy that something refers to. It does; where not, only the engine keeps it. */
  readonly guardsCopies: boolean;
}

/** One line of the activity log: a write that reached Azure, and what came of it. */
export interface AuditEntry {
  readonly kind: WriteKind;
  readonly target: string;
  readonly clientRequestId: string;
  readonly correlationId: string;
  readonly at: number;
  readonly committed: boolean;
  readonly content?: OfferContent;
}
