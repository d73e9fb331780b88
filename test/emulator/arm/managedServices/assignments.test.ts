import { describe, expect, it } from 'vitest';
import { ask, instant, rowsOf, testContext } from '../testing/ask.ts';
import {
  assignmentId,
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
import { contoso, foreign, northwind, registered, reseller, tailspin, unregistered } from '../testing/names.ts';

const sub = subscriptionId();
const web = `${sub}/resourceGroups/rg-Web`;
const third = '0d0d0d0d-0000-4000-8000-000000000003';

describe('PUT of an assignment', () => {
  it('is 201 Accepted with Azure-AsyncOperation, echoes the reference as sent, and is done after its time', async () => {
    const context = testContext();
    const odd = (await store(context)).slice(1).replace('registrationDefinitions', 'registrationdefinitions');
    const answer = await delegate(context, second, sub, odd);
    expect(answer.status).toBe(201);
    expect(answer.headers.get('Retry-After')).toBe('15');
    expect(answer.headers.get('Location')).toBeNull();
    expect(answer.body).toMatchObject({
      properties: { registrationDefinitionId: odd, provisioningState: 'Accepted' },
      id: assignmentId(second),
      type: 'Microsoft.ManagedServices/registrationAssignments',
      name: second,
    });
    const operation = answer.headers.get('Azure-AsyncOperation') ?? '';
    const reference: unknown = JSON.parse(
      Buffer.from(/operationStatuses\/([^?]+)/.exec(operation)?.[1] ?? '', 'base64').toString(),
    );
    expect(reference).toMatchObject({
      fullyQualifiedResourceId: assignmentId(second),
      jobId: expect.stringMatching(/^RegistrationAssignmentProvisioningJob:/),
    });
    expect((await ask(context, 'owner', 'GET', operation)).body).toEqual({ status: 'Running' });
    expect(stateOf(await call(context, 'owner', 'GET', assignmentId(second)))).toBe('Accepted');
    context.clock.advance(15_000);
    expect((await ask(context, 'owner', 'GET', operation)).body).toEqual({ status: 'Succeeded' });
    expect(stateOf(await call(context, 'owner', 'GET', assignmentId(second)))).toBe('Succeeded');
  });

  it('of the same once more is 200 and provisioned again', async () => {
    const context = testContext(instant);
    const id = await store(context);
    await delegate(context, first, web, id);
    const again = await delegate(context, first, web.toLowerCase(), id.toLowerCase());
    expect([again.status, stateOf(again)]).toEqual([200, 'Accepted']);
    expect(again.body['id']).toBe(assignmentId(first, web));
    expect(context.world.assignments.size).toBe(1);
  });

  it('makes the managing tenant appear on the subscription once it is done', async () => {
    const context = testContext();
    await delegate(context, first, web, await store(context));
    const managing = async () =>
      (await ask(context, 'owner', 'GET', `${sub}?api-version=2022-12-01`)).body['managedByTenants'];
    expect(await managing()).toEqual([]);
    context.clock.advance(15_000);
    expect(await managing()).toEqual([{ tenantId: northwind }]);
    await call(context, 'owner', 'DELETE', assignmentId(first, web));
    expect(await managing()).toEqual([]);
  });

  it('reports a failed operation with its error', async () => {
    const context = testContext();
    const answer = await delegate(context, first, sub, await store(context));
    const error = { code: 'InternalServerError', message: 'No luck.' };
    for (const [id, row] of context.world.operations)
      context.world.operations.set(id, { ...row, outcome: 'Failed', error });
    context.clock.advance(15_000);
    const status = await ask(context, 'owner', 'GET', answer.headers.get('Azure-AsyncOperation') ?? '');
    expect([status.status, status.body]).toEqual([200, { status: 'Failed', error }]);
  });
});

describe('PUT of an assignment is refused', () => {
  it('where the provider is not registered', async () => {
    const context = testContext();
    const answer = await delegate(context, first, subscriptionId(unregistered), await store(context));
    expect([answer.status, answer.code]).toEqual([409, 'MissingSubscriptionRegistration']);
    expect(answer.message).toContain(
      "The subscription is not registered to use namespace 'Microsoft.ManagedServices'.",
    );
  });

  it.each([
    ['of a definition that is not there', definitionId(third)],
    ['of one in a subscription that is not there', definitionId(first, '99999999-0000-4000-8000-000000000000')],
    ['of something else', `${sub}/providers/Microsoft.Authorization/roleDefinitions/${first}`],
    [
      'of a definition at a resource group',
      `${web}/providers/Microsoft.ManagedServices/registrationDefinitions/${first}`,
    ],
  ])('%s', async (_why, reference) => {
    const context = testContext();
    await store(context);
    const answer = await delegate(context, first, sub, reference);
    expect([answer.status, answer.code]).toEqual([400, 'InvalidRegistrationAssignmentCreateRequest']);
    expect(context.world.assignments.size).toBe(0);
  });

  it('of a definition in another tenant', async () => {
    const context = testContext();
    const id = definitionId(first, foreign);
    const sent = { properties: properties() };
    expect((await call(context, 'toyOwner', 'PUT', id, sent)).status).toBe(201);
    expect((await delegate(context, first, sub, id)).message).toContain('could not be found');
  });

  it('while its definition is not Succeeded', async () => {
    const context = testContext();
    const id = await store(context);
    await call(context, 'owner', 'PUT', id, { properties: properties() });
    const early = await delegate(context, first, sub, id);
    expect([early.status, early.code]).toEqual([409, 'InvalidRegistrationAssignmentCreateRequest']);
    context.clock.advance(15_000);
    expect((await delegate(context, first, sub, id)).status).toBe(201);
  });

  it('for a second one at the same scope, of the same definition or of the same offer name', async () => {
    const context = testContext();
    const id = await store(context);
    const copy = await store(context, second, reseller, { registrationDefinitionName: 'MANAGED PLATFORM' });
    const other = await store(context, third, registered, { registrationDefinitionName: 'Backup' });
    await delegate(context, first, sub, id);
    for (const reference of [id, copy]) {
      const answer = await delegate(context, second, sub, reference);
      expect([answer.status, answer.code]).toEqual([409, 'MultipleRegistrationAssignmentsNotAllowed']);
      expect(answer.message).toBe(
        `Another registration assignment present at this scope '${sub}' for registration definition '${id}'. Multiple registration assignments are not allowed.`,
      );
    }
    expect((await delegate(context, second, sub, other)).status).toBe(201);
    expect((await delegate(context, second, subscriptionId(reseller), id)).status).toBe(201);
  });

  it('for another definition under a name that is taken', async () => {
    const context = testContext();
    const id = await store(context);
    const other = await store(context, second, registered, { registrationDefinitionName: 'Backup' });
    await delegate(context, first, sub, id);
    expect((await delegate(context, first, sub, other)).code).toBe('InvalidRegistrationAssignmentCreateRequest');
  });

  it.each([
    ['contributor', sub, 'Microsoft.Authorization/roleAssignments/write'],
    ['reader', sub, 'Microsoft.ManagedServices/registrationAssignments/write'],
    ['userAccessAdministrator', sub, 'Microsoft.ManagedServices/registrationAssignments/write'],
    ['groupOwner', sub, 'Microsoft.ManagedServices/registrationAssignments/write'],
  ] as const)('for %s, who lacks %s %s', async (who, scope, action) => {
    const context = testContext();
    const answer = await delegate(context, first, scope, await store(context), who);
    expect([answer.status, answer.code]).toEqual([403, 'AuthorizationFailed']);
    expect(answer.message).toContain(`'${action}'`);
  });

  it('for guests and for groups under a delegated subscription, where the world has it so', async () => {
    const context = testContext();
    const id = await store(context);
    await delegate(context, first, sub, id);
    expect((await delegate(context, first, web, id, 'guest')).status).toBe(201);
    context.world.switches.guests = 'refused';
    context.world.switches.resourceGroupUnderDelegatedSubscription = 'refused';
    const data = `${sub}/resourceGroups/rg-data`;
    expect((await delegate(context, first, data, id, 'guest')).code).toBe(
      'InsufficientPrivilegesForManagedServiceResource',
    );
    expect((await delegate(context, first, data, id)).code).toBe('MultipleRegistrationAssignmentsNotAllowed');
  });

  it('for a reference to another subscription, where the world has it so', async () => {
    const context = testContext();
    const id = await store(context);
    const other = subscriptionId(reseller);
    expect((await delegate(context, first, other, id)).status).toBe(201);
    context.world.switches.crossSubscriptionReferences = 'refused';
    const answer = await delegate(context, second, subscriptionId(reseller), id);
    expect([answer.status, answer.code]).toEqual([400, 'InvalidRegistrationAssignmentCreateRequest']);
    expect(answer.message).toContain('must be in the same subscription');
    expect((await delegate(context, second, sub, id)).status).toBe(201);
  });
});

describe('an owner of one resource group', () => {
  it('may delegate it to a definition that is there, and follow that', async () => {
    const context = testContext();
    const id = await store(context);
    const answer = await delegate(context, first, web, id, 'groupOwner');
    expect(answer.status).toBe(201);
    const operation = answer.headers.get('Azure-AsyncOperation') ?? '';
    expect((await ask(context, 'groupOwner', 'GET', operation)).body).toEqual({ status: 'Running' });
    expect((await call(context, 'groupOwner', 'GET', assignmentId(first, web))).status).toBe(200);
  });
});

describe('reading assignments', () => {
  it('expands the definition only where asked, wherever it is and without the right to read it there', async () => {
    const context = testContext();
    const id = await store(context, first, reseller);
    await delegate(context, first, sub, id);
    const plain = await call(context, 'contributor', 'GET', assignmentId());
    expect(JSON.stringify(plain.body)).not.toContain('registrationDefinition"');
    const expanded = await ask(
      context,
      'contributor',
      'GET',
      `${assignmentId()}?api-version=2019-06-01&$expandRegistrationDefinition=True`,
    );
    expect(expanded.body).toMatchObject({
      properties: {
        registrationDefinition: {
          id,
          name: first,
          type: 'Microsoft.ManagedServices/registrationDefinitions',
          properties: { manageeTenantId: contoso, managedByTenantId: northwind, provisioningState: 'Succeeded' },
        },
      },
    });
    expect((await call(context, 'contributor', 'GET', id)).code).toBe('SubscriptionNotFound');
  });

  it('lists a subscription’s with those of its groups, a group’s alone, and by managing tenant', async () => {
    const context = testContext();
    const id = await store(context);
    const other = await store(context, second, registered, {
      managedByTenantId: tailspin,
      registrationDefinitionName: 'Toys',
    });
    await delegate(context, first, sub, id);
    await delegate(context, first, web, id);
    await delegate(context, second, web, other);
    await delegate(context, first, subscriptionId(reseller), id);
    const list = async (scope: string, query = '') => {
      const path = `${scope}/providers/Microsoft.ManagedServices/registrationAssignments?api-version=2022-10-01${query}`;
      return rowsOf(await ask(context, 'owner', 'GET', path))
        .map((row) => row['id'])
        .toSorted();
    };
    expect(await list(sub)).toEqual([assignmentId(), assignmentId(first, web), assignmentId(second, web)].toSorted());
    expect(await list(web.toUpperCase())).toEqual([assignmentId(first, web), assignmentId(second, web)].toSorted());
    expect(await list(sub, `&$filter=managedByTenantId eq '${tailspin}'`)).toEqual([assignmentId(second, web)]);
  });

  it('survives a definition that is gone', async () => {
    const context = testContext();
    await delegate(context, first, sub, await store(context));
    context.world.definitions.clear();
    const answer = await call(context, 'owner', 'GET', `${assignmentId()}?$expandRegistrationDefinition=true`);
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.body)).not.toContain('registrationDefinition"');
  });
});

