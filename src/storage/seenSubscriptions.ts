import { subscriptionId, type SubscriptionId } from '../domain/ids.ts';
import { packGuid, unpackGuid } from '../domain/linkText.ts';
import { ownerKey, type Owner } from './database.ts';

/*
 * Which subscriptions a person has seen in a tenant, so that new ones can be marked: ids only, on this device only.
 */

const prefix = 'lighthouse.seen.';

/** The subscriptions this person had seen; `undefined` before the first visit, or where the browser keeps nothing. */
export function seenSubscriptions(who: Owner): ReadonlySet<SubscriptionId> | undefined {
  try {
    const text = localStorage.getItem(prefix + ownerKey(who));
    return text === null ? undefined : new Set(text.split('.').flatMap((packed) => unpacked(packed)));
  } catch {
    return undefined;
  }
}

/** From now on these are the ones this person has seen. */
export function rememberSeen(who: Owner, subscriptions: Iterable<SubscriptionId>): void {
  try {
    localStorage.setItem(prefix + ownerKey(who), [...subscriptions].map(packGuid).join('.'));
  } catch {
    // Blocked or full: then nothing is ever marked as new, which is what a first visit looks like.
  }
}

function unpacked(packed: string): readonly SubscriptionId[] {
  const guid = unpackGuid(packed);
  return guid === undefined ? [] : [subscriptionId(guid)];
}
