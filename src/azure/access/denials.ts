import type { Denial } from '../../domain/estate.ts';
import { idKey, type PrincipalId, type ScopeId } from '../../domain/ids.ts';
import { toPermission } from '../shapes/access.ts';
import { list, record, text } from '../shapes/json.ts';
import type { ArmReader } from './reader.ts';

/** How deny assignments write "everybody". */
const everyone = '00000000-0000-0000-0000-000000000000';

/**
 * The deny assignments that apply to this person at a scope, inherited ones included. Group membership is Azure's to
 * know: it is asked for only where it matters, with the filter that follows groups.
 * https://learn.microsoft.com/azure/role-based-access-control/deny-assignments-rest
 */
export async function readDenials(
  reader: ArmReader,
  scope: ScopeId,
  person: PrincipalId,
  signal: AbortSignal,
): Promise<readonly Denial[]> {
  const path = `${scope}/providers/Microsoft.Authorization/denyAssignments`;
  const read = async (filter: string): Promise<readonly unknown[]> =>
    reader.list(path, '2022-04-01', { $filter: filter }, signal);
  const verdicts = (await read('atScope()')).map((entry) => ({ entry, applies: appliesTo(entry, scope, person) }));
  const mine = verdicts.some(({ applies }) => applies === 'askAzure')
    ? new Set((await read(`atScope() and assignedTo('${person}')`)).map(idOf))
    : new Set<string>();
  return verdicts
    .filter(({ entry, applies }) => applies === 'yes' || (applies === 'askAzure' && mine.has(idOf(entry))))
    .map(({ entry }) => toDenial(entry));
}

type Applies = 'yes' | 'no' | 'askAzure';

function appliesTo(entry: unknown, scope: ScopeId, person: PrincipalId): Applies {
  const properties = record(record(entry).properties);
  const inherited = idKey(text(properties.scope) ?? '') !== idKey(scope);
  if (inherited && properties.doNotApplyToChildScopes === true) return 'no';
  const named = whom(properties.principals, person);
  const excluded = whom(properties.excludePrincipals, person);
  if (excluded === 'yes' || named === 'no') return 'no';
  return named === 'askAzure' || excluded === 'askAzure' ? 'askAzure' : 'yes';
}

function whom(principals: unknown, person: PrincipalId): Applies {
  const entries = list(principals).map(record);
  const ids = entries.map((entry) => text(entry.id)?.toLowerCase());
  if (ids.includes(person) || ids.includes(everyone)) return 'yes';
  return entries.some((entry) => text(entry.type)?.toLowerCase() === 'group') ? 'askAzure' : 'no';
}

function idOf(entry: unknown): string {
  return idKey(text(record(entry).id) ?? '');
}

function toDenial(entry: unknown): Denial {
  const { name, properties } = record(entry);
  const { denyAssignmentName, permissions } = record(properties);
  return { name: text(denyAssignmentName) ?? text(name) ?? '', permissions: list(permissions).map(toPermission) };
}
