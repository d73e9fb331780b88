import type { Persona, World } from '../model.ts';
import type { AuthorizeRequest } from './authorizeRequest.ts';
import { hintedAccount } from './idToken.ts';
import { findPersona, findPersonaByAccount } from './people.ts';
import { problems } from './problems.ts';
import type { EntraProblem } from './problems.ts';
import type { Session } from './state.ts';

export type Choice = { readonly persona: Persona } | { readonly problem: EntraProblem };

/**
 * The account to go on with without asking: the hinted one if it is signed in, else the only one that is.
 * `prompt=login` and `select_account` always ask.
 */
export function chooseSilently(world: World, session: Session, asked: AuthorizeRequest): Choice {
  if (asked.prompt === 'login' || asked.prompt === 'select_account') return { problem: problems.notSignedIn() };
  const signedIn = [...session.keys()].flatMap((name) => findPersona(world, name) ?? []);
  const hinted = hintedAccount(asked.loginHint);
  if (hinted !== undefined) {
    const persona = findPersonaByAccount(world, hinted);
    return persona !== undefined && session.has(persona.name) ? { persona } : { problem: problems.notSignedIn() };
  }
  const [only, ...others] = signedIn;
  if (only === undefined) return { problem: problems.notSignedIn() };
  return others.length === 0 ? { persona: only } : { problem: problems.manyAccounts() };
}

/** The people to offer, the hinted one first, then those signed in. A domain hint leaves only that organisation's. */
export function offeredAccounts(world: World, session: Session, asked: AuthorizeRequest): readonly Persona[] {
  const hinted = hintedAccount(asked.loginHint)?.toLowerCase();
  const rank = (persona: Persona): number => {
    if (persona.account.toLowerCase() === hinted) return 0;
    return session.has(persona.name) ? 1 : 2;
  };
  const domain = asked.domainHint?.toLowerCase();
  const fromDomain = world.personas.filter((persona) => {
    const home = world.tenants.find((tenant) => tenant.id === persona.homeTenantId);
    return persona.account.toLowerCase().endsWith(`@${domain}`) || home?.defaultDomain.toLowerCase() === domain;
  });
  const offered = fromDomain.length > 0 ? fromDomain : world.personas;
  return offered.toSorted((one, other) => rank(one) - rank(other));
}
