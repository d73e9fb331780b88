import type { Caller, Context } from '../context.ts';
import { readCaller, type TokenProblem } from '../entra/tokens.ts';
import { ArmError } from './errors.ts';
import { segmentsOf } from './router.ts';

const codes = {
  missing: 'AuthenticationFailed',
  invalid: 'InvalidAuthenticationToken',
  expired: 'ExpiredAuthenticationToken',
  wrongAudience: 'InvalidAuthenticationTokenAudience',
  unknownTenant: 'InvalidAuthenticationToken',
} satisfies Record<TokenProblem, string>;

/**
 * Who the bearer token of a request speaks for.
 * @throws 401 whose `WWW-Authenticate` names the tenant of the subscription asked for, as ARM does even without a token
 * https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors
 */
export function authenticate(request: Request, url: URL, context: Context): Caller {
  const read = readCaller(request, context);
  if ('caller' in read) return read.caller;
  const message =
    read.problem === 'missing' ? "Authentication failed. The 'Authorization' header is missing." : read.message;
  const [first, subscriptionId = ''] = segmentsOf(url.pathname);
  const owner =
    first?.toLowerCase() === 'subscriptions' && context.world.subscriptions.get(subscriptionId.toLowerCase())?.tenantId;
  const challenge = `Bearer authorization_uri="https://login.windows.net/${owner || 'common'}", error="invalid_token", error_description="${message.replaceAll('"', "'")}"`;
  throw new ArmError(401, codes[read.problem], message, { headers: { 'WWW-Authenticate': challenge } });
}
