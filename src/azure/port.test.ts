import { describe, expect, it } from 'vitest';
import { createScene, type Scene } from '../../test/azure/scene.ts';
import {
  copyId,
  delegationId,
  parseCopyId,
  resourceGroupScope,
  subscriptionId,
  subscriptionScope,
  type SubscriptionId,
} from '../domain/ids.ts';
import type { OfferContent, OfferCopy } from '../domain/offer.ts';
import { problemOf } from '../domain/problem.ts';

const never = new AbortController().signal;
const name = '7d0b2c3a-0000-4000-8000-000000000001';

interface Found {
  /** One copy of an accepted offer. */
  readonly copy: OfferCopy;
  /** An enabled subscription of the tenant, other than the copy's, where the provider is not registered. */
  readonly unregistered: SubscriptionId;
}

async function look({ azure, emulator }: Scene): Promise<Found> {
  const estate = await azure.estate(never);
  const [copy] = estate.copies;
  const { world } = emulator.context;
  const unregistered = estate.subscriptions.find(
    ({ subscriptionId: id, state, tenantId }) =>
      tenantId === world.customerTenantId &&
      state === 'Enabled' &&
      id !== copy?.subscriptionId &&
      world.subscriptions.get(id)?.registration === 'NotRegistered' &&
      !estate.delegations.some((delegation) => delegation.scope === subscriptionScope(id)),
  );
  if (!copy || !unregistered) throw new Error('The world lacks what this test needs');
  return { copy, unregistered: unregistered.subscriptionId };
}

function contentOf({ managedByTenantId, name: title, description, plan, authorizations }: OfferCopy): OfferContent {
  return {
    managedByTenantId,
    name: title,
    ...(description !== undefined && { description }),
    ...(plan && { plan }),
    authorizations,
  };
}

