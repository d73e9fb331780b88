import { randomUUID } from 'node:crypto';
import type { Clock } from '../context.ts';

/** A refusal of the sign-in service: an OAuth error, its AADSTS number and a description as Entra words it. */
export interface EntraProblem {
  readonly number: number;
  readonly error: string;
  readonly description: string;
  readonly status: 400 | 401;
  readonly suberror?: string;
  readonly claims?: string;
}

type Extra = Partial<Pick<EntraProblem, 'status' | 'suberror' | 'claims'>>;

function problem(number: number, error: string, description: string, extra: Extra = {}): EntraProblem {
  return { number, error, description: `AADSTS${number}: ${description}`, status: 400, ...extra };
}

/** Every refusal the emulator knows (https://learn.microsoft.com/entra/identity-platform/reference-error-codes). */
export const problems = {
  unknownTenant: (tenant: string) =>
    problem(90002, 'invalid_tenant', `Tenant '${tenant}' not found. Check that it is the tenant you mean.`),
  noTenant: () => problem(50059, 'invalid_request', 'No tenant-identifying information found in the request.'),
  unknownApp: (clientId: string, tenant: string) =>
    problem(
      700016,
      'unauthorized_client',
      `Application with identifier '${clientId}' was not found in the directory '${tenant}'.`,
    ),
  redirectMismatch: (redirectUri: string, clientId: string) =>
    problem(
      50011,
      'invalid_request',
      `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for the application '${clientId}'.`,
    ),
  badRequest: (what: string) => problem(900144, 'invalid_request', what),
  unsupportedResponseType: (type: string) =>
    problem(700051, 'unsupported_response_type', `response_type '${type}' is not enabled for the application.`),
  unsupportedGrant: (grant: string) =>
    problem(70003, 'unsupported_grant_type', `The app requested an unsupported grant type '${grant}'.`),
  notMember: (account: string, homeTenantId: string, tenant: string, clientId: string) =>
    problem(
      50020,
      'invalid_grant',
      `User account '${account}' from identity provider 'https://sts.windows.net/${homeTenantId}/' does not exist in tenant '${tenant}' and cannot access the application '${clientId}' in that tenant. The account needs to be added as an external user in the tenant first. Sign out and sign in again with a different account.`,
    ),
  notSignedIn: () => problem(50058, 'login_required', 'A silent sign-in request was sent but no user is signed in.'),
  manyAccounts: () =>
    problem(
      16000,
      'interaction_required',
      'More than one account is signed in and the request does not say which one to use.',
    ),
  consentNeeded: (clientId: string) =>
    problem(
      65001,
      'invalid_grant',
      `The user or administrator has not consented to use the application with ID '${clientId}'. Send an interactive authorization request for this user and resource.`,
      { suberror: 'consent_required' },
    ),
  adminConsentNeeded: () =>
    problem(90094, 'access_denied', 'An administrator has to grant the permissions this application asks for.'),
  cancelled: () => problem(65004, 'access_denied', 'User declined to consent to access the app.'),
  mfaNeeded: (audience: string, claims: string) =>
    problem(
      50076,
      'interaction_required',
      `Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '${audience}'.`,
      { suberror: 'basic_action', claims },
    ),
  refreshTokenExpired: (issuedAt: number) =>
    problem(
      700084,
      'invalid_grant',
      `The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page. The token was issued on ${new Date(issuedAt).toISOString()}.`,
      { suberror: 'bad_token' },
    ),
  grantRevoked: () =>
    problem(50173, 'invalid_grant', 'The provided grant is not valid any more. A fresh sign-in is needed.', {
      suberror: 'bad_token',
    }),
  codeExpired: () => problem(70008, 'invalid_grant', 'The provided authorization code has expired.'),
  codeUsed: () => problem(54005, 'invalid_grant', 'OAuth2 Authorization code was already redeemed.'),
  codeRedirectMismatch: () =>
    problem(500112, 'invalid_grant', 'The reply address does not match the one of the authorization request.'),
  pkceMismatch: () =>
    problem(
      501481,
      'invalid_grant',
      'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
    ),
  pkceRequired: () =>
    problem(
      9002325,
      'invalid_request',
      'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
    ),
  crossOriginRequired: () =>
    problem(
      9002327,
      'invalid_request',
      "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
    ),
  wrongSecret: (clientId: string) =>
    problem(7000215, 'invalid_client', `Invalid client secret provided for app '${clientId}'.`, { status: 401 }),
  defaultScopeRequired: (scope: string) =>
    problem(
      1002012,
      'invalid_scope',
      `The provided value for scope '${scope}' is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier.`,
    ),
  unknownResource: (scope: string, tenant: string) =>
    problem(
      500011,
      'invalid_resource',
      `The resource principal named by '${scope}' was not found in the tenant '${tenant}'.`,
    ),
} satisfies Record<string, (...facts: never[]) => EntraProblem>;

export interface ProblemBody {
  readonly error: string;
  readonly error_description: string;
  readonly error_codes: readonly number[];
  readonly timestamp: string;
  readonly trace_id: string;
  readonly correlation_id: string;
  readonly error_uri: string;
  readonly suberror?: string;
  readonly claims?: string;
}

/** The body Entra's token endpoint answers a refusal with. */
export function problemBody(
  { number, error, description, suberror, claims }: EntraProblem,
  clock: Clock,
  origin: string,
  correlationId: string = randomUUID(),
): ProblemBody {
  const timestamp = `${new Date(clock.now()).toISOString().slice(0, 19).replace('T', ' ')}Z`;
  const traceId = randomUUID();
  return {
    error,
    error_description: `${description} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
    error_codes: [number],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    error_uri: `${origin}/error?code=${number}`,
    ...(suberror === undefined ? {} : { suberror }),
    ...(claims === undefined ? {} : { claims }),
  };
}
