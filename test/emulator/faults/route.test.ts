import { describe, expect, it } from 'vitest';
import { readRoute } from './route.ts';

const assignments = '/subscriptions/1/resourceGroups/rg/providers/Microsoft.ManagedServices/registrationAssignments/2';

function matches(route: string, method: string, path: string): boolean {
  const matcher = readRoute(route);
  if (typeof matcher === 'string') throw new Error(matcher);
  return matcher(method, path);
}

describe('a fault route', () => {
  it.each([
    ['PUT /subscriptions/**/registrationAssignments/*', 'PUT', assignments, true],
    ['put /SUBSCRIPTIONS/**/registrationassignments/*', 'PUT', assignments, true],
    ['PUT /subscriptions/**/registrationAssignments/*', 'GET', assignments, false],
    ['PUT /subscriptions/**/registrationAssignments', 'PUT', assignments, false],
    ['PUT /subscriptions/*/registrationAssignments/*', 'PUT', assignments, false],
    ['* /subscriptions', 'GET', '/subscriptions', true],
    ['* /subscriptions', 'GET', '/subscriptions/', true],
    ['* /subscriptions', 'GET', '//subscriptions', true],
    ['* /subscriptions', 'GET', '/subscriptionsX', false],
    ['* /subscriptions/**', 'GET', '/subscriptions', true],
    ['* /subscriptions/**', 'OPTIONS', '/subscriptions', false],
    ['OPTIONS /subscriptions/**', 'OPTIONS', '/subscriptions', true],
    ['GET /a.c/(x)', 'GET', '/a.c/(x)', true],
    ['GET /a.c/(x)', 'GET', '/abc/(x)', false],
    ['GET /a*d', 'GET', '/abcd', true],
    ['GET /a*d', 'GET', '/ab/cd', false],
    ['* /*/oauth2/v2.0/token', 'POST', '/organizations/oauth2/v2.0/token', true],
    ['GET /x/%zz', 'GET', '/x/%zz', true],
  ])('%s on %s %s: %s', (route, method, path, expected) => {
    expect(matches(route, method, path)).toBe(expected);
  });

  it.each(['/subscriptions', 'GET', 'GET subscriptions', 'FETCH /x', 'GET /x /y', ''])(
    '%o is refused with a sentence',
    (route) => {
      expect(readRoute(route)).toEqual(expect.stringMatching(/is not a (route|method)\./));
    },
  );

  it('answers at once, whatever the glob', () => {
    const long = `/${'a'.repeat(30_000)}/${'b/'.repeat(2_000)}`;
    expect(matches(`GET /${'*a'.repeat(12)}/**/**/**/c`, 'GET', long)).toBe(false);
  });
});
