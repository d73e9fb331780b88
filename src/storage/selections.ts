import { parseScope, type ScopeId } from '../domain/ids.ts';

/*
 * Selections too large for a link are kept in this tab, under a key that the link carries. They hold ids only and end
 * with the tab.
 */

const prefix = 'lighthouse.selection.';

/** Keeps these scopes under the key. Where the tab may keep nothing they live as long as the page shows them. */
export function keepSelection(key: string, scopes: readonly ScopeId[]): void {
  try {
    sessionStorage.setItem(prefix + key, JSON.stringify(scopes));
  } catch {
    // Blocked or full: a reload then asks the person to choose again, which loses time but no truth.
  }
}

/** The scopes kept under the key; `undefined` where there are none. */
export function keptSelection(key: string): readonly ScopeId[] | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(prefix + key) ?? 'null');
    if (!Array.isArray(kept)) return undefined;
    return kept.flatMap((each: unknown) => (typeof each === 'string' ? (parseScope(each)?.id ?? []) : []));
  } catch {
    return undefined;
  }
}
