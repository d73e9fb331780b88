import type { ErrorAnswer } from './answer.ts';

/** What a 401 asks for. `claims` is JSON, ready for the sign-in. */
export interface Challenge {
  /** Azure wants more than the token proves: multi-factor authentication or another Conditional Access condition. */
  readonly moreNeeded: boolean;
  readonly claims?: string;
}

/**
 * The challenge of a 401: from `WWW-Authenticate` where the browser may read it, else from what the message says.
 * https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function readChallenge(answer: Pick<ErrorAnswer, 'errors' | 'header'>): Challenge {
  const header = answer.header('www-authenticate') ?? '';
  const messages = answer.errors.map((error) => error.message ?? '').join('\n');
  const claims = claimsIn(header) ?? claimsIn(messages);
  const moreNeeded = /insufficient_claims/i.test(header + messages) || speaksOfMfa.test(messages);
  return { moreNeeded, ...(claims !== undefined && { claims }) };
}

/**
 * How an error reads that is about multi-factor authentication, which Azure asks of everybody who changes something.
 * https://learn.microsoft.com/entra/identity/authentication/concept-mandatory-multifactor-authentication
 */
export const speaksOfMfa = /\bMFA\b|multi-?factor/i;

function claimsIn(text: string): string | undefined {
  const found = /\bclaims="?([^",&\s]+)"?/i.exec(text)?.[1];
  if (found === undefined) return undefined;
  try {
    // A header carries them as base64; the message of a role that is to be activated, as part of an address.
    const json = found.startsWith('%7B')
      ? decodeURIComponent(found)
      : atob(found.replaceAll('-', '+').replaceAll('_', '/'));
    JSON.parse(json);
    return json;
  } catch {
    return undefined;
  }
}
