import { parseDelegationId, parseScope, type DelegationId, type ScopeId } from '../domain/ids.ts';

/*
 * Selections too large for a link are kept in this tab, under a key that the link carries. They hold ids only and end
 * with the tab.
 */

const prefix = 'lighthouse.selection.';

/** Keeps these scopes under the key. Where the tab may keep nothing they live as long as the page shows them. */
export function keepSelection(key: string, scopes: readonly ScopeId[]): void {
  keep(key, scopes);
}

/** The scopes kept under the key; `undefined` where there are none. */
export function keptSelection(key: string): readonly ScopeId[] | undefined {
  return kept(key)?.flatMap((id) => parseScope(id)?.id ?? []);
}

/** The same for delegations. */
export function keepDelegations(key: string, delegations: readonly DelegationId[]): void {
  keep(key, delegations);
}

/** The delegations kept under the key; `undefined` where there are none. */
export function keptDelegations(key: string): readonly DelegationId[] | undefined {
  return kept(key)?.flatMap((id) => parseDelegationId(id)?.id ?? []);
}

function keep(key: string, ids: readonly string[]): void {
  try {
    sessionStorage.setItem(prefix + key, JSON.stringify(ids));
  } catch {
    // Blocked or full: a reload then asks the person to choose again, which loses time but no truth.
  }
}

function kept(key: string): readonly string[] | undefined {
  try {
    const ids: unknown = JSON.parse(sessionStorage.getItem(prefix + key) ?? 'null');
    return Array.isArray(ids) ? ids.filter((id: unknown) => typeof id === 'string') : undefined;
  } catch {
    return undefined;
  }
}
