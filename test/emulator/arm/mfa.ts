import type { Caller } from '../context.ts';
import { ArmError } from './errors.ts';
import type { OperationKind } from './request.ts';

/** What a client has to ask the sign-in for: the authentication context that stands for multi-factor authentication. */
const CLAIMS = JSON.stringify({ access_token: { acrs: { essential: true, values: ['p1'] } } });

/**
 * Since 2025 ARM itself wants multi-factor authentication for every create, update and delete, while reads pass without.
 * The claims are those of the documented challenge; the rest of the body is pieced together from what the Azure CLI prints.
 * https://learn.microsoft.com/entra/identity/authentication/concept-mandatory-multifactor-authentication
 * @throws 401 with a claims challenge in `WWW-Authenticate`
 */
export function requireMfa(caller: Caller, kind: OperationKind): void {
  if (kind === 'read' || caller.mfa || caller.persona?.signIn?.mfa !== 'atWrite') return;
  const operation = kind === 'delete' ? 'Delete' : 'Create/Update';
  const claims = Buffer.from(CLAIMS).toString('base64');
  throw new ArmError(
    401,
    'RequestDisallowedByPolicy',
    `Resource was disallowed by policy. Users must use MFA for ${operation} operations. ` +
      'Users must authenticate with multi-factor authentication to create, update or delete resources.',
    {
      headers: {
        'WWW-Authenticate': `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="${claims}"`,
      },
    },
  );
}
