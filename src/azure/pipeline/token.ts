import type { AccessToken, TokenCredential } from '@azure/core-auth';
import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { ProblemError } from '../../domain/problem.ts';
import { readChallenge } from '../problems/challenge.ts';

/** A token is renewed this long before it ends, in ms, and a renewal that failed is tried again after this long. */
const renewBefore = 300_000;
const renewAgain = 30_000;

/**
 * Puts the person's token on every request, and answers a claims challenge once with a token made for it; the request
 * was refused, so sending it again is safe. One fetch serves all who need a token at the same time, and no request's
 * own abort ends it: the SDK's policy hands it the signal of whoever came first.
 * https://learn.microsoft.com/entra/identity-platform/claims-challenge
 * @param now the device's clock, as in the token's own times
 * @param onWake has the listener called when the device has slept: then the token may be gone although its time is not
 */
export function tokenPolicy(
  credential: TokenCredential,
  scope: string,
  now: () => number,
  onWake: (listener: () => void) => unknown = () => undefined,
): PipelinePolicy {
  const renewing = new Map<string, Promise<AccessToken>>();
  let current: AccessToken | undefined;
  let triedAt = -Infinity;
  let mayBeGone = false;
  onWake(() => (mayBeGone = true));

  function renew(claims?: string): Promise<AccessToken> {
    const key = claims ?? '';
    const running = renewing.get(key);
    if (running) return running;
    const started = get(claims).finally(() => renewing.delete(key));
    renewing.set(key, started);
    return started;
  }

  async function get(claims?: string): Promise<AccessToken> {
    triedAt = now();
    mayBeGone = false;
    const token = await credential.getToken(scope, { enableCae: true, ...(claims !== undefined && { claims }) });
    if (!token) throw new ProblemError({ code: 'signInNeeded' });
    current = token;
    return token;
  }

  async function valid(): Promise<AccessToken> {
    const held = current;
    if (!held || held.expiresOnTimestamp <= now()) return renew();
    if (mayBeGone) return renew().catch(() => held);
    const due = Math.min(held.refreshAfterTimestamp ?? Infinity, held.expiresOnTimestamp - renewBefore);
    if (now() < due || now() - triedAt < renewAgain) return held;
    return renew().catch(() => held);
  }

  return {
    name: 'token',
    async sendRequest(request, next) {
      const token = await valid();
      request.headers.set('authorization', `Bearer ${token.token}`);
      const response = await next(request);
      if (response.status !== 401) return response;
      const { moreNeeded, claims } = readChallenge({ errors: [], header: (name) => response.headers.get(name) });
      if (!moreNeeded || claims === undefined) return response;
      // Somebody else may have answered the same challenge in the meantime.
      const better = current && current !== token ? current : await renew(claims);
      request.headers.set('authorization', `Bearer ${better.token}`);
      return next(request);
    },
  };
}
