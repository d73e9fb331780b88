import type { PlacedAction } from '../../domain/activityFold.ts';
import { parseScope, type SubscriptionId, type TenantId } from '../../domain/ids.ts';
import type { Catalog } from '../../text/en/catalog.ts';
import type { Format } from '../../text/format.ts';

export const groupings = ['providerScope', 'provider', 'scope', 'none'] as const;
export type Grouping = (typeof groupings)[number];

/** What stands in the list: headings of groups, and actions, which open to the entries of the log. */
export type ActivityRow =
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly title: string;
      readonly count: number;
      readonly last: string;
    }
  | { readonly kind: 'action'; readonly action: PlacedAction };

/** What the words of a heading are made of. */
export interface Naming {
  readonly own: TenantId;
  readonly nameOf: (subscription: SubscriptionId) => string;
  readonly t: Catalog;
  readonly format: Format;
}

/** Whose an action is, in words. */
export function actorOf({ tenant, providerName }: PlacedAction, { own, t }: Pick<Naming, 'own' | 't'>): string {
  if (tenant === undefined) return t.activity.noTenant;
  if (tenant === own) return t.activity.own;
  return providerName ?? t.activity.otherTenant;
}

function placeOf({ scope }: PlacedAction, { nameOf, t }: Naming): string {
  const parts = scope && parseScope(scope);
  if (!parts) return t.activity.noTenant;
  const subscription = nameOf(parts.subscriptionId);
  return parts.resourceGroup === undefined ? subscription : t.activityGroups.groupIn(parts.resourceGroup, subscription);
}

/** The actions under their headings, which stand by name; within each, newest first. */
export function activityRows(
  actions: readonly PlacedAction[],
  grouping: Grouping,
  naming: Naming,
): readonly ActivityRow[] {
  const row = (action: PlacedAction): ActivityRow => ({ kind: 'action', action });
  if (grouping === 'none') return actions.map(row);
  const groups = new Map<string, { readonly title: string; readonly members: PlacedAction[] }>();
  for (const action of actions) {
    const who = grouping === 'scope' ? undefined : actorOf(action, naming);
    const where = grouping === 'provider' ? undefined : placeOf(action, naming);
    const key = JSON.stringify([who && [action.tenant, who], where && (action.scope ?? '')]);
    const title = [who, where].filter((part) => part !== undefined).join(' · ');
    const group = groups.get(key) ?? { title, members: [] };
    groups.set(key, group);
    group.members.push(action);
  }
  return [...groups]
    .toSorted(([, one], [, other]) => naming.format.compare(one.title, other.title))
    .flatMap(([key, { title, members }]): readonly ActivityRow[] => [
      { kind: 'group', key, title, count: members.length, last: members[0]?.events[0].at ?? '' },
      ...members.map(row),
    ]);
}
