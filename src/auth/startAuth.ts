import type { Config } from '../config.ts';
import { ProblemError, problemOf, type Problem } from '../domain/problem.ts';
import { authorityFor } from './authority.ts';
import type { AuthPage } from './page.ts';
import type { AuthStart, SignIn } from './session.ts';
import { tabMemory, type TabMemory, type Trip } from './tab.ts';

/**
 * Who is there when the page opens. Nobody is ever sent to Entra by this: only a person's own press leaves the page, so
 * a sign-in that goes wrong cannot loop. MSAL is loaded only where this tab has a session, or an answer from Entra.
 */
export async function startAuth(config: Config, page: AuthPage): Promise<AuthStart> {
  const memory = tabMemory(page.storage);
  const trip = memory.takeTrip();
  const signIn = signInWith(config, page, memory);
  if (trip?.purpose === 'signOut') {
    memory.forget();
    return { kind: 'signedOut', signIn, left: trip.answered };
  }
  if (!memory.session() && !trip?.answered) {
    return page.takeLostMark()
      ? { kind: 'failed', signIn, problem: { code: 'signInNeeded' } }
      : { kind: 'signedOut', signIn, left: false };
  }
  try {
    return await resume(config, page, memory, trip, signIn);
  } catch (error) {
    return { kind: 'failed', signIn, problem: problemOf(error) };
  }
}

async function resume(
  config: Config,
  page: AuthPage,
  memory: TabMemory,
  trip: Trip | undefined,
  signIn: SignIn,
): Promise<AuthStart> {
  const { startEntra, openSession } = await loadMsal();
  const { entra, arrival } = await startEntra(config, page, memory, trip);
  const { remembered, problem } = arrival;
  if (!remembered) return { kind: 'failed', signIn, problem: problem ?? { code: 'signInNeeded' } };
  try {
    const brought = problem ? { problem } : {};
    // Who declined to have names shown has declined nothing else: it is said where they were asked for.
    const forNames = trip?.purpose === 'allowNames' && trip.answered;
    const session = await openSession(entra, remembered, forNames ? brought : undefined);
    return { kind: 'signedIn', session, ...(forNames && config.graph ? {} : brought) };
  } catch (error) {
    const failure = problemOf(error);
    // Without a network the session may still be good: the next load tries it again.
    if (failure.code !== 'offline') memory.forget();
    return { kind: 'failed', signIn, problem: failure };
  }
}

function signInWith(config: Config, page: AuthPage, memory: TabMemory): SignIn {
  return async ({ returnTo = page.address(), tenantId } = {}) => {
    if (!memory.works()) throw new ProblemError({ code: 'storageBlocked' });
    const tenant = tenantId ?? config.tenant;
    const [{ startEntra, leaveFor }, obstacle] = await Promise.all([loadMsal(), obstacleAt(config, page, tenant)]);
    if (obstacle) throw new ProblemError(obstacle);
    const { entra } = await startEntra(config, page, memory, undefined);
    await leaveFor(entra, { purpose: 'signIn', tenant, returnTo });
  };
}

/** Left for an Entra that does not answer, the person would stand before a browser's error page. */
async function obstacleAt(config: Config, page: AuthPage, tenant: string): Promise<Problem | undefined> {
  const status = await page.statusOf(authorityFor(config).probe(tenant));
  if (status === undefined) return { code: 'offline' };
  return status >= 500 ? { code: 'azureDown', azure: { status } } : undefined;
}

async function loadMsal() {
  try {
    const [{ startEntra, leaveFor }, { openSession }] = await Promise.all([
      import('./entra.ts'),
      import('./openSession.ts'),
    ]);
    return { startEntra, leaveFor, openSession };
  } catch (error) {
    throw new ProblemError({ code: 'offline' }, { cause: error });
  }
}
