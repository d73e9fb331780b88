import { createStandardPublicClientApplication, type IPublicClientApplication } from '@azure/msal-browser';
import { cloudOf, type Config } from '../config.ts';
import { ProblemError, type Problem } from '../domain/problem.ts';
import { authorityFor, type Authority } from './authority.ts';
import type { AuthPage } from './page.ts';
import { signInProblem } from './problems.ts';
import type { Purpose, Remembered, TabMemory, Trip } from './tab.ts';
import { silentTokens, type Tokens } from './tokens.ts';

/** MSAL, set up for this installation, with what the session needs around it. */
export interface Entra {
  readonly msal: IPublicClientApplication;
  readonly authority: Authority;
  readonly tokens: Tokens;
  readonly scope: string;
  readonly config: Config;
  readonly page: AuthPage;
  readonly memory: TabMemory;
}

/** What the way back from Entra brought: a session to go on with, a problem, both, or neither. */
export interface Arrival {
  readonly remembered?: Remembered;
  readonly problem?: Problem;
}

/**
 * Starts MSAL and takes the answer of Entra, if there is one: nothing may be asked of MSAL before that.
 * https://learn.microsoft.com/entra/msal/javascript/browser/initialization
 */
export async function startEntra(
  config: Config,
  page: AuthPage,
  memory: TabMemory,
  trip: Trip | undefined,
): Promise<{ readonly entra: Entra; readonly arrival: Arrival }> {
  const authority = authorityFor(config);
  const bridge = `${page.origin}/redirect.html`;
  const msal = await createStandardPublicClientApplication({
    auth: {
      clientId: config.clientId,
      authority: authority.of(config.tenant),
      redirectUri: bridge,
      postLogoutRedirectUri: bridge,
      // The app can answer claims challenges, so Azure may revoke its tokens at once: continuous access evaluation.
      clientCapabilities: ['CP1'],
      ...authority.options,
    },
    cache: { cacheLocation: 'sessionStorage' },
  });
  const { armScope: scope } = cloudOf(config);
  const entra: Entra = { msal, authority, tokens: silentTokens(msal, authority), scope, config, page, memory };
  return { entra, arrival: await arrive(entra, trip) };
}

async function arrive({ msal, memory }: Entra, trip: Trip | undefined): Promise<Arrival> {
  let problem: Problem | undefined;
  try {
    const answer = await msal.handleRedirectPromise();
    if (answer) {
      const { account, tenantId } = answer;
      memory.remember({ homeAccountId: account.homeAccountId, tenantId });
      await forgetOthers(msal, account.homeAccountId);
    } else if (trip?.answered) {
      // Entra answered, but what belongs to the question is gone (storage cleared or blocked): ask again, never loop.
      problem = { code: 'signInNeeded' };
    }
  } catch (error) {
    problem = signInProblem(error);
  }
  const remembered = memory.session();
  return { ...(remembered ? { remembered } : {}), ...(problem ? { problem } : {}) };
}

/** One tab, one person: tokens of whoever was signed in here before must not lie around. */
async function forgetOthers(msal: IPublicClientApplication, homeAccountId: string): Promise<void> {
  for (const account of msal.getAllAccounts()) {
    if (account.homeAccountId !== homeAccountId) await msal.clearCache({ account });
  }
}

/** What to ask Entra for when the page is left. */
export interface Leave {
  readonly purpose: Purpose;
  readonly tenant: string;
  readonly returnTo: string;
  /** Whom Entra should expect; without, it lets the person choose. */
  readonly homeAccountId?: string;
  readonly claims?: string | undefined;
  /** The permission that is asked for; without, Azure Resource Manager's. */
  readonly scope?: string;
  /** Sign in afresh although Entra knows the person. */
  readonly fresh?: boolean;
}

/** Leaves the page for Entra. Resolves only when the page is about to go; rejects with a `ProblemError`. */
export async function leaveFor(entra: Entra, leave: Leave): Promise<void> {
  const { msal, authority, page, memory } = entra;
  const account = leave.homeAccountId ? msal.getAccount({ homeAccountId: leave.homeAccountId }) : null;
  memory.leave(leave.purpose);
  try {
    await msal.acquireTokenRedirect({
      authority: authority.of(leave.tenant),
      scopes: [leave.scope ?? entra.scope],
      redirectStartPage: `${page.origin}${leave.returnTo}`,
      ...(account ? { account } : { prompt: 'select_account' }),
      ...(leave.fresh ? { prompt: 'login' } : {}),
      ...(leave.claims ? { claims: leave.claims } : {}),
    });
  } catch (error) {
    memory.takeTrip();
    throw new ProblemError(signInProblem(error), { cause: error });
  }
}
