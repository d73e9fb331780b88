import { Fields, InputError } from '../host/fields.ts';
import type { Authorization, EligibleAuthorization } from '../model.ts';

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const common = ['principalId', 'principalIdDisplayName', 'roleDefinitionId'];

/**
 * Reads a list of standing authorizations, given as JSON or as the text of it (a form sends text).
 *
 * @returns `undefined` when nothing was sent.
 * @throws InputError naming the field that is wrong.
 */
export function readAuthorizations(sent: unknown): readonly Authorization[] | undefined {
  return readList(sent, 'authorizations', (item) => {
    const fields = new Fields(item, 'An authorization', [...common, 'delegatedRoleDefinitionIds']);
    const delegated = fields.list('delegatedRoleDefinitionIds', String);
    return { ...readCommon(fields), ...(delegated === undefined ? {} : { delegatedRoleDefinitionIds: delegated }) };
  });
}

/** The same for just-in-time authorizations. Their access policy is kept as sent: refusing it is Azure's part. */
export function readEligibleAuthorizations(sent: unknown): readonly EligibleAuthorization[] | undefined {
  return readList(sent, 'eligibleAuthorizations', (item) => {
    const fields = new Fields(item, 'An eligible authorization', [...common, 'justInTimeAccessPolicy']);
    const policy = fields.raw('justInTimeAccessPolicy');
    if (policy === undefined) return readCommon(fields);
    if (typeof policy !== 'object' || policy === null)
      throw new InputError("'justInTimeAccessPolicy' must be an object.");
    return { ...readCommon(fields), justInTimeAccessPolicy: policy };
  });
}

function readCommon(
  fields: Fields,
): Pick<Authorization, 'principalId' | 'principalIdDisplayName' | 'roleDefinitionId'> {
  const displayName = fields.optionalText('principalIdDisplayName');
  return {
    principalId: readGuid(fields, 'principalId'),
    ...(displayName === undefined ? {} : { principalIdDisplayName: displayName }),
    roleDefinitionId: readGuid(fields, 'roleDefinitionId'),
  };
}

function readGuid(fields: Fields, name: string): string {
  const value = fields.text(name);
  if (guid.test(value)) return value;
  throw new InputError(`'${name}' must be a GUID, not '${value}'.`);
}

function readList<Item>(sent: unknown, name: string, read: (item: unknown) => Item): readonly Item[] | undefined {
  if (sent === undefined) return undefined;
  return new Fields({ [name]: typeof sent === 'string' ? parse(sent, name) : sent }, 'A new offer version', [
    name,
  ]).list(name, read);
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`'${name}' is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
