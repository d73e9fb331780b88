import type { ChangeItem, ChangeSet } from '../changeSet.ts';
import { isGuid, parseCopyId, parseDelegationId, parseScope } from '../ids.ts';
import type { TenantId } from '../ids.ts';
import { groupName } from './model.ts';

/** A delegation by its id, and the copy it refers to as reviewed. */
export interface CodedDelegation {
  readonly id: string;
  readonly copyId: string;
}

/**
 * A removal as something that other tools can carry out. Every text in it is an id that may stand in a command as it is:
 * nothing that a provider wrote is needed to take access away, and what is written again is read from Azure at that moment.
 */
export interface RemovalModel {
  readonly tenantId: TenantId;
  /** Of the change set it stands for. */
  readonly fingerprint: string;
  readonly delegations: readonly CodedDelegation[];
  /** Deleted once nothing refers to them any more. */
  readonly copies: readonly string[];
  /** Copies that stay and are written once more as they are, after the removals. */
  readonly copiesAgain: readonly string[];
  /** Delegations that stay and are written once more as they are, after their copies. */
  readonly delegationsAgain: readonly CodedDelegation[];
}

/**
 * The removal as a model; `undefined` where the change set gives something, or an id is not of the form that Azure gives, so
 * that it cannot stand in a command.
 */
export function removalModel(
  { tenantId, items }: Pick<ChangeSet, 'tenantId' | 'items'>,
  fingerprint: string,
): RemovalModel | undefined {
  if (!isGuid(tenantId) || !/^[0-9a-f]+$/.test(fingerprint) || items.length === 0) return undefined;
  if (!items.every(canBeCoded)) return undefined;
  const delegations = (does: 'remove' | 'reapply') =>
    items.flatMap((item) => (item.does === does ? [{ id: item.delegationId, copyId: item.copyId }] : []));
  const copies = (does: 'removeCopy' | 'reapplyCopy') =>
    items.flatMap((item) => (item.does === does ? [item.copyId] : []));
  return {
    tenantId,
    fingerprint,
    delegations: delegations('remove'),
    copies: copies('removeCopy'),
    copiesAgain: copies('reapplyCopy'),
    delegationsAgain: delegations('reapply'),
  };
}

function canBeCoded(item: ChangeItem): boolean {
  switch (item.does) {
    case 'remove':
    case 'reapply':
      return isPlainDelegation(item.delegationId) && isPlainCopy(item.copyId);
    case 'removeCopy':
    case 'reapplyCopy':
      return isPlainCopy(item.copyId);
    case 'delegate':
    case 'accept':
    case 'update':
      return false;
  }
}

function isPlainCopy(id: string): boolean {
  const parts = parseCopyId(id);
  return parts !== undefined && parts.id === id && isGuid(parts.subscriptionId) && isGuid(parts.name);
}

function isPlainDelegation(id: string): boolean {
  const parts = parseDelegationId(id);
  const scope = parts && parseScope(parts.scope);
  if (!parts || !scope || parts.id !== id) return false;
  const { subscriptionId, resourceGroup } = scope;
  return isGuid(subscriptionId) && isGuid(parts.name) && (resourceGroup === undefined || groupName.test(resourceGroup));
}