describe('DELETE of an assignment', () => {
  it('is 202 with Location, lingers for GET, then 404; DELETE is 204 from then on', async () => {
    const context = testContext();
    await delegate(context, first, sub, await store(context));
    context.clock.advance(15_000);
    const answer = await call(context, 'owner', 'DELETE', assignmentId());
    expect([answer.status, answer.body]).toEqual([202, {}]);
    expect(answer.headers.get('Retry-After')).toBe('15');
    expect(answer.headers.get('Azure-AsyncOperation')).toBeNull();
    const location = answer.headers.get('Location') ?? '';
    const running = await ask(context, 'owner', 'GET', location);
    expect([running.status, running.headers.get('Location')]).toEqual([202, location]);
    expect(stateOf(await call(context, 'owner', 'GET', assignmentId()))).toBe('Deleting');

    context.clock.advance(15_000);
    const done = await ask(context, 'owner', 'GET', location);
    expect([done.status, done.body]).toEqual([200, { status: 'Succeeded' }]);
    expect((await call(context, 'owner', 'GET', assignmentId())).status).toBe(200);
    context.clock.advance(20_000);
    expect((await call(context, 'owner', 'GET', assignmentId())).status).toBe(404);
    expect((await call(context, 'owner', 'DELETE', assignmentId())).status).toBe(204);
  });

  it('is 204 for what was never there', async () => {
    expect((await call(testContext(), 'owner', 'DELETE', assignmentId())).status).toBe(204);
  });

  it('asked for twice does not begin again', async () => {
    const context = testContext();
    await delegate(context, first, sub, await store(context));
    await call(context, 'owner', 'DELETE', assignmentId());
    context.clock.advance(10_000);
    const again = await call(context, 'owner', 'DELETE', assignmentId());
    expect(again.status).toBe(202);
    context.clock.advance(5_000);
    expect((await ask(context, 'owner', 'GET', again.headers.get('Location') ?? '')).status).toBe(200);
    context.clock.advance(20_000);
    expect((await call(context, 'owner', 'GET', assignmentId())).status).toBe(404);
  });

  it('makes room for a new one only when it is gone', async () => {
    const context = testContext();
    const id = await store(context);
    await delegate(context, first, sub, id);
    await call(context, 'owner', 'DELETE', assignmentId());
    expect((await delegate(context, first, sub, id)).status).toBe(409);
    expect((await delegate(context, second, sub, id)).code).toBe('MultipleRegistrationAssignmentsNotAllowed');
    context.clock.advance(35_000);
    expect((await delegate(context, first, sub, id)).status).toBe(201);
  });

  it('needs the rights to give access away, too', async () => {
    const context = testContext();
    await delegate(context, first, sub, await store(context));
    const answer = await call(context, 'contributor', 'DELETE', assignmentId());
    expect([answer.status, answer.code]).toEqual([403, 'AuthorizationFailed']);
    expect(answer.message).toContain('Microsoft.Authorization/roleAssignments/write');
  });
});

describe('operationStatuses', () => {
  it('are the subscription’s own, and not everyone’s', async () => {
    const context = testContext();
    const answer = await delegate(context, first, sub, await store(context));
    const operation = answer.headers.get('Azure-AsyncOperation') ?? '';
    expect((await ask(context, 'groupOwner', 'GET', operation)).code).toBe('AuthorizationFailed');
    expect((await ask(context, 'owner', 'GET', operation.replace(registered, reseller))).status).toBe(404);
    expect(
      (await ask(context, 'owner', 'GET', operation.replace(/operationStatuses\/\w/, 'operationStatuses/_'))).status,
    ).toBe(404);
  });
});
