import { describe, expect, it } from 'vitest';
import { ask, callerNamed, instant, rowsOf, testContext } from '../testing/ask.ts';
import {
  call,
  definitionId,
  delegate,
  first,
  properties,
  second,
  stateOf,
  store,
  subscriptionId,
} from '../testing/managedServices.ts';
import { contoso, northwind, plan, registered, tailspin, unregistered, ids, roles } from '../testing/names.ts';

const DEFINITIONS = 'Microsoft.ManagedServices/registrationDefinitions';

describe('PUT of a new definition', () => {
  it('is 201, Succeeded at once, without async headers, and prints what was sent', async () => {
    const context = testContext();
    const answer = await call(context, 'owner', 'PUT', definitionId(first.toUpperCase()), {
      properties: properties(),
      extra: 1,
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('Azure-AsyncOperation')).toBeNull();
    expect(answer.headers.get('Retry-After')).toBeNull();
    const at = new Date(context.clock.now()).toISOString();
    const by = 'owner@contoso.example';
    expect(answer.body).toEqual({
      properties: { ...properties(), provisioningState: 'Succeeded', managedByTenantName: 'Northwind' },
      id: definitionId(),
      type: DEFINITIONS,
      name: first,
      systemData: {
        createdBy: by,
        createdByType: 'User',
        createdAt: at,
        lastModifiedBy: by,
        lastModifiedByType: 'User',
        lastModifiedAt: at,
      },
    });
  });

  it('takes null for absent', async () => {
    const answer = await call(testContext(), 'owner', 'PUT', definitionId(), {
      properties: properties({ eligibleAuthorizations: null, description: null }),
      plan: null,
    });
    expect(answer.status).toBe(201);
    expect(answer.body).not.toHaveProperty('plan');
  });

  it('by an application says so', async () => {
    const answer = await call(testContext(), 'automation', 'PUT', definitionId(), { properties: properties() });
    expect(answer.body).toMatchObject({ systemData: { createdByType: 'Application' } });
  });
});

describe('PUT of an existing definition', () => {
  it('is 200 Accepted with Azure-AsyncOperation, and done after its time, whether asked about or not', async () => {
    const context = testContext();
    const id = await store(context);
    context.clock.advance(5000);
    const answer = await call(context, 'owner', 'PUT', id, { properties: properties({ description: 'New.' }) });
    expect([answer.status, stateOf(answer)]).toEqual([200, 'Accepted']);
    expect(answer.headers.get('Retry-After')).toBe('15');
    expect(answer.headers.get('Location')).toBeNull();
    const operation = answer.headers.get('Azure-AsyncOperation') ?? '';
    expect(operation).toMatch(/\/operationStatuses\/[\w-]+\?api-version=2022-10-01$/);

    const running = await ask(context, 'owner', 'GET', operation);
    expect([running.status, running.body]).toEqual([200, { status: 'Running' }]);
    expect(stateOf(await call(context, 'owner', 'GET', id))).toBe('Accepted');
    context.clock.advance(15_000);
    expect((await ask(context, 'owner', 'GET', operation)).body).toEqual({ status: 'Succeeded' });
    const read = await call(context, 'owner', 'GET', id);
    expect(stateOf(read)).toBe('Succeeded');
    expect(read.body).toMatchObject({ properties: { description: 'New.' } });
  });

  it('answers Accepted even where it takes no time, and even where nothing changes', async () => {
    const context = testContext(instant);
    const id = await store(context);
    const answer = await call(context, 'owner', 'PUT', id, { properties: properties() });
    expect([answer.status, stateOf(answer)]).toEqual([200, 'Accepted']);
    expect(stateOf(await call(context, 'owner', 'GET', id))).toBe('Succeeded');
  });

  it('takes the plan along: a new version of it, and none', async () => {
    const context = testContext();
    const put = (rest: object) => call(context, 'owner', 'PUT', definitionId(), { properties: properties(), ...rest });
    expect((await put({ plan })).body['plan']).toEqual(plan);
    const newer = { ...plan, version: '1.2.0' };
    expect((await put({ plan: newer })).body['plan']).toEqual(newer);
    expect((await put({})).body).not.toHaveProperty('plan');
    expect((await call(context, 'owner', 'GET', definitionId())).body).not.toHaveProperty('plan');
  });

  it('cannot change the managing tenant', async () => {
    const context = testContext();
    const id = await store(context);
    const answer = await call(context, 'owner', 'PUT', id, { properties: properties({ managedByTenantId: tailspin }) });
    expect([answer.status, answer.code]).toEqual([400, 'RegistrationDefinitionInvalidUpdate']);
    expect(answer.message).toContain('ManagedByTenantId not allowed to update');
  });
});

describe('reading definitions', () => {
  it('shows the customer’s own tenant at 2022-10-01 only, and systemData not before 2020', async () => {
    const context = testContext();
    const id = await store(context);
    const read = (version: string) => ask(context, 'reader', 'GET', `${id}?api-version=${version}`);
    expect((await read('2022-10-01')).body).toMatchObject({
      properties: { manageeTenantId: contoso, manageeTenantName: 'Contoso', managedByTenantName: 'Northwind' },
    });
    const old = await read('2019-06-01');
    expect(old.body).not.toHaveProperty('systemData');
    expect(JSON.stringify(old.body)).not.toContain('managee');
  });

  it('lists those of one subscription, by managing tenant if wanted', async () => {
    const context = testContext();
    await store(context, first);
    await store(context, second, registered, { managedByTenantId: tailspin, registrationDefinitionName: 'Toys' });
    const list = async (filter: string, at = registered) => {
      const path = `${subscriptionId(at)}/providers/${DEFINITIONS}?api-version=2019-06-01&$filter=${encodeURIComponent(filter)}`;
      return rowsOf(await ask(context, 'reader', 'GET', path))
        .map((row) => row['name'])
        .toSorted();
    };
    expect(await list('')).toEqual([first, second]);
    expect(await list(`managedByTenantId eq '${northwind.toUpperCase()}'`)).toEqual([first]);
    expect(await list(`managedByTenantId in ('${tailspin}', '${contoso}')`)).toEqual([second]);
    expect(await list('', unregistered)).toEqual([]);
  });

  it('is 404 where there is none, and needs the right to read', async () => {
    expect((await call(testContext(), 'reader', 'GET', definitionId())).status).toBe(404);
    expect((await call(testContext(), 'groupOwner', 'GET', definitionId())).code).toBe('AuthorizationFailed');
  });
});

describe('DELETE of a definition', () => {
  it('is 200 without a body, then 204', async () => {
    const context = testContext();
    const id = await store(context);
    const answer = await call(context, 'owner', 'DELETE', id);
    expect([answer.status, answer.body]).toEqual([200, {}]);
    expect((await call(context, 'owner', 'GET', id)).status).toBe(404);
    expect((await call(context, 'owner', 'DELETE', id)).status).toBe(204);
  });

  it('is refused while a delegation anywhere refers to it, until that one is gone for GET', async () => {
    const context = testContext();
    const id = await store(context);
    const elsewhere = subscriptionId('aaaaaaaa-0000-4000-8000-000000000004');
    await delegate(context, first, elsewhere, id.slice(1).toLowerCase());
    const refused = async () => (await call(context, 'owner', 'DELETE', id)).code;
    expect(await refused()).toBe('InvalidRegistrationDefinitionDeleteRequest');
    await call(
      context,
      'owner',
      'DELETE',
      `${elsewhere}/providers/Microsoft.ManagedServices/registrationAssignments/${first}`,
    );
    context.clock.advance(34_999);
    expect(await refused()).toBe('InvalidRegistrationDefinitionDeleteRequest');
    context.clock.advance(1);
    expect((await call(context, 'owner', 'DELETE', id)).status).toBe(200);
  });
});

describe('who may write a definition', () => {
  it.each([
    ['contributor', 'Microsoft.Authorization/roleAssignments/write'],
    ['reader', 'Microsoft.ManagedServices/registrationDefinitions/write'],
    ['userAccessAdministrator', 'Microsoft.ManagedServices/registrationDefinitions/write'],
    ['groupOwner', 'Microsoft.ManagedServices/registrationDefinitions/write'],
    ['conditioned', 'Microsoft.Authorization/roleAssignments/write'],
  ] as const)('not %s, who lacks %s', async (who, action) => {
    const context = testContext();
    const answer = await call(context, who, 'PUT', definitionId(), { properties: properties() });
    expect([answer.status, answer.code]).toEqual([403, 'AuthorizationFailed']);
    expect(answer.message).toContain(`to perform action '${action}' over scope '${subscriptionId()}`);
    expect(context.world.definitions.size).toBe(0);
  });

  it('a guest, unless the world refuses guests', async () => {
    const context = testContext();
    expect((await call(context, 'guest', 'PUT', definitionId(), { properties: properties() })).status).toBe(201);
    context.world.switches.guests = 'refused';
    const answer = await call(context, 'guest', 'PUT', definitionId(second), { properties: properties() });
    expect([answer.status, answer.code]).toEqual([403, 'InsufficientPrivilegesForManagedServiceResource']);
    const member = callerNamed('guest', { isGuest: false });
    expect((await call(context, member, 'PUT', definitionId(second), { properties: properties() })).status).toBe(201);
  });

  it('nobody where the provider is not registered, or not yet', async () => {
    const context = testContext();
    const id = definitionId(first, unregistered);
    const refused = await call(context, 'owner', 'PUT', id, { properties: properties() });
    expect([refused.status, refused.code]).toEqual([409, 'MissingSubscriptionRegistration']);
    await ask(
      context,
      'owner',
      'POST',
      `${subscriptionId(unregistered)}/providers/Microsoft.ManagedServices/register?api-version=2021-04-01`,
    );
    expect((await call(context, 'owner', 'PUT', id, { properties: properties() })).status).toBe(409);
    context.clock.advance(30_000);
    expect((await call(context, 'owner', 'PUT', id, { properties: properties() })).status).toBe(201);
  });
});

describe('just-in-time access and old api-versions', () => {
  const eligibleAuthorizations = [{ principalId: ids.support, roleDefinitionId: roles.contributor }];

  it.each(['2019-06-01', '2019-09-01'])('%s neither writes nor shows it', async (version) => {
    const context = testContext();
    const put = await ask(context, 'owner', 'PUT', `${definitionId()}?api-version=${version}`, {
      properties: properties({ eligibleAuthorizations }),
    });
    expect(put.status).toBe(400);
    expect(put.message).toContain("only allowed with api-version greater and equal to '2020-02-01-preview'");
    const id = await store(context, first, registered, { eligibleAuthorizations });
    const assignment = `${subscriptionId()}/providers/Microsoft.ManagedServices/registrationAssignments`;
    await delegate(context, first, subscriptionId(), id);
    const paths = [id, `${subscriptionId()}/providers/${DEFINITIONS}`, `${assignment}/${first}`, assignment];
    for (const path of paths) {
      expect((await ask(context, 'owner', 'GET', `${path}?api-version=${version}`)).status).toBe(400);
      expect((await ask(context, 'owner', 'GET', `${path}?api-version=2020-02-01-preview`)).status).toBe(200);
    }
  });
});
