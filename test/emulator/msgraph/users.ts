import type { Caller, Context } from '../context.ts';
import type { Principal } from '../model.ts';
import { GraphError } from './errors.ts';

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const literal = /^'([^']*)'$/;
/** What `User.ReadBasic.All` shows, as far as the tables have it (https://learn.microsoft.com/graph/permissions-reference#userreadbasicall). */
const properties = ['id', 'displayName', 'userPrincipalName'] as const;
/** Permissions that list users (https://learn.microsoft.com/graph/api/user-list#permissions). */
const sufficient = ['user.readbasic.all', 'user.read.all', 'directory.read.all'];
/** More cannot be compared in one filter (https://learn.microsoft.com/graph/filter-query-parameter). */
const mostValues = 15;

/**
 * `GET /v1.0/users`: the people of the caller's tenant, with `$filter` on `id` (`in`, `eq`), `$select`, `$top` and paging.
 * Whoever is not there is left out, without a word.
 * @throws GraphError 403 without the permission and for guests, 400 for a filter or a property it does not know
 */
export function listUsers(url: URL, { world }: Context, caller: Caller): object {
  if (caller.isGuest || !caller.permissions?.some((name) => sufficient.includes(name.toLowerCase()))) {
    throw new GraphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
  }
  const wanted = readFilter(url.searchParams.get('$filter'));
  const selected = readSelect(url.searchParams.get('$select'));
  const found = world.principals.filter(
    ({ type, tenantId, id }) =>
      type === 'User' && tenantId === caller.tenantId && (wanted?.has(id.toLowerCase()) ?? true),
  );
  const from = Number(url.searchParams.get('$skiptoken') ?? 0);
  const size = Math.min(Number(url.searchParams.get('$top') ?? 100), world.pageSize);
  const page = found.slice(from, from + size);
  const more = found.length > from + size;
  return {
    '@odata.context': `${url.origin}/v1.0/$metadata#users(${selected.join(',')})`,
    ...(more && { '@odata.nextLink': linkTo(url, from + size) }),
    value: page.map((user) => present(user, selected)),
  };
}

function readFilter(filter: string | null): ReadonlySet<string> | undefined {
  if (filter === null) return undefined;
  const list = /^id\s+in\s*\(([^)]*)\)$/i.exec(filter.trim())?.[1]?.split(',');
  const values = list ?? [/^id\s+eq\s+(.*)$/i.exec(filter.trim())?.[1] ?? ''];
  if (values.length > mostValues) {
    const message = `Too many child clauses specified in search filter expression containing 'OR' operators: ${values.length}. Max allowed: ${mostValues}.`;
    throw new GraphError(400, 'Request_UnsupportedQuery', message);
  }
  const ids = values.map((value) => literal.exec(value.trim())?.[1] ?? '');
  const wrong = ids.findIndex((id) => !guid.test(id));
  if (wrong >= 0) throw new GraphError(400, 'Request_BadRequest', `Invalid filter clause: '${values[wrong]}'.`);
  return new Set(ids.map((id) => id.toLowerCase()));
}

function readSelect(select: string | null): readonly (typeof properties)[number][] {
  const asked = (select ?? properties.join(',')).split(',').map((name) => name.trim().toLowerCase());
  const unknown = asked.find((name) => !properties.some((property) => property.toLowerCase() === name));
  if (unknown !== undefined) {
    throw new GraphError(
      501,
      'NotImplemented',
      `The emulator has no property '${unknown}' of users: test/emulator/msgraph/users.ts.`,
    );
  }
  return properties.filter((property) => asked.includes(property.toLowerCase()));
}

function present(user: Principal, selected: readonly (typeof properties)[number][]): object {
  return Object.fromEntries(selected.map((property) => [property, user[property] ?? null]));
}

function linkTo(url: URL, from: number): string {
  const next = new URL(url);
  next.searchParams.set('$skiptoken', String(from));
  return next.href;
}
