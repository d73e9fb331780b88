import { describe, expect, it } from 'vitest';
import { ask, instant, testContext } from '../testing/ask.ts';
import {
  assignmentId,
  call,
  delegate,
  first,
  second,
  stateOf,
  store,
  subscriptionId,
} from '../testing/managedServices.ts';
import { northwind } from '../testing/names.ts';

const sub = subscriptionId();
const web = `${sub}/resourceGroups/rg-Web`;

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

  it('of a group spelled otherwise is printed in the group’s own spelling', async () => {
    const context = testContext();
    const answer = await delegate(context, first, web.toLowerCase(), await store(context));
    expect([answer.status, answer.body['id']]).toEqual([201, assignmentId(first, web)]);
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
