import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareAddress, createTroubleLog, type Trouble } from './trouble.ts';

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

describe('the log of trouble', () => {
  it('keeps the last, newest first', () => {
    const log = createTroubleLog(2);
    const trouble = (at: number): Trouble => ({ at, method: 'GET', address: '/', code: 'noAnswer', took: 1 });
    for (const at of [1, 2, 3]) log.note(trouble(at));
    expect(log.list().map(({ at }) => at)).toEqual([3, 2]);
  });
});
