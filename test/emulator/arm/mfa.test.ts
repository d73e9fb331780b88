import { describe, expect, it } from 'vitest';
import { ask, callerNamed, personaNamed, testContext } from './testing/ask.ts';
import { unregistered } from './testing/names.ts';

const register = `/subscriptions/${unregistered}/providers/Microsoft.ManagedServices/register?api-version=2021-04-01`;
const groups = `/subscriptions/${unregistered}/resourceGroups?api-version=2021-04-01`;
const persona = personaNamed('owner', { signIn: { mfa: 'atWrite' } });

describe('mandatory multi-factor authentication', () => {
  it('lets reads pass and answers a write with a claims challenge', async () => {
    const context = testContext();
    const caller = callerNamed('owner', { persona, mfa: false });
    expect((await ask(context, caller, 'GET', groups)).status).toBe(200);
    const write = await ask(context, caller, 'POST', register);
    expect(write.status).toBe(401);
    expect(write.message).toContain('Users must use MFA for Create/Update operations.');
    const challenge = write.headers.get('WWW-Authenticate') ?? '';
    expect(challenge).toMatch(/^Bearer .*error="insufficient_claims", claims="[^"]+"$/);
    const claims = /claims="([^"]+)"/.exec(challenge)?.[1] ?? '';
    expect(JSON.parse(Buffer.from(claims, 'base64').toString())).toEqual({
      access_token: { acrs: { essential: true, values: ['p1'] } },
    });
    expect(context.world.subscriptions.get(unregistered)?.registration).toBe('NotRegistered');
  });

  it('is satisfied by a token that was issued after it', async () => {
    const caller = callerNamed('owner', { persona, mfa: true });
    expect((await ask(testContext(), caller, 'POST', register)).status).toBe(200);
  });

  it('is not asked of others', async () => {
    const caller = callerNamed('owner', { persona: personaNamed('owner'), mfa: false });
    expect((await ask(testContext(), caller, 'POST', register)).status).toBe(200);
    expect((await ask(testContext(), callerNamed('automation', { mfa: false }), 'POST', register)).status).toBe(200);
  });
});
