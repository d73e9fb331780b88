import { sameRights } from './authorizations.ts';
import type { OfferContent } from './offer.ts';
import { offerKey } from './offerKey.ts';

/**
 * Whether two copies give exactly the same access in the same version of the same offer. Names and descriptions that
 * the provider wrote do not count: they give no access, and Azure Resource Graph may leave personal names out
 * (https://learn.microsoft.com/azure/governance/resource-graph/concepts/query-language).
 */
export function sameAccess(one: OfferContent, other: OfferContent): boolean {
  if (one === other) return true;
  return (
    offerKey(one) === offerKey(other) &&
    one.plan?.version === other.plan?.version &&
    sameRights(one.authorizations, other.authorizations)
  );
}

/**
 * Whether a copy says word for word what was to be written: the same access, and the same texts. A text that was not to be
 * written does not count.
 */
export function saysThis(found: OfferContent, meant: OfferContent): boolean {
  return (
    sameAccess(found, meant) &&
    found.name === meant.name &&
    (found.description ?? '') === (meant.description ?? '') &&
    namesIn(meant).every((name) => namesIn(found).includes(name))
  );
}

/**
 * Whether the provider words something else than is stored: its name, its description, or what somebody is called. People's
 * names that are not stored at all do not count: Azure Resource Graph may have left them out.
 */
export function wordsDiffer(stored: OfferContent, meant: OfferContent): boolean {
  const names = namesIn(stored);
  return (
    stored.name !== meant.name ||
    (stored.description ?? '') !== (meant.description ?? '') ||
    (names.length > 0 && !namesIn(meant).every((name) => names.includes(name)))
  );
}

/** Who each authorization and approver is, as written by the provider. */
function namesIn({ authorizations }: OfferContent): readonly string[] {
  return authorizations.flatMap(({ principalId, principalName, roleId, kind, justInTime }) => [
    ...(principalName ? [`${principalId} ${roleId} ${kind} ${principalName}`] : []),
    ...(justInTime?.approvers ?? []).flatMap((approver) =>
      approver.name ? [`${principalId} ${roleId} ${approver.principalId} ${approver.name}`] : [],
    ),
  ]);
}
