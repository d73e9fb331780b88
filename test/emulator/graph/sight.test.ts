import { describe, expect, it } from 'vitest';
import { estateId } from '../worlds/estate.ts';
import { grant } from '../worlds/organisation.ts';
import { personaId } from '../worlds/people.ts';
import { ask, contextFor, rowsOf } from './context.testing.ts';

const all = { $top: 1000 };
const subscription = (n: number) => `/subscriptions/${estateId(n)}`;
const ids = `| project id | order by id asc`;

function idsOf(query: string, asking: Parameters<typeof rowsOf>[2] = {}, world = 'busy'): string[] {
  return rowsOf(contextFor(world), `${query} ${ids}`, { options: all, ...asking }).data.map(({ id }) => String(id));
}

/** Reads exactly these scopes and what is in them. */
function only(...scopes: string[]) {
  const wanted = scopes.map((scope) => scope.toLowerCase());
  return (scope: string) =>
    wanted.some((one) => scope.toLowerCase() === one || scope.toLowerCase().startsWith(`${one}/`));
}

describe('who sees what', () => {
  it('nobody sees nothing, and is told so without an error', () => {
    for (const table of ['resourcecontainers', 'managedservicesresources', 'authorizationresources']) {
      expect(idsOf(table, { visibleTo: () => false })).toEqual([]);
    }
  });

  it('a subscription is seen with everything in it', () => {
    const visibleTo = only(subscription(4));
    const seen = [...idsOf('resourcecontainers', { visibleTo }), ...idsOf('managedservicesresources', { visibleTo })];
    expect(seen.every((id) => id.startsWith(subscription(4)))).toBe(true);
    expect(seen).toHaveLength(1 + 8 + 4);
  });

  it('a resource group alone is seen alone', () => {
    const group = `${subscription(4)}/resourceGroups/rg-store-web-prod`;
    expect(idsOf('resourcecontainers', { visibleTo: only(group) })).toEqual([group]);
    const listed = (scope: string) => only(group)(scope) || scope === subscription(4);
    expect(idsOf('resourcecontainers', { visibleTo: listed })).toEqual([subscription(4), group]);
    expect(idsOf('managedservicesresources', { visibleTo: listed })).toEqual([]);
  });
});

describe('a subscription whose every group has a role of its own', () => {
  const group = `${subscription(13)}/resourceGroups/rg-migration-archive`;

  function seen(visibleTo: (scope: string) => boolean): string[] {
    const context = contextFor('busy');
    grant(context.world, group, personaId('reader'), 'Owner');
    const rows = rowsOf(context, `managedservicesresources ${ids}`, { visibleTo }).data;
    return rows.map(({ id }) => String(id)).filter((id) => id.startsWith(subscription(13)));
  }

  it('is still seen whole by those who may read it', () => {
    expect(seen(only(subscription(13)))).toHaveLength(1);
  });

  it('shows only the group to those who may read no more', () => {
    expect(seen((scope) => only(group)(scope) || scope === subscription(13))).toEqual([]);
  });
});

describe('scopes of a request', () => {
  it('subscriptions narrow the rows, in any case, and leave management groups out', () => {
    const seen = idsOf('resourcecontainers', { subscriptions: [estateId(3).toUpperCase(), estateId(15)] });
    expect(seen).toHaveLength(1 + 2 + 1);
    expect(seen.filter((id) => id.includes('managementGroups'))).toEqual([]);
  });

  it('management groups stand for everything below them', () => {
    const seen = idsOf('resourcecontainers', { managementGroups: ['Contoso-Landingzones'] });
    expect(seen).toContain('/providers/Microsoft.Management/managementGroups/contoso-production');
    expect(seen).toContain(subscription(9));
    expect(seen).not.toContain(subscription(1));
    expect(seen).not.toContain('/providers/Microsoft.Management/managementGroups/contoso');
  });

  it('an empty list is the whole tenant', () => {
    expect(idsOf('resourcecontainers', { subscriptions: [] })).toEqual(idsOf('resourcecontainers'));
  });

  it('those that cannot be read are left out, and 403 when none can', () => {
    const query = 'resourcecontainers | project id';
    const visibleTo = only(subscription(15));
    const both = { subscriptions: [estateId(15), estateId(1)], visibleTo };
    expect(rowsOf(contextFor('small'), query, both).data).toEqual([{ id: subscription(15) }]);
    for (const asking of [
      { subscriptions: [estateId(1)] },
      { managementGroups: ['contoso'] },
      { subscriptions: ['no-such-thing'] },
    ]) {
      expect(ask(contextFor('small'), query, { ...asking, visibleTo: only(subscription(16)) })).toMatchObject({
        status: 403,
        body: { error: { code: 'AccessDenied' } },
      });
    }
  });
});

describe('authorizationScopeFilter', () => {
  const assignments = `authorizationresources | where type =~ 'microsoft.authorization/roleassignments' | summarize scopes = make_set(tostring(properties.scope))`;
  const treasury = subscription(16);
  const group = (name: string) => `/providers/Microsoft.Management/managementGroups/${name}`;

  function scopes(authorizationScopeFilter: string | undefined, asking: Parameters<typeof rowsOf>[2]): string[] {
    const options = authorizationScopeFilter === undefined ? {} : { authorizationScopeFilter };
    const [row] = rowsOf(contextFor('small'), assignments, { options, ...asking }).data;
    return [...((row?.['scopes'] ?? []) as string[])].sort();
  }

  it.each([
    [undefined, [treasury]],
    ['AtScopeExact', [treasury]],
    ['AtScopeAndAbove', ['/', group('11111111-1111-4111-8111-111111111111'), group('contoso-regulated'), treasury]],
  ])('%s of a subscription', (filter, expected) => {
    expect(scopes(filter, { subscriptions: [estateId(16)] })).toEqual(expected);
  });

  it('inherited assignments are seen without a right on the management group', () => {
    const asking = { subscriptions: [estateId(4)], visibleTo: only(subscription(4)) };
    expect(scopes('AtScopeAboveAndBelow', asking)).toEqual([
      '/',
      group('11111111-1111-4111-8111-111111111111'),
      group('contoso'),
      `${subscription(4)}/resourceGroups/rg-store-web-prod`,
    ]);
    expect(scopes(undefined, asking)).toEqual([`${subscription(4)}/resourceGroups/rg-store-web-prod`]);
  });

  it('a whole tenant is everything in it, and no other tenant', () => {
    const everywhere = scopes(undefined, {});
    expect(everywhere).toContain(group('contoso'));
    expect(everywhere).toContain(treasury);
    expect(everywhere).toContain(subscription(17));
    expect(everywhere).not.toContain('/');
    expect(everywhere).not.toContain(group('44444444-4444-4444-8444-444444444444'));
  });
});
