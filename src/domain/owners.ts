import { compareText } from './compareText.ts';
import type { Owner } from './estate.ts';
import { sameId, type PrincipalId, type ScopeId } from './ids.ts';
import type { PeopleNames } from './people.ts';

/** One Owner as somebody to turn to. */
export interface OwnerEntry {
  readonly principalId: PrincipalId;
  readonly name?: string;
  /** The name they sign in with, where the directory was asked. */
  readonly account?: string;
  /** Whether the role was given at the subscription itself; otherwise above it. */
  readonly direct: boolean;
  /** Every assignment of theirs carries a condition: they may be unable to help. */
  readonly conditioned: boolean;
  /** Where the role was given. More than one where it was given several times. */
  readonly scopes: readonly string[];
}

/** Who holds Owner at a subscription, by kind: people first, they can be asked. */
export type OwnerGroups = Readonly<Record<'users' | 'groups' | 'apps' | 'others', readonly OwnerEntry[]>>;

function toEntry(owners: readonly [Owner, ...Owner[]], subscription: ScopeId): OwnerEntry {
  const [{ principalId }] = owners;
  const [name] = owners.flatMap((owner) => owner.name ?? []).toSorted(compareText);
  const account = owners.find((owner) => owner.account !== undefined)?.account;
  return {
    principalId,
    ...(name === undefined ? {} : { name }),
    ...(account === undefined ? {} : { account }),
    direct: owners.some((owner) => sameId(owner.scope, subscription)),
    conditioned: owners.every((owner) => owner.conditioned),
    scopes: [...new Set(owners.map((owner) => owner.scope))].toSorted(compareText),
  };
}

/** Whoever can surely help first, then direct before inherited, named before nameless; a fixed order among equals. */
function compareEntries(one: OwnerEntry, other: OwnerEntry): number {
  return (
    Number(one.conditioned) - Number(other.conditioned) ||
    Number(other.direct) - Number(one.direct) ||
    Number(one.name === undefined) - Number(other.name === undefined) ||
    compareText(one.name?.toLowerCase() ?? '', other.name?.toLowerCase() ?? '') ||
    compareText(one.principalId, other.principalId)
  );
}

/**
 * The Owners of a subscription as people to turn to: each once, however often the role was given to them.
 * https://learn.microsoft.com/azure/role-based-access-control/role-assignments-list-portal
 */
export function groupOwners(owners: readonly Owner[], subscription: ScopeId): OwnerGroups {
  const byPrincipal = new Map<PrincipalId, [Owner, ...Owner[]]>();
  for (const owner of owners) {
    const known = byPrincipal.get(owner.principalId);
    if (known) known.push(owner);
    else byPrincipal.set(owner.principalId, [owner]);
  }
  const entriesOf = (type: Owner['type']) =>
    [...byPrincipal.values()]
      .filter((own) => (own.find((owner) => owner.type !== 'unknown') ?? own[0]).type === type)
      .map((own) => toEntry(own, subscription))
      .toSorted(compareEntries);
  return {
    users: entriesOf('user'),
    groups: entriesOf('group'),
    apps: entriesOf('servicePrincipal'),
    others: entriesOf('unknown'),
  };
}

/** The Owners whose names a directory could give: people, and those of whom Azure says no kind. Each once. */
export function namelessPeople(owners: readonly Owner[]): readonly PrincipalId[] {
  const nameless = owners.filter(({ type, name }) => name === undefined && (type === 'user' || type === 'unknown'));
  return [...new Set(nameless.map(({ principalId }) => principalId))].toSorted(compareText);
}

/** The same Owners with the names that a directory gives them; who is unknown there stays as they were. */
export function withNames(owners: readonly Owner[], names: PeopleNames): readonly Owner[] {
  return owners.map((owner) => {
    const found = names.get(owner.principalId);
    return found === undefined || found === 'unknown' ? owner : { ...owner, ...found };
  });
}
