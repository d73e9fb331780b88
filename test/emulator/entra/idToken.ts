import { createHash, randomBytes } from 'node:crypto';
import type { Context } from '../context.ts';
import type { Persona } from '../model.ts';
import { signJwt } from './jwt.ts';
import type { JwtPayload } from './jwt.ts';
import { findPrincipal } from './people.ts';

/** The claims about a person in one tenant that identify the account and say whether it is a guest. */
export interface IdentityClaims {
  readonly tid: string;
  readonly oid: string;
  readonly name: string;
  readonly preferred_username: string;
  /** Only where the person's home is another tenant. */
  readonly idp?: string;
  /** 0 member, 1 guest; an optional claim, so some app registrations do not get it. */
  readonly acct?: 0 | 1;
}

/**
 * Who a person is in a tenant, as an ID token says it
 * (https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference, optional claim `acct`:
 * https://learn.microsoft.com/entra/identity-platform/optional-claims-reference).
 *
 * @returns `undefined` when the person has no account in the tenant.
 */
export function identityClaims(context: Context, persona: Persona, tenantId: string): IdentityClaims | undefined {
  const oid = persona.objectIds[tenantId];
  if (oid === undefined) return undefined;
  const guest = findPrincipal(context.world, tenantId, oid)?.userType === 'Guest';
  return {
    tid: tenantId,
    oid,
    name: persona.displayName,
    preferred_username: persona.account,
    ...(tenantId === persona.homeTenantId ? {} : { idp: `https://sts.windows.net/${persona.homeTenantId}/` }),
    ...(persona.signIn?.acctClaim === 'omitted' ? {} : { acct: guest ? 1 : 0 }),
  };
}

export interface IdTokenRequest {
  readonly persona: Persona;
  readonly identity: IdentityClaims;
  readonly clientId: string;
  readonly origin: string;
  readonly sessionId: string;
  readonly mfa: boolean;
  readonly nonce?: string;
}

/** A v2.0 ID token, valid for an hour. */
export function issueIdToken(context: Context, request: IdTokenRequest): string {
  const { persona, identity, clientId, nonce } = request;
  const now = Math.floor(context.clock.now() / 1000);
  const claims: JwtPayload = {
    iss: `${request.origin}/${identity.tid}/v2.0`,
    aud: clientId,
    // Pairwise: another app, or another tenant, sees another subject.
    sub: createHash('sha256').update(`${identity.oid}${clientId}`).digest('base64url'),
    iat: now,
    nbf: now,
    exp: now + 3600,
    ...identity,
    amr: request.mfa ? ['pwd', 'mfa'] : ['pwd'],
    sid: request.sessionId,
    login_hint: loginHint(persona.account),
    ...(nonce === undefined ? {} : { nonce }),
    uti: randomBytes(16).toString('base64url'),
    ver: '2.0',
  };
  return signJwt(claims);
}

/** `client_info`: the account across tenants, home object id and home tenant id. */
export function clientInfo(persona: Persona): string {
  const uid = persona.objectIds[persona.homeTenantId];
  return Buffer.from(JSON.stringify({ uid, utid: persona.homeTenantId })).toString('base64url');
}

/** The opaque `login_hint` claim: a client hands it back to name the account. */
function loginHint(account: string): string {
  return `O.${Buffer.from(account).toString('base64url')}`;
}

/** The account a `login_hint` or `logout_hint` names, given as the opaque claim or as the sign-in name itself. */
export function hintedAccount(hint: string | undefined): string | undefined {
  if (hint === undefined || hint === '') return undefined;
  return hint.startsWith('O.') ? Buffer.from(hint.slice(2), 'base64url').toString() : hint;
}
