import * as v from 'valibot';
import { parseDelegationId, parseScope, type DelegationId, type ScopeId } from '../domain/ids.ts';
import { keepInTab, keptInTab } from './tabStore.ts';

/*
 * Selections too large for a link are kept in this tab, under a key that the link carries. They hold ids only and end
 * with the tab.
 */

const prefix = 'lighthouse.selection.';
const texts = v.array(v.string());
const groupsBySubscription = v.record(v.string(), texts);

/** Keeps these scopes under the key. */
export function keepSelection(key: string, scopes: Iterable<ScopeId>): void {
  keep(key, bySubscription(scopes));
}

/** The scopes kept under the key; `undefined` where there are none. */
export function keptSelection(key: string): readonly ScopeId[] | undefined {
  const found = kept(key, groupsBySubscription);
  return found && Object.entries(found).flatMap(scopesIn);
}

/** The same for delegations. */
export function keepDelegations(key: string, delegations: readonly DelegationId[]): void {
  keep(key, delegations);
}

/** The delegations kept under the key; `undefined` where there are none. */
export function keptDelegations(key: string): readonly DelegationId[] | undefined {
  return kept(key, texts)?.flatMap((id) => parseDelegationId(id)?.id ?? []);
}

const subscriptions = '/subscriptions/';
const resourceGroups = '/resourceGroups/';

/** Stands among the names of resource groups for the subscription itself. */
const itself = '';

/**
 * The names of the chosen resource groups by their subscription. A tab keeps five million characters: tens of thousands of ids
 * one by one come near that, and take their time.
 * https://developer.mozilla.org/docs/Web/API/Storage_API/Storage_quotas_and_eviction_criteria#web_storage
 */
function bySubscription(scopes: Iterable<ScopeId>): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, string[]> = {};
  for (const scope of scopes) {
    // Every id is in its one form, and cut faster than it is taken apart.
    const end = scope.indexOf('/', subscriptions.length);
    const subscription = scope.slice(subscriptions.length, end < 0 ? undefined : end);
    (found[subscription] ??= []).push(end < 0 ? itself : scope.slice(end + resourceGroups.length));
  }
  return found;
}

function scopesIn([subscription, groups]: readonly [string, readonly string[]]): readonly ScopeId[] {
  const whole = `${subscriptions}${subscription}`;
  return groups.flatMap(
    (group) => parseScope(group === itself ? whole : `${whole}${resourceGroups}${group}`)?.id ?? [],
  );
}

function keep(key: string, ids: unknown): void {
  keepInTab(prefix + key, JSON.stringify(ids));
}

/** What is kept under the key; `undefined` where that is something else. */
function kept<Ids>(key: string, schema: v.GenericSchema<Ids>): Ids | undefined {
  try {
    const found = v.safeParse(schema, JSON.parse(keptInTab(prefix + key) ?? 'null'));
    return found.success ? found.output : undefined;
  } catch {
    return undefined;
  }
}
