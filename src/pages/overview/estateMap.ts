import { idKey, parseScope, type SubscriptionId } from '../../domain/ids.ts';
import { isLive, type OfferGroups } from '../../domain/offers.ts';
import type { ManagementGroup, Subscription } from '../../domain/scope.ts';

/** One subscription on the map. */
export interface MapTile {
  readonly subscription: Subscription;
  /** Positions, in the list of offers, of those it is delegated to as a whole. */
  readonly offers: readonly number[];
  /** Positions of the offers that some of its resource groups are delegated to. */
  readonly partly: readonly number[];
  readonly resourceGroups: number;
  /** Delegations in it to an offer that nobody can read. */
  readonly unread: number;
}

/** Subscriptions of one management group; `undefined` where the group cannot be read. */
export interface MapGroup {
  readonly key: string;
  readonly path: readonly ManagementGroup[] | undefined;
  /** In no order: sorted when they are looked at. */
  readonly tiles: readonly MapTile[];
  /** How many of them are delegated, as a whole or in part. */
  readonly delegated: number;
  /** How many hold a delegation that nobody can read. */
  readonly unread: number;
  /** How many each offer reaches, by its position; the most first. */
  readonly reach: readonly { readonly offer: number; readonly subscriptions: number }[];
}

/** Who works where, by management group. One pass over everything: five thousand subscriptions take no time. */
export function mapOf(
  subscriptions: readonly Subscription[],
  { offers, withoutOffer }: OfferGroups,
): readonly MapGroup[] {
  const unread = new Map<SubscriptionId, number>();
  for (const { scope } of withoutOffer.filter(isLive)) {
    const parts = parseScope(scope);
    if (parts) unread.set(parts.subscriptionId, (unread.get(parts.subscriptionId) ?? 0) + 1);
  }
  const whole = new Map<SubscriptionId, Set<number>>();
  const partly = new Map<SubscriptionId, { readonly offers: Set<number>; readonly groups: Set<string> }>();
  offers.forEach((offer, at) => {
    for (const { scope } of offer.delegations.filter(isLive)) {
      const parts = parseScope(scope);
      if (!parts) continue;
      if (parts.resourceGroup === undefined) {
        whole.set(parts.subscriptionId, (whole.get(parts.subscriptionId) ?? new Set()).add(at));
      } else {
        const found = partly.get(parts.subscriptionId) ?? { offers: new Set(), groups: new Set() };
        found.offers.add(at);
        found.groups.add(idKey(scope));
        partly.set(parts.subscriptionId, found);
      }
    }
  });
  const groups = new Map<string, { path: MapGroup['path']; tiles: MapTile[] }>();
  for (const subscription of subscriptions) {
    const path = subscription.managementGroups;
    const key = path?.map(({ name }) => name).join('/') ?? '';
    const group = groups.get(key) ?? { path, tiles: [] };
    const parts = partly.get(subscription.subscriptionId);
    group.tiles.push({
      subscription,
      offers: [...(whole.get(subscription.subscriptionId) ?? [])],
      partly: [...(parts?.offers ?? [])],
      resourceGroups: parts?.groups.size ?? 0,
      unread: unread.get(subscription.subscriptionId) ?? 0,
    });
    groups.set(key, group);
  }
  return [...groups].map(([key, { path, tiles }]) => ({ key, path, tiles, ...numbersOf(tiles) }));
}

/** The offers that reach into a subscription, those that hold it as a whole first. */
export function offersOn({ offers, partly }: MapTile): readonly number[] {
  return [...new Set([...offers, ...partly])];
}

function numbersOf(tiles: readonly MapTile[]): Pick<MapGroup, 'delegated' | 'reach' | 'unread'> {
  const reach = new Map<number, number>();
  for (const tile of tiles) for (const at of offersOn(tile)) reach.set(at, (reach.get(at) ?? 0) + 1);
  return {
    delegated: tiles.filter((tile) => offersOn(tile).length + tile.unread > 0).length,
    unread: tiles.filter((tile) => tile.unread > 0).length,
    reach: [...reach]
      .map(([offer, n]) => ({ offer, subscriptions: n }))
      .toSorted((one, other) => other.subscriptions - one.subscriptions || one.offer - other.offer),
  };
}

/** A line of a large map: management groups with one path above them, which opens to smaller ones or to tiles. */
export interface MapNode {
  readonly group: MapGroup;
  /** How many names of the path the line above has said already. */
  readonly said: number;
  readonly inside: readonly MapNode[];
}

/** More lines than this are no picture any more. */
const mostLines = 30;

/**
 * The groups of a map as a few lines: as deep into the tree of management groups as a screen has room for; what is
 * deeper is inside. Groups that nobody can read are a line of their own.
 */
export function foldMap(groups: readonly MapGroup[], said = 0): readonly MapNode[] {
  let depth = said + 1;
  let parts = partsAt(groups, depth);
  const deepest = Math.max(0, ...groups.map(({ path }) => path?.length ?? 0));
  while (depth < deepest) {
    const finer = partsAt(groups, depth + 1);
    if (finer.length > mostLines && parts.length > 1) break;
    depth += 1;
    parts = finer;
  }
  return parts.map((part) => {
    const [first] = part;
    if (part.length === 1 && first) return { group: first, said, inside: [] };
    const tiles = part.flatMap((one) => one.tiles);
    const path = first?.path?.slice(0, depth);
    const key = path?.map(({ name }) => name).join('/') ?? '';
    return { group: { key, path, tiles, ...numbersOf(tiles) }, said, inside: foldMap(part, depth) };
  });
}

/** The groups by the first names of their paths. */
function partsAt(groups: readonly MapGroup[], depth: number): readonly (readonly MapGroup[])[] {
  const parts = new Map<string, MapGroup[]>();
  for (const group of groups) {
    const key =
      group.path
        ?.slice(0, depth)
        .map(({ name }) => name)
        .join('/') ?? '';
    const part = parts.get(key);
    if (part) part.push(group);
    else parts.set(key, [group]);
  }
  return [...parts.values()];
}

/** The letter that stands for an offer on the map: A, B, ... Z, then A2, B2, ... */
export function letterOf(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : `${letter}${Math.floor(at / 26) + 1}`;
}
