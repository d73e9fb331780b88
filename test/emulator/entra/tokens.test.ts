import { describe, expect, it } from 'vitest';
import { frozenClock } from '../clock.ts';
import { createEmulator } from '../emulator.ts';
import { contoso, northwind, tailspin } from '../testing/signIn.ts';
import { signJwt } from './jwt.ts';
import { findPersona } from './people.ts';
import { issueAccessToken, readCaller } from './tokens.ts';
import type { CallerReading } from './tokens.ts';

const clock = frozenClock();
const { context } = createEmulator({ clock, timing: 'instant' });
const owner = findPersona(context.world, 'owner');
const guest = findPersona(context.world, 'guestOwner');
if (owner === undefined || guest === undefined) throw new Error('The small world has lost its people.');

function read(authorization?: string): CallerReading {
  const headers = authorization === undefined ? {} : { authorization };
  return readCaller(new Request('http://localhost/subscriptions', { headers }), context);
}

const problemOf = (reading: CallerReading): string => ('problem' in reading ? reading.problem : 'none');

describe('a bearer token', () => {
  it('says who its bearer is', () => {
    const { accessToken, expiresIn, objectId } = issueAccessToken(context, { persona: guest, tenantId: contoso });
    expect(expiresIn).toBe(3600);
    const reading = read(`Bearer ${accessToken}`);
    expect(reading).toMatchObject({
      caller: { tenantId: contoso, objectId, name: guest.account, isApplication: false, isGuest: true, mfa: true },
    });
    expect('caller' in reading && reading.caller.persona).toBe(guest);
  });

  it('of the service principal goes by its client id', () => {
    const { automation } = context.world;
    const { accessToken } = issueAccessToken(context, { servicePrincipal: automation, tenantId: contoso });
    expect(read(`bearer ${accessToken}`)).toMatchObject({
      caller: { name: automation.clientId, objectId: automation.objectId, isApplication: true, isGuest: false },
    });
  });

  it('says whether there was a second factor', () => {
    const { accessToken } = issueAccessToken(context, { persona: owner, tenantId: contoso, mfa: false });
    expect(read(`Bearer ${accessToken}`)).toMatchObject({ caller: { mfa: false } });
  });

  it('is refused when it is missing, broken, forged, for somebody else or from elsewhere', () => {
    const good = issueAccessToken(context, { persona: owner, tenantId: contoso }).accessToken;
    const [header, , signature] = good.split('.');
    const forged = Buffer.from(JSON.stringify({ oid: 'x', exp: 9e9 })).toString('base64url');
    const graph = issueAccessToken(context, {
      persona: owner,
      tenantId: contoso,
      audience: 'https://graph.microsoft.com',
    });
    const base = { aud: 'https://management.azure.com', exp: clock.now() / 1000 + 60, oid: owner.objectIds[contoso] };
    expect(problemOf(read())).toBe('missing');
    expect(problemOf(read('Basic abc'))).toBe('missing');
    expect(problemOf(read('Bearer abc'))).toBe('invalid');
    expect(problemOf(read(`Bearer ${header}.${forged}.${signature}`))).toBe('invalid');
    expect(problemOf(read(`Bearer ${graph.accessToken}`))).toBe('wrongAudience');
    expect(problemOf(read(`Bearer ${signJwt({ ...base, tid: '99999999-9999-4999-8999-999999999999' })}`))).toBe(
      'unknownTenant',
    );
    expect(problemOf(read(`Bearer ${signJwt({ ...base, tid: tailspin })}`))).toBe('invalid');
    expect(problemOf(read(`Bearer ${good}`))).toBe('none');
  });

  it('expires by the clock of the world', () => {
    const { accessToken } = issueAccessToken(context, { persona: owner, tenantId: contoso, lifetimeSeconds: 60 });
    clock.advance(59_999);
    expect(problemOf(read(`Bearer ${accessToken}`))).toBe('none');
    clock.advance(1);
    expect(problemOf(read(`Bearer ${accessToken}`))).toBe('expired');
  });

  it('is not issued for a tenant the person is not in', () => {
    expect(() => issueAccessToken(context, { persona: owner, tenantId: northwind })).toThrow("'owner' has no account");
  });
});
