import type { GuardrailKind } from '../../domain/guardrail.ts';
import { groupScope, type Subscription } from '../../domain/scope.ts';
import { paths } from '../../paths.ts';
import type { Catalog } from '../../text/en/catalog.ts';
import type { Format } from '../../text/format.ts';

/** Where a policy can be assigned: the full id of a management group or subscription, and how it is called here. */
export interface Place {
  readonly scope: string;
  readonly text: string;
}

/** Management groups first, as the estate shows them, then subscriptions; each kind by name. */
export function placesOf(
  subscriptions: readonly Subscription[],
  words: Pick<Catalog['guardrails'], 'group' | 'subscription'>,
  format: Pick<Format, 'compare'>,
): readonly Place[] {
  const groups = new Map<string, Place>();
  for (const group of subscriptions.flatMap(({ managementGroups = [] }) => managementGroups)) {
    const scope = groupScope(group);
    groups.set(scope, { scope, text: words.group(group.displayName) });
  }
  const own = subscriptions.map(({ id, name }): Place => ({ scope: id, text: words.subscription(name) }));
  return [[...groups.values()], own].flatMap((kind) =>
    kind.toSorted((one, other) => format.compare(one.text, other.text)),
  );
}

/** The address where the assignment of a policy at a scope is reviewed. */
export function assignAddress(policy: GuardrailKind, at: string): string {
  return `${paths.assignGuardrail}?${new URLSearchParams({ policy, at }).toString()}`;
}

/** What such an address asks for. */
export function askedIn(search: URLSearchParams): { readonly kind: GuardrailKind; readonly scope: string } | undefined {
  const [kind, scope] = [search.get('policy'), search.get('at')];
  return scope !== null && (kind === 'allow' || kind === 'audit') ? { kind, scope } : undefined;
}
