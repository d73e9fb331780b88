import { describe, expect, it } from 'vitest';
import type { World } from '../model.ts';
import { subscriptionScope } from './scopes.ts';
import { contoso, tailspin } from './tenants.ts';
import { buildWorld, worldNames } from './worlds.ts';

const now = Date.parse('2026-09-01T08:00:00Z');
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const worlds = new Map(worldNames.map((name) => [name, buildWorld(name, now)]));

function textOf(world: World): string {
  return JSON.stringify(world, (_key, value: unknown) => (value instanceof Map ? [...value] : value));
}

describe('buildWorld', () => {
  it('names the known worlds when asked for another', () => {
    expect(() => buildWorld('tiny', now)).toThrow('small, busy, large, empty');
  });

  it.each(worldNames)('builds the same %s every time, and a fresh one', (name) => {
    const again = buildWorld(name, now);
    expect(textOf(again)).toBe(textOf(worlds.get(name) ?? again));
    again.roleAssignments.pop();
    again.subscriptions.clear();
    expect(textOf(buildWorld(name, now))).not.toBe(textOf(again));
  });

  it('builds another large world from another seed', () => {
    expect([...buildWorld('large', now, { seed: 2 }).subscriptions.keys()]).not.toEqual([
      ...buildWorld('large', now, { seed: 3 }).subscriptions.keys(),
    ]);
  });

  it('takes switches, page size and seed from the options', () => {
    const world = buildWorld('small', now, { seed: 7, pageSize: 2, switches: { guests: 'allowed' } });
    expect(world).toMatchObject({ seed: 7, pageSize: 2 });
    expect(world.switches).toMatchObject({ guests: 'allowed', crossSubscriptionReferences: 'allowed' });
  });
});

