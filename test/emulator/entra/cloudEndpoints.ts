import { jsonResponse } from '../host/respond.ts';

/** Where clients that are given nothing but the ARM address look for everything else. */
export const cloudEndpointsPath = '/metadata/endpoints';

/**
 * The endpoints of this "cloud", as `az cloud register --endpoint-resource-manager` and Terraform's `metadata_host` read
 * them. One object up to api-version 2018, a list of clouds from 2019 on. No token is asked for.
 * The authority ends in `/adfs`, the form that clients use without asking login.microsoftonline.com whether they may.
 */
export function cloudEndpoints(url: URL): Response {
  const authority = `${url.origin}/adfs`;
  const audiences = ['https://management.core.windows.net/', 'https://management.azure.com/'];
  const version = url.searchParams.get('api-version') ?? '';
  if (version < '2019') {
    return jsonResponse(200, {
      galleryEndpoint: `${url.origin}/gallery`,
      graphEndpoint: 'https://graph.windows.net/',
      portalEndpoint: `${url.origin}/_emulator/`,
      authentication: { loginEndpoint: authority, audiences },
    });
  }
  return jsonResponse(200, [
    {
      name: 'AzureEmulator',
      resourceManager: url.origin,
      portal: `${url.origin}/_emulator/`,
      graphAudience: 'https://graph.windows.net/',
      graph: 'https://graph.windows.net/',
      microsoftGraphResourceId: 'https://graph.microsoft.com/',
      authentication: { loginEndpoint: authority, audiences, tenant: 'adfs', identityProvider: 'ADFS' },
      suffixes: {},
    },
  ]);
}
