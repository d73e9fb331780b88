import { linkDelegations, openDelegations, storedDelegationsText } from '../../domain/delegationLink.ts';
import type { DelegationId } from '../../domain/ids.ts';
import { keepDelegations, keptDelegations } from '../../storage/selections.ts';
import type { RemovalChoice } from './removal.ts';

/** What an address asks to be removed; without a word about it, the whole offer. */
export function removalFrom(search: URLSearchParams): RemovalChoice {
  const text = search.get('s');
  const copies = search.get('copies');
  const delegations = text === null ? 'all' : chosenIn(text);
  return {
    delegations,
    copies:
      copies === 'all' || copies === 'leftovers' || copies === 'none' ? copies : delegations === 'all' ? 'all' : 'none',
    restore: search.get('restore') !== 'no',
  };
}

/** The delegations that a piece of an address names, or that are kept under the key it names. */
export function chosenIn(text: string): readonly DelegationId[] {
  const opened = openDelegations(text);
  switch (opened.kind) {
    case 'ids':
      return opened.delegations;
    case 'stored':
      return keptDelegations(opened.key) ?? [];
    case 'invalid':
      return [];
  }
}

/** The choice as the query of an address. */
export function removalAddress({ delegations, copies, restore }: RemovalChoice): string {
  const search = new URLSearchParams();
  if (delegations !== 'all') search.set('s', textOf(delegations));
  search.set('copies', copies);
  if (!restore) search.set('restore', 'no');
  return search.toString();
}

function textOf(delegations: readonly DelegationId[]): string {
  const linked = linkDelegations(delegations);
  if (linked.kind === 'text') return linked.text;
  const key = crypto.randomUUID();
  keepDelegations(key, linked.delegations);
  return storedDelegationsText(key);
}