describe('a run’s way to Azure', () => {
  it.each(['none', 'all'] as const)(
    'registers, delegates by reference and reads it back; headers that the browser may read: %s',
    async (exposedHeaders) => {
      const scene = await createScene({ timing: 'azure', switches: { exposedHeaders } });
      const { port } = scene.azure;
      const { copy, unregistered } = await look(scene);
      const id = delegationId(subscriptionScope(unregistered), name);

      expect(await port.readRegistration(unregistered, scene.ids())).toBe('notRegistered');
      expect(await port.readDelegation(id, scene.ids())).toBeUndefined();
      await expect(port.writeDelegation(id, copy.id, scene.ids())).rejects.toMatchObject({
        problem: { code: 'notRegistered' },
      });
      expect(await port.register(unregistered, scene.ids())).toBe('registering');
      await scene.sim.wait(31_000);
      expect(await port.readRegistration(unregistered, scene.ids())).toBe('registered');

      expect(await port.writeDelegation(id, copy.id, scene.ids())).toEqual({ provisioning: 'working' });
      const started = await port.readDelegation(id, scene.ids());
      expect(started).toMatchObject({ id, copyId: copy.id, provisioning: 'working' });
      expect(started?.copy).toEqual(copy);
      await scene.sim.wait(16_000);
      expect(await port.readDelegation(id, scene.ids())).toMatchObject({
        id,
        copyId: copy.id,
        provisioning: 'succeeded',
      });

      const [listed, ...others] = await port.listDelegations(subscriptionScope(unregistered), scene.ids());
      expect(others).toEqual([]);
      expect(listed?.copy).toEqual({ ...copy, managedByTenantName: expect.any(String) });
    },
  );

  it('stores a copy of an offer exactly as it was, at once when it is new and over time when it is not', async () => {
    const scene = await createScene({ timing: 'azure' });
    const { port } = scene.azure;
    const { copy, unregistered } = await look(scene);
    await port.register(unregistered, scene.ids());
    await scene.sim.wait(31_000);
    const id = copyId(unregistered, name);

    expect(await port.readCopy(id, scene.ids())).toBeUndefined();
    expect(await port.writeCopy(id, contentOf(copy), scene.ids())).toEqual({ provisioning: 'succeeded' });
    const stored = await port.readCopy(id, scene.ids());
    expect(stored && contentOf(stored)).toEqual(contentOf(copy));
    expect(await port.writeCopy(id, contentOf(copy), scene.ids())).toEqual({ provisioning: 'working' });
    await scene.sim.wait(16_000);
    expect((await port.readCopy(id, scene.ids()))?.provisioning).toBe('succeeded');
  });

  it('takes a delegation away over time, then its copy; what is gone already is fine', async () => {
    const scene = await createScene({ timing: 'azure' });
    const { port } = scene.azure;
    const { copy } = await look(scene);
    const id = delegationId(subscriptionScope(copy.subscriptionId), name);
    await port.writeDelegation(id, copy.id, scene.ids());
    await scene.sim.wait(16_000);
    expect((await port.listDelegationsIn(copy.subscriptionId, scene.ids())).map((found) => found.id)).toContain(id);
    await expect(port.deleteCopy(copy.id, scene.ids())).rejects.toMatchObject({ problem: { code: 'copyInUse' } });
    expect(await port.deleteDelegation(id, scene.ids())).toEqual({ provisioning: 'deleting' });
    expect(await port.readDelegation(id, scene.ids())).toMatchObject({ id, provisioning: 'deleting' });
    await scene.sim.wait(60_000);
    expect(await port.readDelegation(id, scene.ids())).toBeUndefined();
    for (const _ of ['once', 'twice']) {
      expect(await port.deleteCopy(copy.id, scene.ids())).toEqual({ provisioning: 'succeeded' });
      expect(await port.deleteDelegation(id, scene.ids())).toEqual({ provisioning: 'succeeded' });
    }
    expect(await port.readCopy(copy.id, scene.ids())).toBeUndefined();
  });

  it('lists only what is at the scope itself', async () => {
    const scene = await createScene({ world: 'busy' });
    const estate = await scene.azure.estate(never);
    const inGroup = estate.delegations.find(({ scope }) => /resourceGroups/.test(scope));
    if (!inGroup) throw new Error('The busy world delegates no resource group');
    const above = subscriptionScope(subscriptionId(inGroup.scope.split('/')[2] ?? ''));
    const here = await scene.azure.port.listDelegations(inGroup.scope, scene.ids());
    expect(here.map(({ id }) => id)).toContain(inGroup.id);
    const atSubscription = await scene.azure.port.listDelegations(above, scene.ids());
    expect(atSubscription.every(({ scope }) => scope === above)).toBe(true);
    expect((await scene.azure.readDelegations(above, never)).map(({ id }) => id)).toContain(inGroup.id);
  });

  it('does not say that nothing is there when the scope itself is gone', async () => {
    const scene = await createScene();
    const { copy } = await look(scene);
    const gone = delegationId(resourceGroupScope(copy.subscriptionId, 'never-there'), name);
    await expect(scene.azure.port.readDelegation(gone, scene.ids())).rejects.toMatchObject({
      problem: { code: 'scopeNotFound' },
    });
  });

  it('names a refused reference, so that a copy can be stored instead', async () => {
    const scene = await createScene({ switches: { crossSubscriptionReferences: 'refused' } });
    const { copy, unregistered } = await look(scene);
    await scene.azure.port.register(unregistered, scene.ids());
    const id = delegationId(subscriptionScope(unregistered), name);
    const writing = scene.azure.port.writeDelegation(id, copy.id, scene.ids());
    await expect(writing).rejects.toMatchObject({ problem: { code: 'referenceRefused' } });
  });

  it.each([
    ['lose', { kind: 'lose', when: 'afterCommit' }],
    ['a page in between', { kind: 'html', status: 200 }],
    ['a gateway’s time-out', { kind: 'error', status: 504, code: 'GatewayTimeout', when: 'afterCommit' }],
  ])('leaves a write in doubt: %s', async (_, action) => {
    const scene = await createScene();
    const { copy } = await look(scene);
    const where = parseCopyId(copy.id);
    if (!where) throw new Error('not a copy');
    const groups = await scene.azure.resourceGroups(where.subscriptionId, never);
    const id = delegationId(groups[0]?.id ?? subscriptionScope(where.subscriptionId), name);
    await scene.fault({ route: 'PUT /subscriptions/**/registrationAssignments/*', action });
    const problem = problemOf(
      await scene.azure.port.writeDelegation(id, copy.id, scene.ids()).catch((error: unknown) => error),
    );
    expect(problem.code).toBe('noAnswer');
    expect(scene.requests().filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });

  it('takes a write that was accepted for under way, where the rest of the answer is broken', async () => {
    for (const damage of ['truncated', 'empty', 'notJson']) {
      const scene = await createScene();
      const { copy, unregistered } = await look(scene);
      await scene.azure.port.register(unregistered, scene.ids());
      await scene.fault({ route: 'PUT /subscriptions/**/registrationAssignments/*', action: { kind: 'body', damage } });
      const id = delegationId(subscriptionScope(unregistered), name);
      expect(await scene.azure.port.writeDelegation(id, copy.id, scene.ids())).toEqual({ provisioning: 'working' });
      expect(await scene.azure.port.readDelegation(id, scene.ids())).toMatchObject({ id, copyId: copy.id });
    }
  });

  it('writes with the ids that were journalled before', async () => {
    const scene = await createScene();
    const { copy, unregistered } = await look(scene);
    await scene.azure.port.register(unregistered, scene.ids());
    const ids = scene.ids();
    await scene.azure.port.writeDelegation(delegationId(subscriptionScope(unregistered), name), copy.id, ids);
    expect(scene.requests().at(-1)).toMatchObject({
      method: 'PUT',
      clientRequestId: ids.clientRequestId,
      correlationRequestId: ids.correlationId,
      body: { properties: { registrationDefinitionId: copy.id } },
    });
  });
});
