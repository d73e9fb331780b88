import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { linkDelegations, openDelegations, storedDelegationsText } from '../../domain/delegationLink.ts';
import { idKey, tenantId, type DelegationId } from '../../domain/ids.ts';
import type { InventoryFilter } from '../../domain/inventoryFilter.ts';
import type { OfferKey } from '../../domain/offer.ts';
import { keepDelegations, keptDelegations } from '../../storage/selections.ts';
import { useServices } from '../services.ts';
import { useKeptInAddress } from '../shared/useKeptInAddress.ts';

export const groupings = ['none', 'provider', 'offer', 'subscription', 'managementGroup'] as const;
export type Grouping = (typeof groupings)[number];
export const sortings = ['scope', 'provider', 'level', 'newest', 'oldest'] as const;
export type Sorting = (typeof sortings)[number];

/** How the inventory is looked at. */
export interface InventoryView {
  readonly filter: InventoryFilter;
  readonly grouping: Grouping;
  readonly sorting: Sorting;
}

export const levels = [5, 4, 3, 2, 1, 0] as const;
export const kinds = ['subscription', 'resourceGroup'] as const;
export const conditions = ['inEffect', 'changing', 'notInEffect', 'unreadable'] as const;
export const termsOffered = ['standing', 'justInTime', 'both'] as const;

function oneOf<Value extends string>(values: readonly Value[], text: string | null): Value | undefined {
  return values.find((value) => value === text);
}

/** What an address asks for; anything else in it is passed over. */
function viewFromAddress(search: URLSearchParams): InventoryView {
  const text = search.get('q');
  const provider = search.get('provider');
  const offer = search.get('offer');
  const level = levels.find((one) => String(one) === search.get('level'));
  const kind = oneOf(kinds, search.get('kind'));
  const condition = oneOf(conditions, search.get('state'));
  const terms = oneOf(termsOffered, search.get('terms'));
  return {
    filter: {
      ...(text ? { text } : {}),
      ...(provider ? { provider: tenantId(provider) } : {}),
      // Only compared with the keys of offers that are there.
      ...(offer ? { offer: offer as OfferKey } : {}),
      ...(level === undefined ? {} : { level }),
      ...(kind ? { kind } : {}),
      ...(condition ? { condition } : {}),
      ...(terms ? { terms } : {}),
    },
    grouping: oneOf(groupings, search.get('group')) ?? 'none',
    sorting: oneOf(sortings, search.get('sort')) ?? 'scope',
  };
}

/** The same as the query of an address. */
function addressOfView({ filter, grouping, sorting }: InventoryView): URLSearchParams {
  const search = new URLSearchParams();
  const put = (name: string, value: string | number | undefined) => {
    if (value !== undefined && value !== '') search.set(name, String(value));
  };
  put('q', filter.text);
  put('provider', filter.provider);
  put('offer', filter.offer);
  put('level', filter.level);
  put('kind', filter.kind);
  put('state', filter.condition);
  put('terms', filter.terms);
  put('group', grouping === 'none' ? undefined : grouping);
  put('sort', sorting === 'scope' ? undefined : sorting);
  return search;
}

const chosenParameter = 's';

function chosenIn(search: URLSearchParams): readonly DelegationId[] {
  const opened = openDelegations(search.get(chosenParameter) ?? 'i');
  switch (opened.kind) {
    case 'ids':
      return opened.delegations;
    case 'stored':
      return keptDelegations(opened.key) ?? [];
    case 'invalid':
      return [];
  }
}

/** The view and the chosen delegations, as the address said them and as they were changed since; kept in the address. */
export function useInventoryView() {
  const { surroundings } = useServices();
  const [search] = useSearchParams();
  const [view, setView] = useState(() => viewFromAddress(search));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(chosenIn(search).map(idKey)));
  const [key] = useState(() => surroundings.newId());
  return { view, setView, chosen, setChosen, key };
}

/** Keeps view and choice in the address. Answers the choice as a query, for the page that acts on it. */
export function useChoiceInAddress(view: InventoryView, chosen: readonly DelegationId[], key: string): string {
  const choice = useMemo(() => {
    const linked = linkDelegations(chosen);
    if (linked.kind === 'tooLong') keepDelegations(key, linked.delegations);
    return linked.kind === 'text' ? linked.text : storedDelegationsText(key);
  }, [chosen, key]);
  const address = useMemo(() => {
    const search = addressOfView(view);
    if (chosen.length > 0) search.set(chosenParameter, choice);
    return search.toString();
  }, [view, chosen, choice]);
  useKeptInAddress(address);
  return `${chosenParameter}=${choice}`;
}
