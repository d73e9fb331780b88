import { parseScope, resourceGroupScope, subscriptionId, subscriptionScope, type ScopeId } from './ids.ts';
import { packGuid, packText, unpackGuid, unpackText } from './linkText.ts';
import type { Readiness } from './readiness.ts';
import { isWholeSubscription, matchesFilter, selectableRows, type ScopeFilter, type ScopeRow } from './scopeFilter.ts';
import { inOrder, isChosen, selectionOf, unchoose, type Selection } from './selection.ts';

/*
 * A selection as a piece of a link. Links are kept, sent and opened by other people: they carry ids or a filter, never a
 * right, and whoever opens one checks and reviews everything anew.
 */

/** More scopes than this are never listed one by one. */
export const mostIdsInLink = 40;
/** Characters that the selection may take up; with origin, path and the rest, the link stays under 2 kB. */
export const longestLinkText = 1600;

/** What stands in the link, or what has to be kept elsewhere under a key because it would not fit. */
export type LinkedSelection =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'tooLong'; readonly scopes: readonly ScopeId[] };

/** What a link says. */
export type OpenedSelection =
  | { readonly kind: 'ids'; readonly selection: Selection }
  | { readonly kind: 'filter'; readonly filter: ScopeFilter; readonly except: readonly ScopeId[] }
  /** Kept under this key on the device where the link was made. */
  | { readonly kind: 'stored'; readonly key: string }
  | { readonly kind: 'invalid' };

const states: Readonly<Record<Readiness['state'], string>> = {
  notChecked: 'n',
  unknown: 'u',
  blocked: 'b',
  delegated: 'd',
  needsRegistration: 'g',
  ready: 'r',
};

function packScope(scope: ScopeId): string {
  const parsed = parseScope(scope);
  if (!parsed) return '';
  const subscription = packGuid(parsed.subscriptionId);
  return parsed.resourceGroup === undefined ? subscription : `${subscription}*${packText(parsed.resourceGroup)}`;
}

function unpackScope(packed: string): ScopeId | undefined {
  const [guid, name, ...more] = packed.split('*');
  const unpacked = unpackGuid(guid ?? '');
  if (unpacked === undefined || more.length > 0) return undefined;
  if (name === undefined) return subscriptionScope(subscriptionId(unpacked));
  const group = unpackText(name);
  return group === undefined ? undefined : parseScope(resourceGroupScope(subscriptionId(unpacked), group))?.id;
}

function packFilter(filter: ScopeFilter, except: readonly ScopeId[]): string {
  const parts = [
    filter.text === undefined ? '' : `t${packText(filter.text)}`,
    filter.state === undefined ? '' : `s${states[filter.state]}`,
    filter.managementGroup === undefined ? '' : `g${packText(filter.managementGroup)}`,
    filter.tag === undefined ? '' : `n${packText(filter.tag.name)}`,
    filter.tag?.value === undefined ? '' : `v${packText(filter.tag.value)}`,
    ...except.map((scope) => `x${packScope(scope)}`),
  ];
  return ['f', ...parts.filter((part) => part !== '')].join('.');
}

/** The filter that says the same as the selection, with what it leaves out; `undefined` where none of these does. */
function asFilter(
  selection: Selection,
  rows: readonly ScopeRow[],
  filters: readonly ScopeFilter[],
): string | undefined {
  const whole = rows.filter(isWholeSubscription);
  for (const filter of filters) {
    // What is not checked yet could join later: then the filter would say more than was chosen.
    const unchecked = { ...filter, state: 'notChecked' } as const;
    if (whole.some((row) => matchesFilter(row, unchecked))) continue;
    const found = selectableRows(whole, filter);
    const except = found.filter((row) => !isChosen(selection, row.scope.id)).map((row) => row.scope.id);
    if (found.length - except.length === selection.size && except.length <= mostIdsInLink) {
      const text = packFilter(filter, except);
      if (text.length <= longestLinkText) return text;
    }
  }
  return undefined;
}

/**
 * The selection for a link: a few scopes by id; many as the filter they were chosen by, less exceptions, where that says
 * the same; otherwise it has to be kept elsewhere. `rows` and `filter`: the list and the filter it is shown by now.
 */
export function linkSelection(selection: Selection, rows: readonly ScopeRow[], filter: ScopeFilter): LinkedSelection {
  if (selection.size <= mostIdsInLink) {
    const text = ['i', ...inOrder(selection).map(packScope)].join('.');
    if (text.length <= longestLinkText) return { kind: 'text', text };
  }
  const text = asFilter(selection, rows, [filter, {}]);
  return text === undefined ? { kind: 'tooLong', scopes: [...selection.values()] } : { kind: 'text', text };
}

/** The text that stands in the link for a selection that is kept under a key (letters, digits and hyphens). */
export function storedSelectionText(key: string): string {
  return `k.${packText(key)}`;
}

function openFilter(parts: readonly string[]): OpenedSelection {
  let filter: ScopeFilter = {};
  const except: ScopeId[] = [];
  for (const part of parts) {
    const value = part.slice(1);
    const text = unpackText(value);
    const state = (Object.keys(states) as Readiness['state'][]).find((one) => states[one] === value);
    const scope = unpackScope(value);
    if (part.startsWith('x') && scope) except.push(scope);
    else if (part.startsWith('s') && state) filter = { ...filter, state };
    else if (part.startsWith('t') && text) filter = { ...filter, text };
    else if (part.startsWith('g') && text) filter = { ...filter, managementGroup: text };
    else if (part.startsWith('n') && text) filter = { ...filter, tag: { name: text } };
    else if (part.startsWith('v') && text !== undefined && filter.tag)
      filter = { ...filter, tag: { ...filter.tag, value: text } };
    else return { kind: 'invalid' };
  }
  return { kind: 'filter', filter, except };
}

/** What the text in a link says. Links come from anywhere: what is not exactly of the form is `invalid`. */
export function openSelection(text: string): OpenedSelection {
  if (text.length > longestLinkText) return { kind: 'invalid' };
  const [kind, ...parts] = text.split('.');
  switch (kind) {
    case 'i': {
      const scopes = parts.map(unpackScope);
      const whole = scopes.filter((scope) => scope !== undefined);
      return whole.length === scopes.length && scopes.length <= mostIdsInLink
        ? { kind: 'ids', selection: selectionOf(whole) }
        : { kind: 'invalid' };
    }
    case 'f':
      return openFilter(parts);
    case 'k': {
      const key = parts.length === 1 ? unpackText(parts[0] ?? '') : undefined;
      return key ? { kind: 'stored', key } : { kind: 'invalid' };
    }
    default:
      return { kind: 'invalid' };
  }
}

/** What a filter from a link chooses in this list, and how many rows it may still choose once they are checked. */
export function applyOpenedFilter(
  opened: Extract<OpenedSelection, { kind: 'filter' }>,
  rows: readonly ScopeRow[],
): { readonly selection: Selection; readonly pending: number } {
  const whole = rows.filter(isWholeSubscription);
  const { state: _state, ...apart } = opened.filter;
  return {
    selection: unchoose(selectionOf(selectableRows(whole, opened.filter).map((row) => row.scope.id)), opened.except),
    pending: whole.filter((row) => row.readiness === 'notChecked' && matchesFilter(row, apart)).length,
  };
}
