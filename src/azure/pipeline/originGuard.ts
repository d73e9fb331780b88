import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { ProblemError } from '../../domain/problem.ts';

/**
 * Lets requests through to the configured Azure Resource Manager and nowhere else. Links to a next page or to a running
 * operation come from answers; followed blindly, one of them could carry the token away.
 * @param arm the only origin that may be asked
 */
export function originGuard(arm: string): PipelinePolicy {
  const allowed = new URL(arm).origin;
  return {
    name: 'originGuard',
    sendRequest(request, next) {
      const origin = originOf(request.url);
      if (origin !== allowed) throw new ProblemError({ code: 'foreignAddress', origin });
      return next(request);
    },
  };
}

function originOf(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed) return url;
  // `https://management.azure.com@elsewhere/` and the like: whoever writes a user name into a link means no good.
  return parsed.username || parsed.password ? `${parsed.protocol}//${parsed.username}@${parsed.host}` : parsed.origin;
}
