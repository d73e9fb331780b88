import { tenantId as toTenantId, type TenantId } from '../../src/domain/ids.ts';
import { ProblemError } from '../../src/domain/problem.ts';
import type { Directory, Session } from '../../src/auth/session.ts';

/** What `POST /_emulator/token` answers for a person. */
export interface IssuedToken {
  readonly access_token: string;
  readonly expires_in: number;
  readonly tenantId: string;
  readonly objectId: string;
  readonly account: string;
  readonly name: string;
  readonly homeTenantId: string;
  readonly acct?: 0 | 1;
  readonly idp?: string;
}

/** Asks the emulated Entra for a token of one persona. */
export type IssueToken = (wish: {
  readonly tenant?: string;
  readonly mfa?: boolean;
  readonly scope?: string;
}) => Promise<IssuedToken>;

/** Where names of people stand: what was allowed before, and whether the page was opened by the way back. */
export interface NamesWish extends Pick<Directory, 'cameBack'> {
  readonly allowed: boolean;
}

interface Trip {
  readonly to: 'stepUp' | 'switchAccount' | 'signOut' | 'allowNames';
  readonly claims?: string;
  /** Where the person comes back to. */
  readonly returnTo?: string;
}

/** A session without the sign-in pages, and what the person was asked to leave the page for. */
export interface TokenSession extends Session {
  /** From now on Entra would have to ask the person within the hour, until a step-up. */
  endSoon(): void;
  /** In order; a step-up with the claims that Azure asked for. */
  readonly trips: readonly Trip[];
}

/**
 * Signs a persona in with tokens of the emulator. As with Entra, a claims challenge cannot be answered in silence: it
 * asks for the person, and only after `stepUp` do tokens say that there was a second factor.
 * @param onTenant starts the app anew in another tenant, as leaving the page and coming back would
 */
export async function createTokenSession(options: {
  readonly issue: IssueToken;
  readonly now: () => number;
  readonly tenant?: string;
  readonly onTenant: (tenant: TenantId, returnTo: string) => Promise<void>;
  /** Only where the installation may ask Microsoft Graph. */
  readonly names?: NamesWish;
}): Promise<TokenSession> {
  const { issue, now, tenant, onTenant, names } = options;
  const trips: Trip[] = [];
  const first = await issue(tenant === undefined ? {} : { tenant });
  const { tenantId } = first;
  let steppedUp = false;
  let endsSoon = false;
  return {
    trips,
    person: {
      tenantId: toTenantId(tenantId),
      homeTenantId: toTenantId(first.homeTenantId),
      objectId: first.objectId,
      username: first.account,
      name: first.name,
      claims: {
        tid: tenantId,
        ...(first.acct !== undefined && { acct: first.acct }),
        ...(first.idp !== undefined && { idp: first.idp }),
      },
    },
    credential: {
      async getToken(_, { claims } = {}) {
        if (claims !== undefined && !steppedUp) throw new ProblemError({ code: 'mfaNeeded', claims });
        const { access_token: token, expires_in: seconds } = await issue({
          tenant: tenantId,
          ...(steppedUp && { mfa: true }),
        });
        return { token, expiresOnTimestamp: now() + seconds * 1000 };
      },
    },
    ...(names && {
      directory: {
        credential: {
          async getToken(scope) {
            if (!names.allowed) throw new ProblemError({ code: 'consentNeeded', azure: { code: 'AADSTS65001' } });
            const { access_token: token, expires_in: seconds } = await issue({
              tenant: tenantId,
              scope: String(scope),
            });
            return { token, expiresOnTimestamp: now() + seconds * 1000 };
          },
        },
        async allow(returnTo, claims) {
          trips.push({ to: 'allowNames', returnTo, ...(claims !== undefined && { claims }) });
        },
        ...(names.cameBack && { cameBack: names.cameBack }),
      },
    }),
    endSoon: () => void (endsSoon = true),
    async keepQuiet() {
      if (endsSoon) throw new ProblemError({ code: 'signInNeeded' });
    },
    switchTenant: (id, returnTo = '/') => onTenant(id, returnTo),
    async switchAccount() {
      trips.push({ to: 'switchAccount' });
    },
    async signOut() {
      trips.push({ to: 'signOut' });
    },
    async stepUp(claims) {
      trips.push({ to: 'stepUp', ...(claims !== undefined && { claims }) });
      steppedUp = true;
      endsSoon = false;
    },
  };
}
