import { cloudOf } from '../config.ts';
import { ProblemError, problemOf } from '../domain/problem.ts';
import { readClaims } from './claims.ts';
import { createCredential } from './credential.ts';
import { leaveFor, type Entra } from './entra.ts';
import { personOf } from './person.ts';
import { signInProblem } from './problems.ts';
import type { Directory, Session } from './session.ts';
import type { Remembered } from './tab.ts';

/**
 * The session that this tab remembers. Who the person is comes from the ID token of the chosen tenant, asked for where
 * it is not at hand. Rejects with a `ProblemError` when Entra no longer stands by it.
 * @param allowed how the trip ended on which the person was asked to allow names; absent: there was none just now
 */
export async function openSession(
  entra: Entra,
  { homeAccountId, tenantId }: Remembered,
  allowed?: Directory['cameBack'],
): Promise<Session> {
  const { msal, tokens, scope, page, memory, config } = entra;
  const profile = msal.getAccount({ homeAccountId, tenantId });
  const account = profile?.idTokenClaims ? profile : (await tokens({ homeAccountId, tenantId, scope })).account;
  const person = personOf(account);
  const cloud = cloudOf(config);
  const credential = createCredential({
    tokens,
    api: { origin: cloud.arm, scope: cloud.armScope },
    person,
    homeAccountId,
  });
  const directory: Directory = {
    credential: createCredential({
      tokens,
      api: { origin: cloud.graph, scope: cloud.graphScope },
      person,
      homeAccountId,
    }),
    allow(returnTo, claims) {
      const asked = readClaims(claims);
      const leave = { purpose: 'allowNames', tenant: person.tenantId, returnTo, homeAccountId } as const;
      return leaveFor(entra, { ...leave, scope: cloud.graphScope, ...(asked !== undefined && { claims: asked }) });
    },
    ...(allowed && { cameBack: allowed }),
  };

  return {
    person,
    credential,
    ...(config.graph && { directory }),
    keepQuiet: async (seconds) => void (await tokens({ homeAccountId, tenantId, scope, quietFor: seconds })),
    async switchTenant(wanted, returnTo = '/') {
      if (wanted === person.tenantId) return;
      try {
        await tokens({ homeAccountId, tenantId: wanted, scope });
      } catch (error) {
        const problem = problemOf(error);
        switch (problem.code) {
          case 'signInNeeded':
          case 'mfaNeeded': {
            const { claims } = problem;
            return leaveFor(entra, { purpose: 'switchTenant', tenant: wanted, returnTo, homeAccountId, claims });
          }
          case 'consentNeeded':
            return leaveFor(entra, { purpose: 'switchTenant', tenant: wanted, returnTo, homeAccountId });
          default:
            throw error;
        }
      }
      memory.remember({ homeAccountId, tenantId: wanted });
      page.reopen(returnTo);
    },
    switchAccount: () => leaveFor(entra, { purpose: 'switchAccount', tenant: config.tenant, returnTo: page.address() }),
    async signOut() {
      memory.forget();
      memory.leave('signOut');
      try {
        await msal.logoutRedirect({ account });
      } catch (error) {
        // The tab has forgotten the tokens already, which is the part that this app can promise.
        throw new ProblemError(signInProblem(error), { cause: error });
      }
    },
    stepUp(claims) {
      const asked = readClaims(claims);
      const returnTo = page.address();
      const leave = { purpose: 'stepUp', tenant: person.tenantId, returnTo, homeAccountId } as const;
      return leaveFor(entra, asked ? { ...leave, claims: asked } : { ...leave, fresh: true });
    },
  };
}
