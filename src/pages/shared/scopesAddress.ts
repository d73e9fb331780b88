import type { ScopeId } from '../../domain/ids.ts';
import { selectionOf } from '../../domain/selection.ts';
import { linkSelection, storedSelectionText } from '../../domain/selectionLink.ts';
import { keepSelection } from '../../storage/selections.ts';

/** The query of a page where scopes are chosen, with these chosen already; too many are kept in this tab under a key. */
export function addressOfScopes(scopes: readonly ScopeId[], newKey: () => string): string {
  const linked = linkSelection(selectionOf(scopes), [], {});
  if (linked.kind === 'text') return `s=${linked.text}`;
  const key = newKey();
  keepSelection(key, linked.scopes);
  return `s=${storedSelectionText(key)}`;
}
