import { describe, expect, it } from 'vitest';
import { inProcess } from '../../../test/azure/inProcess.ts';
import { createEmulator, type Emulator } from '../../../test/emulator/emulator.ts';
import { createManagedServices, type ManagedServicesContext } from './context.ts';
import * as marketplace from './marketplaceRegistrationDefinitions.ts';
import * as tenantMarketplace from './marketplaceRegistrationDefinitionsWithoutScope.ts';
import type { RegistrationDefinition } from './models.ts';
import { list as listOperations } from './operations.ts';
import * as assignments from './registrationAssignments.ts';
import * as definitions from './registrationDefinitions.ts';

/*
 * The client as any other program would use it: its own pipeline of the SDK, no part of the app's. What is asked of it
 * here, the published package will have to answer the same.
 */

const arm = 'https://management.azure.com';

async function client(world = 'busy'): Promise<{ emulator: Emulator; context: ManagedServicesContext }> {
  const emulator = createEmulator({ world, timing: 'instant', switches: { exposedHeaders: 'all' } });
  const body = JSON.stringify({ persona: 'owner' });
  const headers = { 'content-type': 'application/json' };
  const answer = await emulator.handle(new Request(`${arm}/_emulator/token`, { method: 'POST', body, headers }));
  const { access_token: token } = (await answer.json()) as { access_token: string };
  const credential = { getToken: async () => ({ token, expiresOnTimestamp: Date.now() + 3_600_000 }) };
  const httpClient = inProcess((request) => emulator.handle(request));
  return { emulator, context: createManagedServices(credential, { httpClient, retryOptions: { maxRetries: 0 } }) };
}

/** A subscription that has both copies and delegations. */
async function delegated(context: ManagedServicesContext, { context: { world } }: Emulator): Promise<string> {
  for (const id of world.subscriptions.keys()) {
    const scope = `subscriptions/${id}`;
    if (world.subscriptions.get(id)?.tenantId !== world.customerTenantId) continue;
    const [definition] = await all(definitions.list(context, scope));
    const [assignment] = await all(assignments.list(context, scope));
    if (definition && assignment) return scope;
  }
  throw new Error('The world has no such subscription');
}

async function all<Item>(listing: AsyncIterable<Item>): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const item of listing) items.push(item);
  return items;
}

describe('registrationDefinitions', () => {
  it('lists, gets, creates, updates and deletes', async () => {
    const { context, emulator } = await client();
    const scope = await delegated(context, emulator);
    const [known] = await all(definitions.list(context, scope));
    if (!known?.name || !known.properties) throw new Error('nothing listed');
    expect(await definitions.get(context, scope, known.name)).toEqual(known);
    expect(known.systemData?.createdAt).toBeInstanceOf(Date);

    const name = '7d0b2c3a-0000-4000-8000-00000000000a';
    const { plan: _, ...template }: RegistrationDefinition = known;
    const properties = { ...template.properties, ...known.properties, registrationDefinitionName: 'Another' };
    const poller = definitions.createOrUpdate(context, scope, name, { properties }, { updateIntervalInMs: 1 });
    const created = await poller.pollUntilDone();
    expect(created).toMatchObject({ name, properties: { registrationDefinitionName: 'Another' } });
    const update = definitions.createOrUpdate(context, scope, name, {
      properties: { ...properties, description: 'New' },
    });
    expect((await update.pollUntilDone()).properties).toMatchObject({
      description: 'New',
      provisioningState: 'Succeeded',
    });

    await definitions.$delete(context, scope, name);
    await expect(definitions.get(context, scope, name)).rejects.toMatchObject({ name: 'RestError', statusCode: 404 });
    await definitions.$delete(context, scope, name);
  });

  it('lists by managing tenant, page by page', async () => {
    const { context, emulator } = await client();
    const scope = await delegated(context, emulator);
    const [known] = await all(definitions.list(context, scope));
    const tenant = known?.properties?.managedByTenantId ?? '';
    const mine = await all(definitions.list(context, scope, { filter: `managedByTenantId eq '${tenant}'` }));
    expect(mine.map(({ properties }) => properties?.managedByTenantId)).toEqual(mine.map(() => tenant));
    const nobodys = definitions.list(context, scope, { filter: `managedByTenantId eq '${crypto.randomUUID()}'` });
    expect(await all(nobodys)).toEqual([]);

    emulator.context.world.pageSize = 1;
    const pages = await all(assignments.list(context, scope).byPage());
    expect(pages.every((page) => page.length === 1)).toBe(true);
    const [start] = pages;
    if (start?.continuationToken !== undefined) {
      const rest = await all(assignments.list(context, scope).byPage({ continuationToken: start.continuationToken }));
      expect(rest.length).toBe(pages.length - 1);
    }
  });
});

