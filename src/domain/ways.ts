import type { DelegateItem, Way } from './changeSet.ts';
import { idKey, parseCopyId } from './ids.ts';
import type { CopyId } from './ids.ts';
import { ownCopyId, ownDelegationId } from './names.ts';
import type { Offer, TemplateNames } from './offer.ts';
import { copiesToReferTo } from './offers.ts';
import { sameAccess } from './sameAccess.ts';
import type { Scope } from './scope.ts';
import type { Standing } from './standing.ts';

/**
 * The ways to hand scopes to an offer, prepared once for many scopes. By reference first, as the Azure portal does; a
 * copy only where Azure asks for one, or where there is none to refer to.
 */
export function waysTo(offer: Offer): (scope: Scope, standing: Standing) => DelegateItem['ways'] {
  const toReferTo = copiesToReferTo(offer);
  const coming = offer.copies.find((copy) => copy.provisioning === 'working' && sameAccess(copy, offer.content));
  const taken = new Set(offer.copies.filter((copy) => !sameAccess(copy, offer.content)).map(({ id }) => idKey(id)));

  return (scope, standing) => {
    // Azure would refuse a second delegation to the same copy: one that did not succeed is written again, by its id.
    if (standing.state === 'broken') {
      const { id, copyId } = standing.delegation;
      return [{ kind: isIn(scope, copyId) ? 'local' : 'reference', copyId, delegationId: id }];
    }
    const copy = toReferTo(scope.subscriptionId) ?? coming;
    const names = offer.namesAt?.(scope.id);
    const own = way('copy', scope, ownCopyId(scope.subscriptionId, offer, scope.id), names);
    if (!copy) return [own];
    if (isIn(scope, copy.id)) return [way('local', scope, copy.id, names)];
    const reference = way('reference', scope, copy.id);
    // Another version under the own name serves other delegations: overwriting it is an update, and reviewed as one.
    return taken.has(idKey(own.copyId)) ? [reference] : [reference, own];
  };
}

function way(kind: Way['kind'], { id }: Scope, copyId: CopyId, names?: TemplateNames): Way {
  return { kind, copyId, delegationId: ownDelegationId(id, copyId, names) };
}

function isIn({ subscriptionId }: Scope, copy: CopyId): boolean {
  return parseCopyId(copy)?.subscriptionId === subscriptionId;
}
