import { describe, expect, it } from 'vitest';
import type { Context } from '../../context.ts';
import { ask, instant, rowsOf, testContext } from '../testing/ask.ts';
import { northwind, registered, unregistered, ids, roles } from '../testing/names.ts';

const provider = (id: string, rest = ''): string =>
  `/subscriptions/${id}/providers/Microsoft.ManagedServices${rest}?api-version=2021-04-01`;

const stateOf = async (context: Context, id = unregistered): Promise<unknown> =>
  (await ask(context, 'contributor', 'GET', provider(id))).body['registrationState'];

describe('the registration of Microsoft.ManagedServices', () => {
  it('goes from NotRegistered over Registering to Registered by itself, in its time', async () => {
    const context = testContext();
    expect(await stateOf(context)).toBe('NotRegistered');
    const asked = await ask(context, 'contributor', 'POST', provider(unregistered, '/register'));
    expect([asked.status, asked.body['registrationState']]).toEqual([200, 'Registering']);
    context.clock.advance(29_999);
    expect(await stateOf(context)).toBe('Registering');
    context.clock.advance(1);
    expect(await stateOf(context)).toBe('Registered');
  });

  it('answers Registering even where it takes no time', async () => {
    const context = testContext(instant);
    const asked = await ask(context, 'contributor', 'POST', provider(unregistered, '/register'));
    expect(asked.body['registrationState']).toBe('Registering');
    expect(await stateOf(context)).toBe('Registered');
  });

  it('asked for twice is neither begun again nor undone', async () => {
    const context = testContext();
    await ask(context, 'owner', 'POST', provider(unregistered, '/register'));
    context.clock.advance(20_000);
    const again = await ask(context, 'owner', 'POST', provider(unregistered, '/register'), {});
    expect(again.body['registrationState']).toBe('Registering');
    context.clock.advance(10_000);
    expect(await stateOf(context)).toBe('Registered');
    const late = await ask(context, 'owner', 'POST', provider(unregistered, '/register'));
    expect(late.body['registrationState']).toBe('Registered');
  });

  it('can be taken back where nothing uses it', async () => {
    const context = testContext();
    const asked = await ask(context, 'owner', 'POST', provider(registered, '/unregister'));
    expect(asked.body['registrationState']).toBe('Unregistering');
    context.clock.advance(30_000);
    expect(await stateOf(context, registered)).toBe('Unregistered');
    await ask(context, 'owner', 'POST', provider(registered, '/register'));
    context.clock.advance(30_000);
    expect(await stateOf(context, registered)).toBe('Registered');
  });

  it('stays where a definition is stored', async () => {
    const context = testContext();
    const definition = `/subscriptions/${registered}/providers/Microsoft.ManagedServices/registrationDefinitions/0d0d0d0d-0000-4000-8000-000000000001?api-version=2022-10-01`;
    const authorizations = [{ principalId: ids.support, roleDefinitionId: roles.reader }];
    await ask(context, 'owner', 'PUT', definition, { properties: { managedByTenantId: northwind, authorizations } });
    const asked = await ask(context, 'owner', 'POST', provider(registered, '/unregister'));
    expect([asked.status, await stateOf(context, registered)]).toEqual([409, 'Registered']);
  });
});

describe('resource providers', () => {
  it('tell their types and api-versions', async () => {
    const answer = await ask(
      testContext(),
      'reader',
      'GET',
      provider(registered).replace('ManagedServices', 'managedservices'),
    );
    expect(answer.body).toMatchObject({
      id: `/subscriptions/${registered}/providers/Microsoft.ManagedServices`,
      namespace: 'Microsoft.ManagedServices',
      registrationPolicy: 'RegistrationRequired',
      registrationState: 'Registered',
    });
    expect(answer.body['resourceTypes']).toContainEqual({
      resourceType: 'registrationDefinitions',
      locations: [],
      apiVersions: ['2022-10-01', '2020-02-01-preview', '2019-09-01', '2019-06-01'],
      capabilities: 'None',
    });
  });

  it('are listed, and others are registered whatever one asks', async () => {
    const context = testContext();
    const list = await ask(context, 'reader', 'GET', `/subscriptions/${unregistered}/providers?api-version=2021-04-01`);
    const states = Object.fromEntries(rowsOf(list).map((row) => [row['namespace'], row['registrationState']]));
    expect(states).toMatchObject({
      'Microsoft.ManagedServices': 'NotRegistered',
      'Microsoft.Authorization': 'Registered',
    });
    const other = `/subscriptions/${unregistered}/providers/microsoft.resources/register?api-version=2021-04-01`;
    expect((await ask(context, 'owner', 'POST', other)).body['registrationState']).toBe('Registered');
  });

  it('that nobody knows are refused', async () => {
    const path = `/subscriptions/${registered}/providers/Contoso.Nothing?api-version=2021-04-01`;
    const answer = await ask(testContext(), 'owner', 'GET', path);
    expect([answer.status, answer.code]).toEqual([404, 'InvalidResourceNamespace']);
  });
});