describe('registrationAssignments', () => {
  it('lists and gets, with the definition inside when asked', async () => {
    const { context, emulator } = await client();
    const scope = await delegated(context, emulator);
    const [plain] = await all(assignments.list(context, scope));
    expect(plain?.properties?.registrationDefinition).toBeUndefined();
    const at = plain?.id?.split('/providers/')[0] ?? '';
    const expanded = await assignments.get(context, at, plain?.name ?? '', { expandRegistrationDefinition: true });
    expect(expanded.properties?.registrationDefinition?.properties?.managedByTenantId).toEqual(expect.any(String));
  });

  it('creates and deletes over time', async () => {
    const { context, emulator } = await client();
    const scope = await delegated(context, emulator);
    const [first] = await all(definitions.list(context, scope));
    const { name: _, ...definition } = first ?? {};
    const name = '7d0b2c3a-0000-4000-8000-00000000000b';
    const template = { properties: { ...definition.properties, registrationDefinitionName: 'For one group' } };
    const body = template as RegistrationDefinition;
    const offer = await definitions.createOrUpdate(context, scope, name, body).pollUntilDone();
    const properties = { registrationDefinitionId: offer.id ?? '' };
    const creating = assignments.createOrUpdate(context, scope, name, { properties }, { updateIntervalInMs: 1 });
    expect((await creating.pollUntilDone()).properties).toMatchObject({ provisioningState: 'Succeeded' });
    await assignments.$delete(context, scope, name, { updateIntervalInMs: 1 }).pollUntilDone();
    await expect(assignments.get(context, scope, name)).rejects.toMatchObject({ statusCode: 404 });
  });
});

describe('marketplaceRegistrationDefinitions and operations', () => {
  it('shows what is published, to the tenant and to a subscription', async () => {
    const { context, emulator } = await client();
    const plan = emulator.context.world.catalog.find(({ privateTo }) => !privateTo)?.plan;
    if (!plan) throw new Error('The catalog is empty');
    const identifier = `${plan.publisher}.${plan.product}.${plan.name}`;
    const filter = `planIdentifier eq '${identifier}'`;
    const [subscription = ''] = emulator.context.world.subscriptions.keys();
    const identity = `${identifier}.${plan.version}`;
    const wanted = { plan, properties: { managedByTenantId: expect.any(String) } };
    const scope = `/subscriptions/${subscription}`;
    expect(await all(marketplace.list(context, scope, { filter }))).toContainEqual(expect.objectContaining({ plan }));
    expect(await all(tenantMarketplace.list(context, { filter }))).toContainEqual(expect.objectContaining({ plan }));
    expect(await marketplace.get(context, scope, identity)).toMatchObject(wanted);
    expect(await tenantMarketplace.get(context, identity)).toMatchObject(wanted);
  });

  it('says what the provider can do', async () => {
    const { context } = await client('small');
    const names = (await all(listOperations(context))).map(({ name }) => name);
    expect(names).toContain('Microsoft.ManagedServices/registrationAssignments/write');
  });
});
