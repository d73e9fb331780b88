import { describe, expect, it } from 'vitest';
import { ask, rowsOf, testContext } from '../testing/ask.ts';
import { assignmentId, call, delegate, first, second, store, subscriptionId } from '../testing/managedServices.ts';
import { contoso, northwind, registered, reseller, tailspin } from '../testing/names.ts';

const sub = subscriptionId();
const web = `${sub}/resourceGroups/rg-Web`;

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
