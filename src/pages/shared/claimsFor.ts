import { wantsPerson, type Problem } from '../../domain/problem.ts';

/**
 * What Azure asks for. A browser may not be let see the challenge; then it is asked for what Azure asks for when it
 * wants multi-factor authentication. https://learn.microsoft.com/entra/identity-platform/developer-guide-conditional-access-authentication-context
 */
export function claimsFor(problem: Problem): string | undefined {
  if (!wantsPerson(problem)) return undefined;
  return problem.claims ?? (problem.code === 'mfaNeeded' ? mfaClaims : undefined);
}

const mfaClaims = JSON.stringify({ access_token: { acrs: { essential: true, values: ['p1'] } } });
