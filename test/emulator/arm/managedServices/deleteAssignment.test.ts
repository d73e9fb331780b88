import { describe, expect, it } from 'vitest';
import { ask, testContext } from '../testing/ask.ts';
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
import { registered, reseller } from '../testing/names.ts';

const sub = subscriptionId();

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
