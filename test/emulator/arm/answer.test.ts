import { describe, expect, it } from 'vitest';
import { ask, rowsOf, testContext } from './testing/ask.ts';
import { registered } from './testing/names.ts';

const subscription = `/subscriptions/${registered}`;

describe('every ARM request', () => {
  it('needs an api-version', async () => {
    const answer = await ask(testContext(), 'owner', 'GET', '/subscriptions');
    expect([answer.status, answer.code]).toEqual([400, 'MissingApiVersionParameter']);
    expect(answer.message).toBe('The api-version query parameter (?api-version=) is required for all requests.');
  });

  it.each([
    ['/subscriptions?api-version=1999-01-01', 'InvalidApiVersionParameter', '2022-12-01'],
    [`${subscription}/resourceGroups?api-version=2022-12-01`, 'InvalidApiVersionParameter', '2021-04-01'],
    [
      `${subscription}/providers/Microsoft.ManagedServices/registrationDefinitions?api-version=2018-06-01`,
      'NoRegisteredProviderFound',
      '2022-10-01, 2020-02-01-preview, 2019-09-01, 2019-06-01',
    ],
    [
      `${subscription}/providers/Microsoft.ManagedServices/marketplaceRegistrationDefinitions?api-version=2019-06-01`,
      'NoRegisteredProviderFound',
      "'2022-10-01, 2020-02-01-preview'",
    ],
  ])('%s is refused, naming what is supported', async (path, code, named) => {
    const answer = await ask(testContext(), 'owner', 'GET', path);
    expect([answer.status, answer.code]).toEqual([400, code]);
    expect(answer.message).toContain(named);
  });

  it('finds its route in any case, with doubled slashes, and reads parameter names in any case', async () => {
    const path = `//SUBSCRIPTIONS/${registered.toUpperCase()}//PROVIDERS/microsoft.managedservices/REGISTRATIONDEFINITIONS?API-Version=2022-10-01`;
    const answer = await ask(testContext(), 'owner', 'GET', path);
    expect(answer.status).toBe(200);
    expect(rowsOf(answer)).toEqual([]);
  });

  it('is 501, naming the file to edit, where the emulator knows no such operation', async () => {
    const path = `${subscription}/providers/Microsoft.Compute/virtualMachines?api-version=2022-10-01`;
    const answer = await ask(testContext(), 'owner', 'GET', path);
    expect(answer.status).toBe(501);
    expect(answer.message).toContain('test/emulator/arm/routes.ts');
  });

  it('gets ids of its own, and the correlation id it brought', async () => {
    const sent = { 'x-ms-correlation-request-id': 'run-1', 'x-ms-client-request-id': 'try-1' };
    const asked = (extra: Record<string, string>) =>
      ask(testContext(), 'owner', 'GET', '/subscriptions?api-version=2022-12-01', undefined, { ...sent, ...extra });
    const quiet = await asked({});
    expect(quiet.headers.get('x-ms-correlation-request-id')).toBe('run-1');
    expect(quiet.headers.get('x-ms-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(quiet.headers.get('x-ms-client-request-id')).toBeNull();
    const returned = await asked({ 'x-ms-return-client-request-id': 'true' });
    expect(returned.headers.get('x-ms-client-request-id')).toBe('try-1');
    expect(returned.headers.get('x-ms-request-id')).not.toBe(quiet.headers.get('x-ms-request-id'));
  });

  it('is 400 with a body that is no JSON', async () => {
    const path = `${subscription}/providers/Microsoft.ManagedServices/registrationAssignments/aaaaaaaa-0000-4000-8000-0000000000a1?api-version=2022-10-01`;
    const answer = await ask(testContext(), 'owner', 'PUT', path, '{"properties":');
    expect([answer.status, answer.code]).toEqual([400, 'InvalidRequestContent']);
  });
});
