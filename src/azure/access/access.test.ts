import { describe, expect, it } from 'vitest';
import { createScene, type Scene } from '../../../test/azure/scene.ts';
import { roleId, subscriptionScope, type SubscriptionId } from '../../domain/ids.ts';

const never = new AbortController().signal;
const owner = roleId('8e3af657-a8ff-443c-a75c-2fe8c4bcb635');

async function subscriptionsOf({ azure, emulator }: Scene): Promise<readonly SubscriptionId[]> {
  const { subscriptions } = await azure.estate(never);
  const own = subscriptions.filter(({ tenantId }) => tenantId === emulator.context.world.customerTenantId);
  return own.map(({ subscriptionId }) => subscriptionId);
}

async function first(scene: Scene): Promise<SubscriptionId> {
  const [id] = await subscriptionsOf(scene);
  if (!id) throw new Error('This persona sees no subscription');
  return id;
}

describe('what a person may do', () => {
  it('is read as ARM answers it: one entry per role', async () => {
    const scene = await createScene();
    const permissions = await scene.azure.permissions(subscriptionScope(await first(scene)), never);
    expect(permissions).toContainEqual({ actions: ['*'], notActions: [] });
    const contributor = await createScene({ persona: 'contributor' });
    const fewer = await contributor.azure.permissions(subscriptionScope(await first(contributor)), never);
    expect(fewer.some(({ notActions }) => notActions.includes('Microsoft.Authorization/*/Write'))).toBe(true);
  });

  it('is held through role assignments, with their conditions', async () => {
    const plain = await createScene();
    const held = await plain.azure.myRoleAssignments(subscriptionScope(await first(plain)), never);
    expect(held.map((role) => role.roleId)).toContain(owner);
    const scene = await createScene({ persona: 'conditionedOwner' });
    const conditioned = await scene.azure.myRoleAssignments(subscriptionScope(await first(scene)), never);
    expect(conditioned.find((role) => role.roleId === owner)?.condition).toEqual(expect.any(String));
  });

  it('could be activated', async () => {
    const scene = await createScene({ persona: 'eligibleOwner' });
    const eligible = await scene.azure.eligibleRoles(never);
    expect(eligible).toContainEqual(expect.objectContaining({ roleId: owner, scope: expect.stringMatching(/^\//) }));
    expect(await (await createScene()).azure.eligibleRoles(never)).toEqual([]);
  });

  it('is taken away by deny assignments, for everybody who is not left out', async () => {
    const scene = await createScene({ world: 'busy' });
    const [deny] = scene.emulator.context.world.denyAssignments;
    const scope = subscriptionScope(
      (await subscriptionsOf(scene)).find((id) => deny?.scope.includes(id)) ?? (await first(scene)),
    );
    const [denial] = await scene.azure.denials(scope, never);
    expect(denial).toEqual({
      name: deny?.displayName,
      permissions: [{ actions: ['*/write', '*/delete'], notActions: [] }],
    });
    const others = await Promise.all(
      (await subscriptionsOf(scene))
        .filter((id) => !scope.includes(id))
        .map((id) => scene.azure.denials(subscriptionScope(id), never)),
    );
    expect(others.flat()).toEqual([]);
  });
});

describe('the Owners of a subscription', () => {
  it('are listed with where they hold the role, inherited ones too', async () => {
    const scene = await createScene({ persona: 'reader' });
    const owners = await scene.azure.owners(await first(scene), never);
    expect(owners.length).toBeGreaterThan(0);
    expect(owners.map(({ type }) => type)).toContain('user');
    expect(owners.every(({ scope }) => scope.startsWith('/'))).toBe(true);
  });
});

describe('role definitions', () => {
  it('are read once each, and those that Azure does not know are left out', async () => {
    const scene = await createScene();
    const nonsense = [roleId('00000000-0000-4000-8000-000000000000'), roleId('not a guid')];
    const found = await scene.azure.roleDefinitions([owner, owner, ...nonsense], never);
    expect(found).toEqual([
      { id: owner, name: 'Owner', builtIn: true, permissions: [{ actions: ['*'], notActions: [] }], dataActions: [] },
    ]);
    expect(scene.requests()).toHaveLength(3);
  });
});

describe('allow-lists of managing tenants', () => {
  it.each(['small', 'busy'])('are the same from Resource Graph and from plain listings: %s', async (world) => {
    const graph = await createScene({ world });
    const plain = await createScene({ world, switches: { resourceGraph: 'refused' } });
    const byId = (one: { assignmentId: string }, other: { assignmentId: string }) =>
      one.assignmentId < other.assignmentId ? -1 : 1;
    const fromGraph = (await graph.azure.allowLists(await subscriptionsOf(graph), never)).toSorted(byId);
    const fromArm = (await plain.azure.allowLists(await subscriptionsOf(plain), never)).toSorted(byId);
    expect(fromGraph.length).toBe(graph.emulator.context.world.policyAssignments.length);
    expect(fromGraph.length).toBeGreaterThan(0);
    expect(fromArm).toEqual(fromGraph);
    for (const { allowedTenants, scope, enforced } of fromGraph) {
      expect(allowedTenants.every((tenant) => /^[0-9a-f-]{36}$/.test(tenant))).toBe(true);
      expect(scope).toBe(scope.toLowerCase());
      expect(enforced).toBe(true);
    }
  });
});
