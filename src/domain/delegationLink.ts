import {
  delegationId,
  isGuid,
  parseDelegationId,
  parseScope,
  resourceGroupScope,
  subscriptionId,
  subscriptionScope,
  type DelegationId,
} from './ids.ts';
import { packGuid, packText, unpackGuid, unpackText } from './linkText.ts';
import { longestLinkText } from './selectionLink.ts';

/*
 * Chosen delegations as a piece of a link, as chosen scopes are (selectionLink.ts). A link carries ids, never a right:
 * whoever opens it reads and reviews everything anew.
 */

/** What stands in the link, or what has to be kept elsewhere under a key because it would not fit. */
export type LinkedDelegations =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tooLong'; readonly delegations: readonly DelegationId[] };

/** What a link says. */
export type OpenedDelegations =
  | { readonly kind: 'ids'; readonly delegations: readonly DelegationId[] }
  /** Kept under this key on the device where the link was made. */
  | { readonly kind: 'stored'; readonly key: string }
  | { readonly kind: 'invalid' };

function pack(id: DelegationId): string | undefined {
  const parsed = parseDelegationId(id);
  const parts = parsed && parseScope(parsed.scope);
  if (!parts || !isGuid(parsed.name)) return undefined;
  const group = parts.resourceGroup === undefined ? [] : [packText(parts.resourceGroup)];
  return [packGuid(parts.subscriptionId), packGuid(parsed.name), ...group].join('*');
}

function unpack(packed: string): DelegationId | undefined {
  const [first = '', second = '', third, ...more] = packed.split('*');
  const [where, name] = [unpackGuid(first), unpackGuid(second)];
  const group = third === undefined ? undefined : unpackText(third);
  if (where === undefined || name === undefined || more.length > 0 || (third !== undefined && !group)) return undefined;
  const subscription = subscriptionId(where);
  const scope = group === undefined ? subscriptionScope(subscription) : resourceGroupScope(subscription, group);
  return parseDelegationId(delegationId(scope, name))?.id;
}

/** These delegations for a link: a few by id, many to be kept elsewhere under a key. */
export function linkDelegations(delegations: readonly DelegationId[]): LinkedDelegations {
  const packed = delegations.flatMap((id) => pack(id) ?? []);
  const text = ['i', ...packed].join('.');
  return packed.length === delegations.length && text.length <= longestLinkText
    ? { kind: 'text', text }
    : { kind: 'tooLong', delegations };
}

/** The text for delegations that are kept under a key (letters, digits and hyphens). */
export function storedDelegationsText(key: string): string {
  return `k.${packText(key)}`;
}

/** What the text in a link says. Links come from anywhere: what is not exactly of the form is `invalid`. */
export function openDelegations(text: string): OpenedDelegations {
  if (text.length > longestLinkText) return { kind: 'invalid' };
  const [kind, ...parts] = text.split('.');
  if (kind === 'k' && parts.length === 1) {
    const key = unpackText(parts[0] ?? '');
    return key ? { kind: 'stored', key } : { kind: 'invalid' };
  }
  const delegations = parts.map(unpack).filter((id) => id !== undefined);
  return kind === 'i' && delegations.length === parts.length ? { kind: 'ids', delegations } : { kind: 'invalid' };
}
