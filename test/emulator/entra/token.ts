import type { Context } from '../context.ts';
import { clientKind } from './clients.ts';
import { parameter, refuse } from './grants/answer.ts';
import type { TokenRequest } from './grants/answer.ts';
import { authorizationCodeGrant } from './grants/authorizationCode.ts';
import { clientCredentialsGrant } from './grants/clientCredentials.ts';
import { refreshTokenGrant } from './grants/refreshToken.ts';
import { problems } from './problems.ts';
import { directoryName } from './tenantSegment.ts';
import type { Directory } from './tenantSegment.ts';

/** The token endpoint (https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow). */
export async function token(request: Request, url: URL, context: Context, directory: Directory): Promise<Response> {
  const parameters = new URLSearchParams(await request.text());
  const clientId = (parameters.get('client_id') ?? '').toLowerCase();
  const origin = request.headers.get('origin') ?? undefined;
  const asked: TokenRequest = { context, url, directory, parameters, clientId, origin };
  if (clientKind(context.world, clientId) === undefined) {
    return refuse(asked, problems.unknownApp(clientId, directoryName(directory)));
  }
  const grant = parameter(asked, 'grant_type') ?? '';
  switch (grant) {
    case 'authorization_code':
      return authorizationCodeGrant(asked);
    case 'refresh_token':
      return refreshTokenGrant(asked);
    case 'client_credentials':
      return clientCredentialsGrant(asked);
    default:
      return refuse(asked, problems.unsupportedGrant(grant));
  }
}
