import { canonicalJson } from '../canonicalJson.ts';
import type { ChangeItem, ChangeSet, Way } from '../changeSet.ts';
import { isGuid, parseCopyId, parseDelegationId, parseScope } from '../ids.ts';
import type { CopyId, SubscriptionId, TenantId } from '../ids.ts';
import { definitionOf, type Definition } from './definition.ts';

/*
 * A change set as something that other tools can carry out: the same ids, under the same names. Everything that a tool
 * takes as part of an address is checked here; everything that a provider wrote stays in `contents`, for the writers to quote.
 */

/** A copy to be stored, or to be written anew. */
export interface CodeCopy {
  readonly id: CopyId;
  readonly name: string;
  readonly subscriptionId: SubscriptionId;
  /** Its place in `contents`. */
  readonly content: number;
  /** It is there already and will say something else. */
  readonly update: boolean;
}

/** A delegation to be written. */
export interface CodeDelegation {
  readonly id: string;
  readonly name: string;
  readonly scope: string;
  readonly subscriptionId: SubscriptionId;
  readonly resourceGroup?: string;
  readonly copyId: CopyId;
}

export interface CodeModel {
  readonly tenantId: TenantId;
  /** Of the change set it stands for. */
  readonly fingerprint: string;
  readonly registrations: readonly SubscriptionId[];
  /** What copies say: each different one once. */
  readonly contents: readonly Definition[];
  readonly copies: readonly CodeCopy[];
  readonly delegations: readonly CodeDelegation[];
  /** Of several deployments that carry the change set out together, which one this is; from 1. */
  readonly part?: number;
}

/**
 * Which way a delegation goes. A run falls back on a copy where Azure refuses a reference; a file cannot, so a person chooses.
 * - `reviewed`: the first way of the review.
 * - `copies`: a copy of the offer in every subscription, as Microsoft's samples do.
 */
export type CodeWays = 'reviewed' | 'copies';

/**
 * The change set as a model that every writer takes; `undefined` where it takes something away (no template deletes) or an
 * id is not of the form that Azure gives, so that it cannot stand in a command.
 */
export function codeModel(
  changeSet: Pick<ChangeSet, 'tenantId' | 'items' | 'registrations' | 'offer'>,
  fingerprint: string,
  ways: CodeWays,
): CodeModel | undefined {
  const { tenantId, items, registrations, offer } = changeSet;
  if (!isGuid(tenantId) || !/^[0-9a-f]+$/.test(fingerprint) || !registrations.every(isGuid)) return undefined;
  const contents: Definition[] = [];
  const copies = new Map<CopyId, CodeCopy>();
  const delegations: CodeDelegation[] = [];
  const known = new Map<string, number>();
  const contentNo = (definition: Definition): number => {
    const key = canonicalJson(definition);
    const found = known.get(key) ?? contents.push(definition) - 1;
    known.set(key, found);
    return found;
  };
  const addCopy = (id: CopyId, definition: Definition, update: boolean): boolean => {
    const where = parseCopyId(id);
    if (!where || !isGuid(where.name)) return false;
    const { name, subscriptionId } = where;
    copies.set(id, { id, name, subscriptionId, content: contentNo(definition), update });
    return true;
  };
  const add = (item: ChangeItem): boolean => {
    switch (item.does) {
      case 'accept':
        return addCopy(item.copyId, definitionOf(offer.content), false);
      case 'update':
        return addCopy(item.copyId, definitionOf(item.to), true);
      case 'delegate': {
        const way = wayOf(item.ways, ways);
        const delegation = delegationOf(way);
        if (!delegation || !parseCopyId(way.copyId)) return false;
        delegations.push(delegation);
        return way.kind !== 'copy' || addCopy(way.copyId, definitionOf(offer.content), false);
      }
      case 'remove':
      case 'removeCopy':
      case 'reapply':
      case 'reapplyCopy':
        return false;
    }
  };
  if (items.length === 0 || !items.every(add)) return undefined;
  return { tenantId, fingerprint, registrations, contents, copies: [...copies.values()], delegations };
}

/** Whether the two ways differ for these items: only then is there something to choose. */
export function hasWays({ items }: Pick<ChangeSet, 'items'>): boolean {
  return items.some((item) => item.does === 'delegate' && wayOf(item.ways, 'copies') !== item.ways[0]);
}

/** The way that a delegation goes, where the person wishes so. */
export function wayOf(ways: readonly [Way, ...Way[]], wish: CodeWays): Way {
  const [first] = ways;
  // A copy that is in the subscription already needs no second one.
  if (wish === 'reviewed' || first.kind !== 'reference') return first;
  return ways.find(({ kind }) => kind === 'copy') ?? first;
}

/** https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftresources */
export const groupName = /^[-\w.()\p{L}\p{N}]{1,90}$/u;

function delegationOf({ delegationId, copyId }: Way): CodeDelegation | undefined {
  const parts = parseDelegationId(delegationId);
  const scope = parts && parseScope(parts.scope);
  if (!parts || !scope || !isGuid(parts.name)) return undefined;
  const { subscriptionId, resourceGroup } = scope;
  if (resourceGroup !== undefined && !groupName.test(resourceGroup)) return undefined;
  return {
    id: parts.id,
    name: parts.name,
    scope: scope.id,
    subscriptionId,
    ...(resourceGroup !== undefined && { resourceGroup }),
    copyId,
  };
}
