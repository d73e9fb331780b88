import { principalId, type PrincipalId } from '../../domain/ids.ts';
import type { PersonName } from '../../domain/people.ts';
import { record, text } from '../shapes/json.ts';

/**
 * A person out of a list of Microsoft Graph; `undefined` for whoever has no name there.
 * https://learn.microsoft.com/graph/api/resources/user
 */
export function toPerson(item: unknown): { readonly id: PrincipalId; readonly name: PersonName } | undefined {
  const { id, displayName, userPrincipalName } = record(item);
  const account = text(userPrincipalName);
  const name = text(displayName) ?? account;
  const known = text(id);
  if (known === undefined || name === undefined) return undefined;
  return { id: principalId(known), name: { name, ...(account !== undefined && { account }) } };
}
