import { AuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-browser';
import { ProblemError, problemOf, type Problem, type ProblemFacts } from '../domain/problem.ts';
import { codeOfNumber, codeOfWord, type SignInCode } from './signInErrors.ts';

/**
 * The problem behind anything that MSAL throws. Entra's number decides before MSAL's word, because one word
 * (`invalid_grant`) stands for many reasons. `claims` asked for by Azure are kept: a step-up needs them.
 */
export function signInProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (!(error instanceof AuthError)) return problemOf(error);
  const number = aadstsNumber(error);
  const code = codeOf(error, number);
  return {
    ...factsOf(code, error),
    azure: {
      code: number === undefined ? error.errorCode : `AADSTS${number}`,
      message: error.errorMessage || error.errorCode,
      ...(error.correlationId ? { clientRequestId: error.correlationId } : {}),
    },
  };
}

function codeOf(error: AuthError, number: number | undefined): SignInCode {
  const known = number === undefined ? undefined : codeOfNumber(number);
  if (known) return known;
  if (error instanceof ServerError && error.status === 429) return 'throttled';
  if (error instanceof ServerError && (error.status ?? 0) >= 500) return 'azureDown';
  if (error.subError === 'consent_required') return 'consentNeeded';
  // Conditional Access names what it wants in claims, whatever the number.
  if (error instanceof InteractionRequiredAuthError && error.claims) return 'mfaNeeded';
  return codeOfWord(error.errorCode) ?? 'unexpected';
}

function factsOf(code: SignInCode, error: AuthError): ProblemFacts {
  const claims = error instanceof InteractionRequiredAuthError ? error.claims : '';
  return (code === 'mfaNeeded' || code === 'signInNeeded') && claims ? { code, claims } : { code };
}

function aadstsNumber(error: AuthError): number | undefined {
  const own = error instanceof ServerError || error instanceof InteractionRequiredAuthError ? error.errorNo : undefined;
  // Entra sends the number as JSON numbers; MSAL's type says string.
  const number = Number(own ?? /AADSTS(\d+)/.exec(error.errorMessage)?.[1]);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}
