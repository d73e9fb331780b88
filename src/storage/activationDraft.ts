import type { ActivationRequest } from '../domain/activation.ts';

/*
 * An activation that waits for a sign-in leaves the page, and the same request is to go on when the person is back. It is
 * kept in this tab only, and is good for one return.
 */

const key = 'lighthouse.activation';

/** Keeps the request for the return. */
export function keepActivation(request: ActivationRequest): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(request));
  } catch {
    // Without it the person fills the form in again.
  }
}

/** The request that waited for this return; once. */
export function takeActivation(): ActivationRequest | undefined {
  try {
    const kept = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return kept === null ? undefined : (JSON.parse(kept) as ActivationRequest);
  } catch {
    return undefined;
  }
}
