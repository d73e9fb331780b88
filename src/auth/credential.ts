import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/core-auth';
import { ProblemError, wantsPerson, type Problem } from '../domain/problem.ts';
import { readClaims } from './claims.ts';
import type { SignedIn } from './session.ts';
import type { Tokens } from './tokens.ts';

/** Azure Resource Manager, or Microsoft Graph: where it is, and the one permission asked for. */
export interface Api {
  readonly origin: string;
  readonly scope: string;
}

/**
 * Tokens of one API for one person in one tenant, in the form that the Azure SDKs take. A challenge's claims
 * are sent to Entra; where Entra wants the person for it, it rejects with `mfaNeeded` or `signInNeeded` that carries
 * them. Every token is made for continuous access evaluation (`enableCae`), because the app declares it can answer it.
 * Any other scope or tenant is refused: this credential must not become a key for anything else.
 * https://learn.microsoft.com/entra/identity-platform/app-resilience-continuous-access-evaluation
 */
export function createCredential(options: {
  readonly tokens: Tokens;
  readonly api: Api;
  readonly person: SignedIn;
  readonly homeAccountId: string;
}): TokenCredential {
  const { tokens, api, person, homeAccountId } = options;
  return {
    async getToken(scopes, request: GetTokenOptions = {}): Promise<AccessToken> {
      refuseForeign(scopes, request, api, person);
      const claims = readClaims(request.claims);
      const asked = tokens({ homeAccountId, tenantId: person.tenantId, scope: api.scope, claims });
      const result = await unlessAborted(asked, request.abortSignal).catch((error: unknown) => {
        throw withClaims(error, claims);
      });
      if (!result.expiresOn) throw new ProblemError({ code: 'badAnswer' });
      return {
        token: result.accessToken,
        expiresOnTimestamp: result.expiresOn.getTime(),
        tokenType: 'Bearer',
        ...(result.refreshOn ? { refreshAfterTimestamp: result.refreshOn.getTime() } : {}),
      };
    },
  };
}

function refuseForeign(scopes: string | string[], request: GetTokenOptions, api: Api, person: SignedIn): void {
  const own = new Set([api.scope, `${api.origin}/.default`, `${api.origin}//.default`]);
  const foreign = [scopes].flat().find((scope) => !own.has(scope));
  if (foreign !== undefined) throw new ProblemError({ code: 'foreignAddress', origin: foreign });
  if (request.tenantId && request.tenantId.toLowerCase() !== person.tenantId) {
    throw new ProblemError({ code: 'foreignAddress', origin: request.tenantId });
  }
}

/** MSAL cannot be interrupted, but who asked need not wait: the token then only lands in its cache. */
function unlessAborted<T>(asked: Promise<T>, signal: GetTokenOptions['abortSignal']): Promise<T> {
  if (!signal) return asked;
  return new Promise((resolve, reject) => {
    const abort = () => reject(new DOMException('The request for a token was aborted.', 'AbortError'));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
    void asked.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** Entra may want the person without repeating for what: then what Azure asked for is still what is missing. */
function withClaims(error: unknown, claims: string | undefined): unknown {
  if (!claims || !(error instanceof ProblemError)) return error;
  const { problem } = error;
  if (!wantsPerson(problem) || problem.claims) return error;
  const enriched: Problem = { ...problem, claims };
  return new ProblemError(enriched, { cause: error });
}
