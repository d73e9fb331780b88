import { CacheLookupPolicy, type AuthenticationResult, type IPublicClientApplication } from '@azure/msal-browser';
import { ProblemError } from '../domain/problem.ts';
import type { Authority } from './authority.ts';
import { signInProblem } from './problems.ts';

export interface TokenRequest {
  /** `<object id>.<tenant id>` of the account's own tenant: the person, in every tenant. */
  readonly homeAccountId: string;
  readonly tenantId: string;
  readonly scope: string;
  /** JSON. Asks Entra anew, past every cache. */
  readonly claims?: string | undefined;
  /**
   * A new token, and only where Entra will give further ones for so many seconds without asking the person: the refresh
   * token of a single-page app lives 24 hours, however often it is used.
   * https://learn.microsoft.com/entra/identity-platform/refresh-tokens#token-lifetime
   */
  readonly quietFor?: number | undefined;
}

export type Tokens = (request: TokenRequest) => Promise<AuthenticationResult>;

/**
 * A token without asking the person anything. MSAL looks into its cache by the account's tenant before it looks at the
 * authority, and merges requests of one person that name none, so that one tenant's token could come back for another:
 * account profile and authority are always those of the wanted tenant, the first token in a tenant comes from the
 * refresh token, and the answer is checked. Rejects with a `ProblemError`.
 */
export function silentTokens(msal: IPublicClientApplication, authority: Authority): Tokens {
  return async ({ homeAccountId, tenantId, scope, claims, quietFor }) => {
    const profile = msal.getAccount({ homeAccountId, tenantId });
    const account = profile ?? msal.getAccount({ homeAccountId });
    if (!account) throw new ProblemError({ code: 'signInNeeded' });
    const result = await msal
      .acquireTokenSilent({
        account,
        authority: authority.of(tenantId),
        scopes: [scope],
        ...(claims ? { claims } : {}),
        ...(quietFor === undefined ? {} : { forceRefresh: true, refreshTokenExpirationOffsetSeconds: quietFor }),
        ...(profile ? {} : { cacheLookupPolicy: CacheLookupPolicy.RefreshToken }),
      })
      .catch((error: unknown) => {
        throw new ProblemError(signInProblem(error), { cause: error });
      });
    if (result.tenantId !== tenantId || result.account.homeAccountId !== homeAccountId) {
      throw new ProblemError({
        code: 'badAnswer',
        azure: { message: `A token for tenant ${tenantId} was asked for, one for ${result.tenantId} came back.` },
      });
    }
    return result;
  };
}
