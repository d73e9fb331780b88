import { randomBytes } from 'node:crypto';
import type { Caller, Context } from '../context.ts';
import type { Persona, ServicePrincipalLogin } from '../model.ts';
import { isArmAudience, isGraphAudience } from './audience.ts';
import { clients } from './clients.ts';
import { readJwt, signJwt } from './jwt.ts';
import type { JwtPayload } from './jwt.ts';
import { findPersonaByObjectId, findPrincipal, isGuest } from './people.ts';

/** How long an access token lives where nobody says otherwise (Entra: 60 to 90 minutes). */
const accessTokenLifetimeSeconds = 3600;

export type TokenSubject = { readonly persona: Persona } | { readonly servicePrincipal: ServicePrincipalLogin };

export type AccessTokenRequest = TokenSubject & {
  readonly tenantId: string;
  /** Without it, Azure Resource Manager. */
  readonly audience?: string;
  readonly permissions?: readonly string[];
  readonly lifetimeSeconds?: number;
  /** Whether the token says that multi-factor authentication took place. Without it, as the persona signs in. */
  readonly mfa?: boolean;
  /** Authentication contexts that the sign-in proved. */
  readonly acrs?: readonly string[];
  readonly sessionId?: string;
  readonly clientId?: string;
};

export interface IssuedAccessToken {
  readonly accessToken: string;
  /** Seconds. */
  readonly expiresIn: number;
  readonly tenantId: string;
  readonly objectId: string;
}

/** Whether this person's sign-in includes a second factor without anybody asking for it. */
export function signsInWithMfa(persona: Persona): boolean {
  return persona.signIn?.mfa !== 'atWrite';
}

/**
 * Issues a signed access token with the claims Azure Resource Manager reads
 * (https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference).
 *
 * @throws Error when the person is not in the tenant; callers ask that first and answer AADSTS50020.
 */
export function issueAccessToken(context: Context, request: AccessTokenRequest): IssuedAccessToken {
  const { tenantId } = request;
  const lifetime = request.lifetimeSeconds ?? accessTokenLifetimeSeconds;
  const now = Math.floor(context.clock.now() / 1000);
  const subject = subjectClaims(context, request);
  const accessToken = signJwt({
    aud: request.audience ?? 'https://management.azure.com',
    iss: `https://sts.windows.net/${tenantId}/`,
    iat: now,
    nbf: now,
    exp: now + lifetime,
    ...subject.claims,
    oid: subject.objectId,
    tid: tenantId,
    uti: randomBytes(16).toString('base64url'),
    ver: '1.0',
  });
  return { accessToken, expiresIn: lifetime, tenantId, objectId: subject.objectId };
}

function subjectClaims(context: Context, request: AccessTokenRequest): { objectId: string; claims: JwtPayload } {
  if ('servicePrincipal' in request) {
    const { clientId, objectId } = request.servicePrincipal;
    return { objectId, claims: { appid: clientId, appidacr: '1', idtyp: 'app', sub: objectId } };
  }
  const { persona, tenantId, mfa = signsInWithMfa(persona) } = request;
  const objectId = persona.objectIds[tenantId];
  if (objectId === undefined) throw new Error(`Persona '${persona.name}' has no account in tenant '${tenantId}'.`);
  return {
    objectId,
    claims: {
      acr: '1',
      ...(request.acrs && { acrs: request.acrs }),
      acct: isGuest(context.world, tenantId, objectId) ? 1 : 0,
      amr: mfa ? ['pwd', 'mfa'] : ['pwd'],
      appid: request.clientId ?? clients.spa,
      appidacr: '0',
      idtyp: 'user',
      name: persona.displayName,
      scp: (request.permissions ?? ['user_impersonation']).join(' '),
      ...(request.sessionId === undefined ? {} : { sid: request.sessionId }),
      sub: objectId,
      unique_name: persona.account,
      upn: persona.account,
    },
  };
}

export type TokenProblem = 'missing' | 'invalid' | 'expired' | 'wrongAudience' | 'unknownTenant';

export type CallerReading = { readonly caller: Caller } | { readonly problem: TokenProblem; readonly message: string };

/** Reads who a request to an API speaks for from its bearer token: signature, expiry by the world's clock, audience, tenant. */
export function readCaller(request: Request, context: Context, api: 'arm' | 'msgraph' = 'arm'): CallerReading {
  const header = request.headers.get('authorization');
  const token = /^bearer +(\S+)$/i.exec(header ?? '')?.[1];
  if (token === undefined) {
    return refuse('missing', 'Authentication failed. The Authorization header is missing or is not a bearer token.');
  }
  const claims = readJwt(token);
  if (claims === undefined) return refuse('invalid', 'The access token is invalid.');
  const { aud, exp, tid, oid } = claims;
  if (typeof exp !== 'number' || exp * 1000 <= context.clock.now()) {
    return refuse('expired', `The access token has expired at ${readableTime(exp)}.`);
  }
  if (api === 'arm' && !isArmAudience(aud)) {
    return refuse('wrongAudience', `The access token is for '${String(aud)}', not for Azure Resource Manager.`);
  }
  if (api === 'msgraph' && !isGraphAudience(aud)) {
    return refuse('wrongAudience', 'Access token validation failure. Invalid audience.');
  }
  if (typeof tid !== 'string' || !context.world.tenants.some((tenant) => tenant.id === tid)) {
    return refuse('unknownTenant', `The access token is from tenant '${String(tid)}', which is not in this world.`);
  }
  return typeof oid === 'string'
    ? readSubject(context, tid, oid, claims)
    : refuse('invalid', 'The access token is invalid.');
}

function readSubject(context: Context, tenantId: string, objectId: string, claims: JwtPayload): CallerReading {
  const { world } = context;
  const { automation } = world;
  if (automation.tenantId === tenantId && automation.objectId === objectId) {
    // Azure Resource Manager calls an application by its client id.
    const name = automation.clientId;
    return { caller: { tenantId, objectId, name, isApplication: true, isGuest: false, mfa: false } };
  }
  const persona = findPersonaByObjectId(world, tenantId, objectId);
  if (persona === undefined || findPrincipal(world, tenantId, objectId) === undefined) {
    return refuse('invalid', `The access token is for object id '${objectId}', which is not in this world.`);
  }
  const mfa = Array.isArray(claims['amr']) && claims['amr'].includes('mfa');
  const guest = isGuest(world, tenantId, objectId);
  const acrs = Array.isArray(claims['acrs']) ? claims['acrs'].map(String) : [];
  const { scp } = claims;
  return {
    caller: {
      ...(typeof scp === 'string' && { permissions: scp.split(' ') }),
      tenantId,
      objectId,
      name: persona.account,
      persona,
      isApplication: false,
      isGuest: guest,
      mfa,
      ...(acrs.length > 0 && { acrs }),
    },
  };
}

function refuse(problem: TokenProblem, message: string): CallerReading {
  return { problem, message };
}

const readableTime = (seconds: unknown): string =>
  typeof seconds === 'number' ? new Date(seconds * 1000).toISOString() : 'an unknown time';
