import { createRestError, getClient } from '@azure-rest/core-client';
import type { PathUncheckedResponse } from '@azure-rest/core-client';
import { createResourceGraph, resources } from '@azure/arm-resourcegraph/api';
import { createResourceManagement } from '@azure/arm-resources/api';
import { get as getProvider, register } from '@azure/arm-resources/api/providers';
import { list as listGroups } from '@azure/arm-resources/api/resourceGroups';
import { createSubscription } from '@azure/arm-resources-subscriptions/api';
import { list as listSubscriptions } from '@azure/arm-resources-subscriptions/api/subscriptions';
import { list as listTenants } from '@azure/arm-resources-subscriptions/api/tenants';
import { createHttpPoller } from '@azure/core-lro';
import type { OperationResponse } from '@azure/core-lro';
import { beforeEach, describe, expect, it } from 'vitest';
import { frozenClock } from './clock.ts';
import type { RestartableClock } from './clock.ts';
import { createEmulator } from './emulator.ts';
import type { Emulator } from './emulator.ts';
import { askJson } from './testing/arm.ts';
import { credentialFor, inProcess } from './testing/sdk.ts';
import { contoso, northwind } from './testing/signIn.ts';

// The clients are the published ones, unchanged, at their default address: only the last step goes to this process.

const registered = '5a000004-0000-4000-8000-000000000004';
const unregistered = '5a000001-0000-4000-8000-000000000001';
const provider = 'Microsoft.ManagedServices';
const guid = 'eeeeeeee-0000-4000-8000-000000000001';

let clock: RestartableClock;
let emulator: Emulator;
beforeEach(() => {
  clock = frozenClock();
  emulator = createEmulator({ timing: 'azure', clock, switches: { exposedHeaders: 'all' } });
});

const options = (retries = 3): { httpClient: ReturnType<typeof inProcess>; retryOptions: { maxRetries: number } } => ({
  httpClient: inProcess(emulator),
  retryOptions: { maxRetries: retries },
});

async function all<Item>(pages: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of pages) found.push(item);
  return found;
}

