import type { RequestRecord } from '../../context.ts';
import type { ActivityEntry, World } from '../../model.ts';

/** The claims that an entry carries of who acted, as far as anything here reads them. */
export function claimsOf(tenantId: string, objectId: string, name: string): Readonly<Record<string, string>> {
  return {
    aud: 'https://management.azure.com/',
    iss: `https://sts.windows.net/${tenantId}/`,
    'http://schemas.microsoft.com/identity/claims/tenantid': tenantId,
    'http://schemas.microsoft.com/identity/claims/objectidentifier': objectId,
    name,
  };
}

const VERBS: Readonly<Record<string, string>> = { PUT: 'write', DELETE: 'delete' };

/** What the log says of writes and deletions that this emulator has answered; reading is not logged. */
export function entriesOfRequests(world: World, requests: readonly RequestRecord[]): readonly ActivityEntry[] {
  return requests.flatMap(({ n, at, method, url, status, persona: name, service, correlationRequestId }) => {
    const verb = VERBS[method];
    const persona = world.personas.find((each) => each.name === name);
    const resourceId = decodeURIComponent(url.replace(/\?.*$/, ''));
    const type = /^(.*)\/providers\/([^/]+\/[^/]+)\/[^/]+$/.exec(resourceId);
    if (service !== 'arm' || verb === undefined || !persona || type?.[1] === undefined) return [];
    const objectId = persona.objectIds[world.customerTenantId] ?? '';
    return [
      {
        id: `request-${n}`,
        at,
        scope: type[1],
        resourceId,
        operation: `${type[2] ?? ''}/${verb}`,
        status: status < 400 ? 'Succeeded' : 'Failed',
        caller: persona.account,
        claims: claimsOf(world.customerTenantId, objectId, persona.displayName),
        correlationId: correlationRequestId ?? `request-${n}`,
      },
    ];
  });
}
