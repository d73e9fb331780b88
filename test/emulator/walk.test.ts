import { describe, expect, it } from 'vitest';
import { errorCode, errorMessage } from './testing/arm.ts';
import type { JsonAnswer } from './testing/arm.ts';
import { contoso, northwind, origin } from './testing/signIn.ts';
import {
  assignmentGuid,
  definitionGuid,
  definitionId,
  items,
  principal,
  provisioningState,
  readerRole,
  reference,
  registered,
  startWalk,
  unregistered,
} from './testing/walk.ts';

// One story per test, over plain HTTP as curl would tell it, with Azure's own timing and a clock that the test moves.
// Statuses, headers and bodies are those recorded from the real service: the README names the source of each.

describe.each(['2019-06-01', '2022-10-01'])('with api-version %s', (apiVersion) => {
  it('a call without api-version, and one without a token, are refused in that order', async () => {
    const { anonymous } = await startWalk(apiVersion);
    const noVersion = await anonymous(
      'GET',
      `/subscriptions/${registered}/providers/Microsoft.ManagedServices/registrationDefinitions`,
    );
    expect([noVersion.status, errorCode(noVersion)]).toEqual([400, 'MissingApiVersionParameter']);
    const noToken = await anonymous('GET', `/subscriptions/${registered}?api-version=2022-12-01`);
    expect([noToken.status, errorCode(noToken)]).toEqual([401, 'AuthenticationFailed']);
    expect(noToken.headers.get('www-authenticate')).toContain('Bearer authorization_uri=');
  });

  it('a definition needs the provider registered, and registration takes its time', async () => {
    const { owner, advance, definition, url } = await startWalk(apiVersion);
    const scope = `/subscriptions/${unregistered}`;
    const put = (): Promise<JsonAnswer> =>
      owner('PUT', url('registrationDefinitions', `/${definitionGuid}`, scope), definition());
    const early = await put();
    expect([early.status, errorCode(early)]).toEqual([409, 'MissingSubscriptionRegistration']);

    const provider = `${scope}/providers/Microsoft.ManagedServices`;
    const state = async (): Promise<unknown> =>
      (await owner('GET', `${provider}?api-version=2021-04-01`)).body['registrationState'];
    expect(await state()).toBe('NotRegistered');
    const register = await owner('POST', `${provider}/register?api-version=2021-04-01`);
    expect([register.status, register.body['registrationState']]).toEqual([200, 'Registering']);
    advance(29);
    expect(await state()).toBe('Registering');
    advance(1);
    expect(await state()).toBe('Registered');
    expect((await put()).status).toBe(201);
  });

  it('a new definition is done at once; an update of it takes its time', async () => {
    const { owner, advance, definition, url } = await startWalk(apiVersion);
    const path = url('registrationDefinitions', `/${definitionGuid}`);
    const created = await owner('PUT', path, definition());
    expect([created.status, provisioningState(created)]).toEqual([201, 'Succeeded']);
    expect(created.headers.get('azure-asyncoperation')).toBeNull();
    expect(created.headers.get('retry-after')).toBeNull();

    const updated = await owner('PUT', path, definition({ description: 'New' }));
    expect([updated.status, provisioningState(updated)]).toEqual([200, 'Accepted']);
    expect(updated.headers.get('retry-after')).toBe('15');
    const operation = updated.headers.get('azure-asyncoperation') ?? '';
    expect(
      operation.startsWith(
        `${origin}/subscriptions/${registered}/providers/Microsoft.ManagedServices/operationStatuses/`,
      ),
    ).toBe(true);

    const tooEarly = await owner('PUT', url('registrationAssignments', `/${assignmentGuid}`), reference);
    expect([tooEarly.status, errorCode(tooEarly)]).toEqual([409, 'InvalidRegistrationAssignmentCreateRequest']);
    advance(15);
    expect((await owner('GET', operation)).body['status']).toBe('Succeeded');
    expect(provisioningState(await owner('GET', path))).toBe('Succeeded');
  });

  it('an assignment is accepted, then done; its definition id is echoed as it was sent', async () => {
    const { owner, advance, definition, url } = await startWalk(apiVersion);
    await owner('PUT', url('registrationDefinitions', `/${definitionGuid}`), definition());
    const odd = definitionId.slice(1).replace('registrationDefinitions', 'registrationdefinitions');
    const path = url('registrationAssignments', `/${assignmentGuid}`);
    const put = await owner('PUT', path, { properties: { registrationDefinitionId: odd } });
    expect([put.status, provisioningState(put)]).toEqual([201, 'Accepted']);
    expect(put.headers.get('retry-after')).toBe('15');
    const operation = put.headers.get('azure-asyncoperation') ?? '';
    advance(15);
    const status = await owner('GET', operation);
    expect([status.status, status.body['status']]).toEqual([200, 'Succeeded']);
    const read = await owner('GET', path);
    expect(read.body['properties']).toMatchObject({ registrationDefinitionId: odd, provisioningState: 'Succeeded' });
    expect(read.body['properties']).not.toHaveProperty('registrationDefinition');
    const expanded = await owner(
      'GET',
      url('registrationAssignments', `/${assignmentGuid}?$expandRegistrationDefinition=true`),
    );
    expect(expanded.body['properties']).toMatchObject({
      registrationDefinition: {
        name: definitionGuid,
        properties: { managedByTenantId: northwind, manageeTenantId: contoso },
      },
    });
  });

  it('a second assignment of the same definition at the same scope is refused', async () => {
    const { owner, advance, definition, url } = await startWalk(apiVersion);
    await owner('PUT', url('registrationDefinitions', `/${definitionGuid}`), definition());
    await owner('PUT', url('registrationAssignments', `/${assignmentGuid}`), reference);
    advance(15);
    const second = await owner(
      'PUT',
      url('registrationAssignments', '/bbbbbbbb-0000-4000-8000-000000000002'),
      reference,
    );
    expect([second.status, errorCode(second)]).toEqual([409, 'MultipleRegistrationAssignmentsNotAllowed']);
    expect(errorMessage(second)).toContain('Multiple registration assignments are not allowed.');
  });

  it('the list of a subscription holds the assignments of its resource groups, and can be filtered', async () => {
    const { owner, advance, definition, url } = await startWalk(apiVersion);
    await owner('PUT', url('registrationDefinitions', `/${definitionGuid}`), definition());
    const groups = await owner('GET', `/subscriptions/${registered}/resourceGroups?api-version=2021-04-01`);
    const group = String(items(groups)[0]?.['id']);
    await owner('PUT', url('registrationAssignments', `/${assignmentGuid}`, group), reference);
    advance(15);
    const list = async (filter = ''): Promise<unknown[]> =>
      items(await owner('GET', url('registrationAssignments', filter))).map(({ name }) => name);
    expect(await list()).toContain(assignmentGuid);
    expect(await list(`?$filter=managedByTenantId eq '${northwind}'`)).toContain(assignmentGuid);
    expect(await list(`?$filter=managedByTenantId eq '${contoso}'`)).toEqual([]);
  });

  it('a deleted assignment lingers, then is gone; what was never there is 204', async () => {
    const { owner, advance, definition, url } = await startWalk(apiVersion);
    await owner('PUT', url('registrationDefinitions', `/${definitionGuid}`), definition());
    const path = url('registrationAssignments', `/${assignmentGuid}`);
    await owner('PUT', path, reference);
    advance(15);
    const inUse = await owner('DELETE', url('registrationDefinitions', `/${definitionGuid}`));
    expect(errorCode(inUse)).toBe('InvalidRegistrationDefinitionDeleteRequest');

    const deleted = await owner('DELETE', path);
    expect([deleted.status, deleted.body, deleted.headers.get('retry-after')]).toEqual([202, {}, '15']);
    expect(deleted.headers.get('azure-asyncoperation')).toBeNull();
    const location = deleted.headers.get('location') ?? '';
    advance(15);
    expect((await owner('GET', location)).body['status']).toBe('Succeeded');
    expect((await owner('GET', path)).status).toBe(200);
    advance(20);
    expect((await owner('GET', path)).status).toBe(404);
    expect((await owner('DELETE', path)).status).toBe(204);

    const definitionPath = url('registrationDefinitions', `/${definitionGuid}`);
    const gone = await owner('DELETE', definitionPath);
    expect([gone.status, gone.body]).toEqual([200, {}]);
    expect((await owner('DELETE', definitionPath)).status).toBe(204);
  });

  it.each([
    ['the own tenant as managing tenant', { managedByTenantId: contoso }, 'as ManagedByTenantId'],
    [
      'Owner',
      { authorizations: [{ principalId: principal, roleDefinitionId: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635' }] },
      'restricted actions',
    ],
    [
      'a principal that is no GUID',
      { authorizations: [{ principalId: 'desk', roleDefinitionId: readerRole }] },
      'must be a valid Guid',
    ],
  ])('a definition with %s is refused', async (_what, more, said) => {
    const { owner, definition, url } = await startWalk(apiVersion);
    const answer = await owner('PUT', url('registrationDefinitions', `/${definitionGuid}`), definition(more));
    expect([answer.status, errorCode(answer)]).toEqual([400, 'InvalidRegistrationDefinitionCreateRequest']);
    expect(errorMessage(answer)).toContain(said);
  });

  it('a definition at a resource group, and another managing tenant on update, are refused', async () => {
    const { owner, definition, url } = await startWalk(apiVersion);
    const groups = await owner('GET', `/subscriptions/${registered}/resourceGroups?api-version=2021-04-01`);
    const group = String(items(groups)[0]?.['id']);
    const atGroup = await owner('PUT', url('registrationDefinitions', `/${definitionGuid}`, group), definition());
    expect(errorCode(atGroup)).toBe('InvalidRegistrationDefinitionUri');
    const path = url('registrationDefinitions', `/${definitionGuid}`);
    await owner('PUT', path, definition());
    const moved = await owner('PUT', path, definition({ managedByTenantId: '33333333-3333-4333-8333-333333333333' }));
    expect([moved.status, errorCode(moved)]).toEqual([400, 'RegistrationDefinitionInvalidUpdate']);
  });

  it('who may not write is told the action and the scope, in the words of Azure Resource Manager', async () => {
    const { reader, definition, url } = await startWalk(apiVersion);
    const answer = await reader('PUT', url('registrationDefinitions', `/${definitionGuid}`), definition());
    expect([answer.status, errorCode(answer)]).toEqual([403, 'AuthorizationFailed']);
    expect(errorMessage(answer)).toContain("'Microsoft.ManagedServices/registrationDefinitions/write'");
    expect(errorMessage(answer)).toContain("The client 'reader@contoso.example' with object id");
  });

  it('lists come in pages whose order does not last', async () => {
    const { owner } = await startWalk(apiVersion);
    const walkThrough = async (): Promise<string[]> => {
      const found: string[] = [];
      let next: unknown = `/subscriptions?api-version=2022-12-01`;
      while (typeof next === 'string') {
        const page: JsonAnswer = await owner('GET', next);
        found.push(...items(page).map(({ subscriptionId }) => String(subscriptionId)));
        next = page.body['nextLink'];
      }
      return found;
    };
    const [first, second] = [await walkThrough(), await walkThrough()];
    expect(first.length).toBeGreaterThan(5);
    expect(first.toSorted()).toEqual(second.toSorted());
    expect(first).not.toEqual(second);
  });

  it('extra headers are accepted, and remaining calls are told', async () => {
    const { owner, url } = await startWalk(apiVersion);
    const extra = { 'x-ms-useragent': 'walk/1.0', 'x-nobody-knows-this': '1', 'x-ms-return-client-request-id': 'true' };
    const answer = await owner('GET', url('registrationDefinitions'), undefined, {
      ...extra,
      'x-ms-client-request-id': 'mine',
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-ms-client-request-id')).toBe('mine');
    expect(answer.headers.get('x-ms-ratelimit-remaining-subscription-reads')).toMatch(/^\d+$/);
    expect(answer.headers.get('x-ms-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('just-in-time authorizations', () => {
  const eligibleAuthorizations = [
    {
      principalId: principal,
      roleDefinitionId: 'b24988ac-6180-42a0-ab88-20f7382dd24c',
      justInTimeAccessPolicy: { multiFactorAuthProvider: 'Azure', maximumActivationDuration: 'PT4H' },
    },
  ];

  it('cannot be written or read below api-version 2020-02-01-preview', async () => {
    const old = await startWalk('2019-06-01');
    const refused = await old.owner(
      'PUT',
      old.url('registrationDefinitions', `/${definitionGuid}`),
      old.definition({ eligibleAuthorizations }),
    );
    expect(errorMessage(refused)).toContain("api-version greater and equal to '2020-02-01-preview'");
    const current = `/subscriptions/${registered}/providers/Microsoft.ManagedServices/registrationDefinitions/${definitionGuid}?api-version=2022-10-01`;
    expect((await old.owner('PUT', current, old.definition({ eligibleAuthorizations }))).status).toBe(201);
    expect((await old.owner('GET', current)).body['properties']).toMatchObject({ eligibleAuthorizations });
    const unreadable = await old.owner('GET', old.url('registrationDefinitions', `/${definitionGuid}`));
    expect(errorMessage(unreadable)).toContain("api-version greater and equal to '2020-02-01-preview'");
  });
});

describe('the marketplace', () => {
  it('shows a version published through the control endpoint, at the tenant and at a subscription', async () => {
    const { owner, anonymous, url } = await startWalk('2022-10-01');
    const state = await anonymous('GET', '/_emulator/state');
    const [offer] = state.body['catalog'] as Record<string, string>[];
    const { publisher, product, name } = offer ?? {};
    await anonymous('POST', '/_emulator/publish', { publisher, product, plan: name, version: '7.0.0' });
    const identifier = `${publisher}.${product}.${name}.7.0.0`;
    const tenantForm = await owner('GET', url('marketplaceRegistrationDefinitions', `/${identifier}`, ''));
    const scopeForm = await owner('GET', url('marketplaceRegistrationDefinitions', `/${identifier}`));
    for (const answer of [tenantForm, scopeForm])
      expect(answer.body).toMatchObject({ name: identifier, plan: { version: '7.0.0' } });
  });
});

describe('Resource Graph', () => {
  it('shows a write half a minute later', async () => {
    const { owner, advance, definition, url } = await startWalk('2022-10-01');
    const query = {
      query: `managedservicesresources | where type =~ 'microsoft.managedservices/registrationdefinitions' | project name`,
    };
    const names = async (): Promise<unknown[]> => {
      const { body } = await owner(
        'POST',
        '/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01',
        query,
      );
      return (body['data'] as { name: string }[]).map(({ name }) => name);
    };
    await owner('PUT', url('registrationDefinitions', `/${definitionGuid}`), definition());
    expect(await names()).not.toContain(definitionGuid);
    advance(30);
    expect(await names()).toContain(definitionGuid);
  });
});