describe('@azure/arm-resources-subscriptions', () => {
  it('lists every subscription through all pages, each once, with what it knows of them', async () => {
    const client = createSubscription(credentialFor(emulator, 'owner'), options());
    const found = await all(listSubscriptions(client));
    const ids = found.map(({ subscriptionId }) => subscriptionId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(emulator.context.world.pageSize);
    expect(found.find(({ subscriptionId }) => subscriptionId === registered)).toMatchObject({
      displayName: emulator.context.world.subscriptions.get(registered)?.displayName,
      tenantId: contoso,
      state: 'Enabled',
      subscriptionPolicies: { quotaId: expect.any(String) },
    });
    const pages = emulator.context.requests.filter(({ url }) => url.startsWith('/subscriptions?'));
    expect(pages.length).toBe(Math.ceil(ids.length / emulator.context.world.pageSize));
  });

  it('lists the tenants of the person', async () => {
    const client = createSubscription(credentialFor(emulator, 'twoTenantOwner'), options());
    const names = (await all(listTenants(client))).map(({ displayName }) => displayName);
    expect(names.toSorted()).toEqual(['Contoso', 'Tailspin Toys']);
  });
});

describe('@azure/arm-resources', () => {
  it('registers a provider and sees it become registered', async () => {
    const client = createResourceManagement(credentialFor(emulator, 'contributor'), unregistered, options());
    expect((await register(client, provider)).registrationState).toBe('Registering');
    clock.advance(30_000);
    expect((await getProvider(client, provider)).registrationState).toBe('Registered');
  });

  it('lists resource groups', async () => {
    const client = createResourceManagement(credentialFor(emulator, 'reader'), registered, options());
    const groups = await all(listGroups(client));
    expect(groups.length).toBe(emulator.context.world.resourceGroups.get(registered)?.size);
  });

  it('turns a refusal into an error with its code, status and message', async () => {
    const client = createResourceManagement(credentialFor(emulator, 'reader'), unregistered, options());
    await expect(register(client, provider)).rejects.toMatchObject({
      name: 'RestError',
      code: 'AuthorizationFailed',
      statusCode: 403,
      message: expect.stringContaining('Microsoft.ManagedServices/register/action'),
    });
  });

  it('waits and tries again when it is throttled', async () => {
    const rule = {
      route: 'GET /subscriptions/*/providers/*',
      times: 2,
      action: { kind: 'throttle', retryAfter: 'milliseconds', seconds: 0 },
    };
    await askJson(emulator, 'POST', '/_emulator/faults', rule);
    const client = createResourceManagement(credentialFor(emulator, 'reader'), registered, options());
    expect((await getProvider(client, provider)).registrationState).toBe('Registered');
    const asked = emulator.context.requests.filter(({ service }) => service === 'arm').map(({ status }) => status);
    expect(asked).toEqual([429, 429, 200]);
  });

  it('answers a claims challenge by asking for a token with the claims', async () => {
    const rule = {
      route: 'GET /subscriptions/*/providers/*',
      times: 1,
      action: { kind: 'challenge', reason: 'mfa' },
    };
    await askJson(emulator, 'POST', '/_emulator/faults', rule);
    const credential = credentialFor(emulator, 'reader');
    const client = createResourceManagement(credential, registered, options());
    expect((await getProvider(client, provider)).registrationState).toBe('Registered');
    expect(credential.asked).toEqual([
      { scopes: expect.anything(), claims: undefined },
      { scopes: expect.anything(), claims: expect.stringContaining('"acrs"') },
    ]);
  });
});

describe('@azure/arm-resourcegraph', () => {
  it('asks a query and pages with its skip token', async () => {
    const client = createResourceGraph(credentialFor(emulator, 'owner'), '', options());
    const query =
      "resourcecontainers | where type =~ 'microsoft.resources/subscriptions' | project id, subscriptionId | order by subscriptionId asc";
    const first = await resources(client, { query, options: { top: 3 } });
    expect([first.count, typeof first.skipToken]).toEqual([3, 'string']);
    const second = await resources(client, { query, options: { top: 3, skipToken: String(first.skipToken) } });
    const names = [first, second]
      .flatMap(({ data }) => data as unknown as { subscriptionId: string }[])
      .map((row) => row.subscriptionId);
    expect(names).toEqual([...new Set(names)].toSorted());
    expect(names).toHaveLength(6);
  });
});

describe('@azure-rest/core-client with @azure/core-lro', () => {
  const definitionPath = `/subscriptions/${registered}/providers/${provider}/registrationDefinitions/${guid}`;
  const assignmentPath = `/subscriptions/${registered}/providers/${provider}/registrationAssignments/${guid}`;
  const definition = {
    properties: {
      managedByTenantId: northwind,
      authorizations: [{ principalId: guid, roleDefinitionId: 'acdd72a7-3385-48ef-bd42-f606fba81ae7' }],
    },
  };

  const restClient = (): ReturnType<typeof getClient> =>
    getClient('https://management.azure.com', credentialFor(emulator, 'owner'), {
      ...options(0),
      apiVersion: '2022-10-01',
      credentials: { scopes: ['https://management.azure.com/.default'] },
    });

  function operation(response: PathUncheckedResponse): OperationResponse {
    if (Number(response.status) >= 400) throw createRestError(response);
    return {
      flatResponse: response,
      rawResponse: { ...response, statusCode: Number(response.status), body: response.body },
    };
  }

  it('puts and deletes an assignment as a long-running operation, by Azure-AsyncOperation and by Location', async () => {
    const client = restClient();
    expect((await client.pathUnchecked(definitionPath).put({ body: definition })).status).toBe('201');
    const body = { properties: { registrationDefinitionId: definitionPath } };
    const put = createHttpPoller({
      sendInitialRequest: async () => operation(await client.pathUnchecked(assignmentPath).put({ body })),
      sendPollRequest: async (path) => operation(await client.pathUnchecked(path).get()),
    });
    // Polled by hand: the clock of the world moves between two polls, no time passes here.
    await put.poll();
    expect(put.operationState?.status).toBe('running');
    clock.advance(15_000);
    await put.poll();
    expect(put.operationState?.status).toBe('succeeded');
    expect((await client.pathUnchecked(assignmentPath).get()).body).toMatchObject({
      properties: { provisioningState: 'Succeeded' },
    });

    const remove = createHttpPoller({
      sendInitialRequest: async () => operation(await client.pathUnchecked(assignmentPath).delete()),
      sendPollRequest: async (path) => operation(await client.pathUnchecked(path).get()),
    });
    await remove.poll();
    expect(remove.operationState?.status).toBe('running');
    clock.advance(35_000);
    await remove.poll();
    expect(remove.operationState?.status).toBe('succeeded');
    expect((await client.pathUnchecked(assignmentPath).get()).status).toBe('404');
  });

  it('sees a broken connection as an error, not as an answer', async () => {
    await askJson(emulator, 'POST', '/_emulator/faults', {
      route: 'PUT /**',
      action: { kind: 'lose', when: 'afterCommit' },
    });
    await expect(restClient().pathUnchecked(definitionPath).put({ body: definition })).rejects.toThrow(
      'Failed to fetch',
    );
    expect(emulator.context.world.definitions.has(`${registered}/${guid}`)).toBe(true);
  });
});
