import { idKey, parseScope } from '../../src/domain/ids.ts';
import type { Delegation, OfferContent } from '../../src/domain/offer.ts';

interface Given {
  readonly delegation: Delegation;
  readonly content: OfferContent;
}

interface Loss {
  readonly delegation: string;
  readonly copy: string;
  /** From then on the access is gone. */
  readonly at: number;
  /** The copy was written again after that. */
  copyAgain: boolean;
}

/**
 * What taking one delegation away takes from others: the same principal's same role, given by the same managing tenant on an
 * overlapping scope. It comes back once the copy and then the delegation are written again.
 * https://learn.microsoft.com/azure/lighthouse/how-to/remove-delegation
 */
export class AccessModel {
  #losses: Loss[] = [];

  /** The delegation will be gone at that time. */
  taken(one: Given, others: readonly Given[], at: number): void {
    for (const other of others) {
      if (one.content.managedByTenantId !== other.content.managedByTenantId) continue;
      if (!isWithin(one.delegation.scope, other.delegation.scope)) continue;
      const shares = one.content.authorizations.some((a) =>
        other.content.authorizations.some((b) => a.principalId === b.principalId && a.roleId === b.roleId),
      );
      const { id, copyId } = other.delegation;
      if (shares) this.#losses.push({ delegation: idKey(id), copy: idKey(copyId), at, copyAgain: false });
    }
  }

  copyWritten(id: string, now: number): void {
    for (const loss of this.#losses) loss.copyAgain ||= loss.copy === idKey(id) && now >= loss.at;
  }

  delegationWritten(id: string): void {
    this.#losses = this.#losses.filter((loss) => loss.delegation !== idKey(id) || !loss.copyAgain);
  }

  isWhole(id: string, now: number): boolean {
    return !this.#losses.some(({ delegation, at }) => delegation === idKey(id) && now >= at);
  }
}

function isWithin(one: string, other: string): boolean {
  const a = parseScope(one);
  const b = parseScope(other);
  if (a?.subscriptionId !== b?.subscriptionId) return false;
  return !a?.resourceGroup || !b?.resourceGroup || idKey(one) === idKey(other);
}
