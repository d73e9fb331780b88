import { describe, expect, it } from 'vitest';
import { ask, testContext } from '../testing/ask.ts';
import {
  assignmentId,
  call,
  definitionId,
  delegate,
  first,
  properties,
  second,
  store,
  subscriptionId,
} from '../testing/managedServices.ts';
import { foreign, registered, reseller, unregistered } from '../testing/names.ts';

const sub = subscriptionId();
const web = `${sub}/resourceGroups/rg-Web`;
const third = '0d0d0d0d-0000-4000-8000-000000000003';

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

  it('for a second one of a definition without an offer name, but not for two such definitions', async () => {
    const context = testContext();
    const { registrationDefinitionName: _name, ...nameless } = properties();
    for (const name of [first, second])
      await call(context, 'owner', 'PUT', definitionId(name), { properties: nameless });
    expect((await delegate(context, first, sub, definitionId(first))).status).toBe(201);
    expect((await delegate(context, second, sub, definitionId(first))).status).toBe(409);
    expect((await delegate(context, second, sub, definitionId(second))).status).toBe(201);
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
