import type { AccountInfo } from '@azure/msal-browser';
import { tenantId } from '../domain/ids.ts';
import { ProblemError } from '../domain/problem.ts';
import type { SignedIn } from './session.ts';

/**
 * The person behind an account of MSAL, as this tenant knows them. The account must be the profile of that tenant and
 * carry the claims of its ID token; else `badAnswer`, because home-tenant claims would make a guest look like a member.
 */
export function personOf(account: AccountInfo): SignedIn {
  const claims = account.idTokenClaims;
  if (!claims?.tid || tenantId(claims.tid) !== tenantId(account.tenantId)) {
    throw new ProblemError({
      code: 'badAnswer',
      azure: { message: `The account is of tenant ${account.tenantId}, its ID token of ${claims?.tid ?? 'none'}.` },
    });
  }
  const acct = Number(claims['acct'] ?? Number.NaN);
  const idp = claims['idp'];
  return {
    tenantId: tenantId(account.tenantId),
    // homeAccountId is `<object id>.<tenant id>`, both of the account's own tenant.
    homeTenantId: tenantId(account.homeAccountId.split('.')[1] ?? ''),
    objectId: account.localAccountId.toLowerCase(),
    username: account.username,
    name: account.name ?? account.username,
    claims: {
      tid: claims.tid,
      ...(acct === 0 || acct === 1 ? { acct } : {}),
      ...(typeof idp === 'string' ? { idp } : {}),
    },
  };
}