describe.each([...worlds])('%s', (_name, world) => {
  const groupNames = new Set(world.managementGroups.map(({ name }) => name));
  const tenantIds = new Set(world.tenants.map(({ id }) => id));
  const principalIds = new Set(world.principals.map(({ id }) => id));
  const roleIds = new Set(world.roleDefinitions.map(({ name }) => name));

  function exists(scope: string): boolean {
    const [, , second = '', , fourth] = scope.toLowerCase().split('/');
    if (scope === '/') return true;
    if (scope.startsWith('/providers/')) return groupNames.has(scope.split('/').at(-1) ?? '');
    return fourth === undefined
      ? world.subscriptions.has(second)
      : world.resourceGroups.get(second)?.has(fourth) === true;
  }

  it('has valid GUIDs wherever Azure has GUIDs', () => {
    const ids = [
      ...world.tenants.map(({ id }) => id),
      ...world.principals.map(({ id }) => id),
      ...world.subscriptions.keys(),
      ...[...world.definitions.values()].map(({ name }) => name),
      ...[...world.assignments.values()].map(({ name }) => name),
      ...world.roleAssignments.map(({ name }) => name),
      ...world.roleEligibilities.map(({ name }) => name),
      ...roleIds,
      world.automation.clientId,
      world.automation.objectId,
    ];
    expect(ids.filter((id) => !guid.test(id))).toEqual([]);
    expect(new Set(world.roleAssignments.map(({ name }) => name)).size).toBe(world.roleAssignments.length);
  });

  it('has a tree of management groups that ends at a root', () => {
    for (const { name, parent, tenantId } of world.managementGroups) {
      if (parent === undefined) expect(name).toBe(tenantId);
      else expect(groupNames, parent).toContain(parent);
    }
    expect(groupNames.size).toBe(world.managementGroups.length);
  });

  it('keys everything as the model says', () => {
    for (const [key, { subscriptionId, managementGroup, tenantId }] of world.subscriptions) {
      expect(key).toBe(subscriptionId.toLowerCase());
      expect(groupNames).toContain(managementGroup);
      expect(tenantIds).toContain(tenantId);
      expect(world.resourceGroups.has(key)).toBe(true);
    }
    for (const [subscriptionId, groups] of world.resourceGroups) {
      for (const [key, group] of groups) {
        if (key !== group.name.toLowerCase() || group.subscriptionId !== subscriptionId) expect.unreachable(key);
        if (!/^[\p{L}\p{N}_().-]{1,90}$/u.test(group.name) || group.name.endsWith('.')) expect.unreachable(group.name);
      }
    }
    for (const [key, { subscriptionId, name }] of world.definitions) expect(key).toBe(`${subscriptionId}/${name}`);
    for (const [key, { scope, name }] of world.assignments) expect(key).toBe(`${scope}/${name}`.toLowerCase());
  });

  it('refers to nothing that is not there', () => {
    for (const { scope, principalId, role } of [...world.roleAssignments, ...world.roleEligibilities]) {
      expect(exists(scope), scope).toBe(true);
      expect(principalIds).toContain(principalId);
      expect(roleIds).toContain(role);
    }
    for (const { scope } of [...world.denyAssignments, ...world.policyAssignments, ...world.assignments.values()]) {
      expect(exists(scope), scope).toBe(true);
    }
    for (const copy of world.definitions.values()) {
      expect(world.subscriptions.has(copy.subscriptionId)).toBe(true);
      expect(tenantIds).toContain(copy.properties.managedByTenantId);
      expect(copy.properties.managedByTenantId).not.toBe(world.subscriptions.get(copy.subscriptionId)?.tenantId);
    }
    for (const { memberOf = [] } of world.principals) for (const id of memberOf) expect(principalIds).toContain(id);
    expect(world.catalog.every(({ managedByTenantId }) => tenantIds.has(managedByTenantId))).toBe(true);
  });

  it('has one delegation per scope and copy, and says where a copy is missing', () => {
    const pairs = [...world.assignments.values()].map(({ scope, registrationDefinitionId }) => {
      const [, id = '', , , , name = ''] = registrationDefinitionId.toLowerCase().replace(/^\//, '').split('/');
      return { pair: `${scope}|${id}/${name}`.toLowerCase(), found: world.definitions.has(`${id}/${name}`) };
    });
    expect(new Set(pairs.map(({ pair }) => pair)).size).toBe(pairs.length);
    expect(pairs.filter(({ found }) => !found)).toHaveLength(world.name === 'busy' ? 1 : 0);
  });

  it('knows every person in the tenants they sign in to', () => {
    for (const persona of world.personas) {
      expect(persona.objectIds[persona.homeTenantId]).toBeDefined();
      for (const [tenantId, id] of Object.entries(persona.objectIds)) {
        expect(world.principals.find((principal) => principal.id === id)).toMatchObject({ tenantId, type: 'User' });
      }
      expect(persona.about.en.length).toBeGreaterThan(20);
      expect(persona.about.ko).toMatch(/[가-힣]/);
    }
  });
});

describe('small', () => {
  const world = buildWorld('small', now);
  const contosos = [...world.subscriptions.values()].filter(({ tenantId }) => tenantId === contoso.id);

  it('has one accepted marketplace offer and no delegation', () => {
    const copies = [...world.definitions.values()];
    expect(copies).toHaveLength(1);
    expect(copies[0]?.plan).toEqual({
      publisher: 'northwind',
      product: 'managed-platform',
      name: 'standard',
      version: '1.0.0',
    });
    expect(world.assignments.size).toBe(0);
    expect(world.subscriptions.get(copies[0]?.subscriptionId ?? '')?.registration).toBe('Registered');
    expect(world.catalog.map(({ plan }) => plan)).toEqual(copies.map(({ plan }) => plan));
  });

  it('has the subscriptions that the demo needs', () => {
    expect(contosos.length).toBeGreaterThanOrEqual(15);
    expect(contosos.filter(({ registration }) => registration === 'NotRegistered').length).toBeGreaterThan(2);
    expect(contosos.filter(({ quotaId }) => quotaId.startsWith('CSP'))).toHaveLength(1);
    expect(contosos.filter(({ state }) => state === 'Disabled')).toHaveLength(1);
    expect([...world.subscriptions.values()].filter(({ tenantId }) => tenantId === tailspin.id)).toHaveLength(2);
    expect([...world.resourceGroups.values()].some((groups) => groups.size === 0)).toBe(true);
    expect(world.subscriptions.has('5a000001-0000-4000-8000-000000000001')).toBe(true);
  });

  it('lets only another provider into the sandbox', () => {
    expect(world.policyAssignments).toMatchObject([
      {
        scope: '/providers/Microsoft.Management/managementGroups/contoso-sandbox',
        parameters: { listOfAllowedTenants: { value: ['33333333-3333-4333-8333-333333333333'] } },
      },
    ]);
  });
});

describe('large', () => {
  const world = buildWorld('large', now);

  it('holds exactly what it promises', () => {
    expect(world.subscriptions.size).toBe(5_000);
    expect([...world.resourceGroups.values()].reduce((sum, groups) => sum + groups.size, 0)).toBe(50_000);
    expect(world.assignments.size).toBeGreaterThan(2_000);
    expect(
      world.roleAssignments.some(({ scope }) => scope === subscriptionScope([...world.subscriptions.keys()][0] ?? '')),
    ).toBe(true);
  });
});
