import { describe, expect, it } from 'vitest';
import { ask, instant, testContext } from '../testing/ask.ts';
import { assignmentId, call, definitionId, first, properties, second, stateOf } from '../testing/managedServices.ts';
import { corp, foreign, registered, unregistered } from '../testing/names.ts';

const id = (name = 'handed', at = registered) =>
  `/subscriptions/${at}/providers/Microsoft.Resources/deployments/${name}`;
const query = '?api-version=2021-04-01';
const $schema = 'https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#';

const templateOf = (resources: unknown[]) => ({ $schema, contentVersion: '1.0.0.0', resources });
const nested = (name: string, subscriptionId: string, resources: unknown[], dependsOn: string[] = []) => ({
  type: 'Microsoft.Resources/deployments',
  apiVersion: '2022-09-01',
  name,
  subscriptionId,
  location: '[deployment().location]',
  dependsOn,
  properties: { mode: 'Incremental', template: templateOf(resources) },
});
const apiVersion = '2022-10-01';
const copy = {
  type: 'Microsoft.ManagedServices/registrationDefinitions',
  apiVersion,
  name: first,
  properties: properties({ description: "[concat('[Round] the provider''s clock')]" }),
};
const delegation = {
  type: 'Microsoft.ManagedServices/registrationAssignments',
  apiVersion,
  name: second,
  properties: { registrationDefinitionId: definitionId(first, unregistered) },
};
const whole = templateOf([
  nested('delegations', unregistered, [delegation], [id('copy', unregistered)]),
  nested('copy', unregistered, [copy]),
]);
const bodyOf = (template: unknown) => ({ location: 'koreacentral', properties: { mode: 'Incremental', template } });

describe('deployments', () => {
  it('register, store and delegate in the order of the template, each at its time, asked about or not', async () => {
    const context = testContext();
    const put = await ask(context, 'owner', 'PUT', id() + query, bodyOf(whole));
    expect([put.status, stateOf(put)]).toEqual([201, 'Accepted']);
    expect(stateOf(await ask(context, 'owner', 'GET', id() + query))).toBe('Running');
    expect((await ask(context, 'owner', 'PUT', id() + query, bodyOf(whole))).code).toBe('DeploymentActive');

    context.clock.advance(44_999);
    expect(stateOf(await ask(context, 'owner', 'GET', id() + query))).toBe('Running');
    context.clock.advance(1);
    expect(stateOf(await ask(context, 'owner', 'GET', id() + query))).toBe('Succeeded');
    const written = await call(context, 'owner', 'GET', assignmentId(second, `/subscriptions/${unregistered}`));
    expect(stateOf(written)).toBe('Succeeded');
    expect(await call(context, 'owner', 'GET', definitionId(first, unregistered))).toMatchObject({
      body: { properties: { description: "[Round] the provider's clock" } },
    });
    const { body } = await ask(context, 'owner', 'GET', `${id()}/operations${query}`);
    expect(body['value']).toHaveLength(2);
  });

  it('write with the rights of the one who deploys: the operation says what was refused', async () => {
    const context = testContext(instant);
    const refusal = await call(context, 'contributor', 'PUT', definitionId(), { properties: properties() });
    expect(refusal.status).toBe(403);
    await ask(context, 'contributor', 'PUT', id() + query, bodyOf(templateOf([copy])));
    const ended = await ask(context, 'contributor', 'GET', id() + query);
    expect(ended.body['properties']).toMatchObject({
      provisioningState: 'Failed',
      error: { code: 'DeploymentFailed' },
    });
    const { body } = await ask(context, 'contributor', 'GET', `${id()}/operations${query}`);
    expect(body['value']).toMatchObject([
      { properties: { provisioningState: 'Failed', statusMessage: { error: { code: refusal.code } } } },
    ]);
    expect((await call(context, 'owner', 'GET', definitionId())).status).toBe(404);
    expect((await ask(context, 'reader', 'PUT', id('other') + query, bodyOf(whole))).code).toBe('AuthorizationFailed');
  });

  it('are made at a management group for what is below it, and for nothing else', async () => {
    const context = testContext(instant);
    const below = `${corp}/providers/Microsoft.Resources/deployments/handed`;
    const body = bodyOf(templateOf([nested('copy', registered, [copy])]));
    expect((await ask(context, 'reader', 'PUT', below + query, body)).code).toBe('AuthorizationFailed');
    expect((await ask(context, 'owner', 'PUT', below + query, body)).status).toBe(201);
    expect(stateOf(await ask(context, 'owner', 'GET', below + query))).toBe('Succeeded');
    expect((await call(context, 'owner', 'GET', definitionId(first, registered))).status).toBe(200);
    const { body: told } = await ask(context, 'owner', 'GET', `${below}/operations${query}`);
    expect(told['value']).toMatchObject([{ properties: { targetResource: { id: id('copy') } } }]);
    const direct = await ask(context, 'owner', 'PUT', below + query, bodyOf(templateOf([copy])));
    expect(direct.code).toBe('InvalidTemplate');
    const beside = bodyOf(templateOf([nested('copy', foreign, [copy])]));
    expect((await ask(context, 'owner', 'PUT', below + query, beside)).code).toBe('InvalidTemplate');
  });

  it('begin nothing more once they are cancelled, and only those that are going can be', async () => {
    const context = testContext();
    await ask(context, 'owner', 'PUT', id() + query, bodyOf(whole));
    expect((await ask(context, 'reader', 'POST', `${id()}/cancel${query}`)).code).toBe('AuthorizationFailed');
    expect((await ask(context, 'owner', 'POST', `${id()}/cancel${query}`)).status).toBe(204);
    context.clock.advance(120_000);
    expect(stateOf(await ask(context, 'owner', 'GET', id() + query))).toBe('Canceled');
    // The copy was on its way; the delegation that waited for it never begins.
    expect(stateOf(await ask(context, 'owner', 'GET', id('copy', unregistered) + query))).toBe('Succeeded');
    expect((await call(context, 'owner', 'GET', assignmentId(second, `/subscriptions/${unregistered}`))).status).toBe(
      404,
    );
    expect((await ask(context, 'owner', 'POST', `${id()}/cancel${query}`)).status).toBe(409);
  });

  it.each([
    ['no location', { properties: { mode: 'Incremental', template: whole } }, 'InvalidRequestContent'],
    ['no resources', bodyOf({ $schema, contentVersion: '1.0.0.0' }), 'InvalidTemplate'],
    ['another type', bodyOf(templateOf([{ ...copy, type: 'Microsoft.Storage/accounts' }])), 'InvalidTemplate'],
    ['an unknown function', bodyOf(templateOf([{ ...copy, properties: { a: "[uri('x')]" } }])), 'InvalidTemplate'],
    ['a circle', bodyOf(templateOf([{ ...copy, dependsOn: [definitionId()] }])), 'InvalidTemplate'],
    ['a stranger', bodyOf(templateOf([{ ...copy, dependsOn: [definitionId(second)] }])), 'InvalidTemplate'],
  ])('refuse a template with %s before anything starts', async (_, body, code) => {
    const context = testContext(instant);
    expect((await ask(context, 'owner', 'PUT', id() + query, body)).code).toBe(code);
    expect((await ask(context, 'owner', 'GET', id() + query)).code).toBe('DeploymentNotFound');
  });
});
