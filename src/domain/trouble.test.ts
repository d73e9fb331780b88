import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareAddress, createTroubleLog, troubleOf, type Trouble } from './trouble.ts';

const arm = 'https://management.azure.com';
const id = '5a000001-0000-4000-8000-000000000001';

describe('bareAddress', () => {
  it.each([
    [`${arm}/subscriptions?api-version=2022-12-01`, '/subscriptions?api-version=2022-12-01'],
    [`https://graph.microsoft.com/v1.0/users?$filter=id in ('${id}')&$select=displayName`, '/v1.0/users'],
    [
      `${arm}/subscriptions/${id}/resourceGroups/rg-payroll/providers/Microsoft.ManagedServices/registrationAssignments/${id}?api-version=2022-10-01&$expandRegistrationDefinition=true`,
      `/subscriptions/${id}/resourceGroups/…/providers/Microsoft.ManagedServices/registrationAssignments/${id}?api-version=2022-10-01`,
    ],
    [
      `${arm}/subscriptions/${id}/providers/Microsoft.Authorization/permissions?api-version=2022-04-01&$skiptoken=abc`,
      `/subscriptions/${id}/providers/Microsoft.Authorization/permissions?api-version=2022-04-01`,
    ],
    [
      `${arm}/providers/Microsoft.Management/managementGroups/Contoso-Finance/providers/Microsoft.Authorization/policyAssignments/Only%20us`,
      '/providers/Microsoft.Management/managementGroups/…/providers/Microsoft.Authorization/policyAssignments/…',
    ],
    [
      `${arm}/subscriptions/${id}/providers/Microsoft.ManagedServices/register`,
      `/subscriptions/${id}/providers/Microsoft.ManagedServices/register`,
    ],
    ['http://localhost:5174/subscriptions?x=1', '/subscriptions'],
    // A version first, then kinds and names in turn.
    [`https://graph.microsoft.com/v1.0/users/kim@contoso.example`, '/v1.0/users/…'],
    [
      `${arm}/PROVIDERS/Microsoft.Management/managementGroups/Finance`,
      '/PROVIDERS/Microsoft.Management/managementGroups/…',
    ],
    // Not a namespace, though it begins or ends like one.
    [`${arm}/subscriptions/${id}/resourceGroups/My-Microsoft.Storage`, `/subscriptions/${id}/resourceGroups/…`],
    [`${arm}/subscriptions/${id}/resourceGroups/Microsoft.Storage-2`, `/subscriptions/${id}/resourceGroups/…`],
    ['see https://management.azure.com/subscriptions', '…'],
    ['not an address', '…'],
  ])('%s', (url, bare) => expect(bareAddress(url)).toBe(bare));

  it('never shows the name of a resource group', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z][a-z0-9]{5,12}$/), (name) => {
        expect(bareAddress(`${arm}/subscriptions/${id}/resourceGroups/${name}-x`)).not.toContain(name);
      }),
    );
  });
});

describe('what is kept of a problem', () => {
  const azure = {
    status: 403,
    code: 'AuthorizationFailed',
    clientRequestId: 'c',
    requestId: 'r',
    message: 'Kim may not',
  };

  it('is codes and ids, without the words of Azure', () => {
    expect(troubleOf({ code: 'notAllowed', azure }, 'PUT', `${arm}/subscriptions`, 5, 12.4)).toEqual({
      at: 5,
      method: 'PUT',
      address: '/subscriptions',
      code: 'notAllowed',
      status: 403,
      azureCode: 'AuthorizationFailed',
      clientRequestId: 'c',
      requestId: 'r',
      took: 12,
    });
  });

  it('is less where Azure said less, or nothing', () => {
    const plain = { at: 5, method: 'GET', address: '/subscriptions', code: 'noAnswer', took: 0 };
    const url = `${arm}/subscriptions`;
    expect(troubleOf({ code: 'noAnswer' }, 'GET', url, 5, 0)).toEqual(plain);
    expect(troubleOf({ code: 'noAnswer', azure: {} }, 'GET', url, 5, 0)).toEqual(plain);
    expect(troubleOf({ code: 'noAnswer', azure: { clientRequestId: 'c' } }, 'GET', url, 5, 0)).toEqual({
      ...plain,
      clientRequestId: 'c',
    });
  });
});

describe('the log of trouble', () => {
  it('keeps the last, newest first', () => {
    const log = createTroubleLog(2);
    expect(log.list()).toEqual([]);
    const trouble = (at: number): Trouble => ({ at, method: 'GET', address: '/', code: 'noAnswer', took: 1 });
    for (const at of [1, 2, 3]) log.note(trouble(at));
    expect(log.list().map(({ at }) => at)).toEqual([3, 2]);
  });
});
