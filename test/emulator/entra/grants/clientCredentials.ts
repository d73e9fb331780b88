import { note } from '../../host/notes.ts';
import { jsonResponse } from '../../host/respond.ts';
import { readResource, readScope } from '../audience.ts';
import type { RequestedAudience } from '../audience.ts';
import { clientKind } from '../clients.ts';
import { problems } from '../problems.ts';
import { directoryName } from '../tenantSegment.ts';
import { issueAccessToken } from '../tokens.ts';
import { parameter, refuse } from './answer.ts';
import type { TokenRequest } from './answer.ts';

/**
 * Tokens for the world's service principal (https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow).
 * The v1 endpoint takes `resource` in place of `scope`, and then answers with numbers as text, as its clients expect.
 */
export function clientCredentialsGrant(request: TokenRequest): Response {
  const { context, clientId, directory } = request;
  const { automation } = context.world;
  const elsewhere = directory.kind === 'tenant' && directory.tenant.id !== automation.tenantId;
  if (clientKind(context.world, clientId) !== 'automation' || elsewhere) {
    return refuse(request, problems.unknownApp(clientId, directoryName(directory)));
  }
  // `adfs` stands for the one directory there is; `organizations` and `common` name none.
  if (directory.kind === 'shared' && directory.segment !== 'adfs') return refuse(request, problems.noTenant());
  if (parameter(request, 'client_secret') !== automation.clientSecret) {
    return refuse(request, problems.wrongSecret(clientId));
  }
  const scope = parameter(request, 'scope');
  const resource = parameter(request, 'resource');
  if (scope === undefined && resource === undefined) {
    return refuse(request, problems.badRequest("The request must contain the following parameter: 'scope'."));
  }
  if (scope !== undefined && !scope.endsWith('/.default')) {
    return refuse(request, problems.defaultScopeRequired(scope));
  }
  const wanted = scope === undefined ? readResource(resource ?? '') : readScope(scope);
  if (wanted === undefined) {
    return refuse(request, problems.unknownResource(scope ?? resource ?? '', directoryName(directory)));
  }
  return note(answer(request, wanted, scope === undefined), { persona: automation.name });
}

function answer({ context }: TokenRequest, { audience }: RequestedAudience, asText: boolean): Response {
  const { automation } = context.world;
  const { accessToken, expiresIn } = issueAccessToken(context, {
    servicePrincipal: automation,
    tenantId: automation.tenantId,
    audience,
  });
  const common = { token_type: 'Bearer', access_token: accessToken };
  if (!asText) return jsonResponse(200, { ...common, expires_in: expiresIn, ext_expires_in: expiresIn });
  const expiresOn = Math.floor(context.clock.now() / 1000) + expiresIn;
  const numbers = { expires_in: `${expiresIn}`, ext_expires_in: `${expiresIn}`, expires_on: `${expiresOn}` };
  return jsonResponse(200, { ...common, ...numbers, resource: audience });
}
