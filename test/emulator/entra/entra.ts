import type { Context, Service } from '../context.ts';
import { jsonResponse } from '../host/respond.ts';
import { authorize } from './authorize.ts';
import { cloudEndpoints, cloudEndpointsPath } from './cloudEndpoints.ts';
import { entraPreflight, withEntraCors } from './cors.ts';
import { instanceDiscovery, keySet, openIdConfiguration } from './discovery.ts';
import type { ProtocolVersion } from './discovery.ts';
import { logout } from './logout.ts';
import { problemBody, problems } from './problems.ts';
import { readDirectory } from './tenantSegment.ts';
import { token } from './token.ts';

type Endpoint = 'configuration' | 'keys' | 'authorize' | 'token' | 'logout';

interface Route {
  readonly segment: string;
  readonly endpoint: Endpoint;
  readonly version: ProtocolVersion;
}

const instancePath = '/common/discovery/instance';

const patterns: readonly (readonly [RegExp, Endpoint, ProtocolVersion])[] = [
  [/^\/([^/]+)\/v2\.0\/\.well-known\/openid-configuration$/, 'configuration', 'v2'],
  [/^\/([^/]+)\/\.well-known\/openid-configuration$/, 'configuration', 'v1'],
  [/^\/([^/]+)\/discovery\/v2\.0\/keys$/, 'keys', 'v2'],
  [/^\/([^/]+)\/discovery\/keys$/, 'keys', 'v1'],
  [/^\/([^/]+)\/oauth2\/v2\.0\/(authorize|token|logout)$/, 'token', 'v2'],
  [/^\/([^/]+)\/oauth2\/(authorize|token|logout)$/, 'token', 'v1'],
];

function readRoute(path: string): Route | undefined {
  for (const [pattern, endpoint, version] of patterns) {
    const [, segment, named] = pattern.exec(path) ?? [];
    if (segment === undefined) continue;
    const exact = named === 'authorize' || named === 'token' || named === 'logout' ? named : endpoint;
    return { segment: decodeURIComponent(segment), endpoint: exact, version };
  }
  return undefined;
}

/** Whether a path belongs to the sign-in service. */
export function isEntraPath(path: string): boolean {
  const lower = path.toLowerCase();
  return lower === instancePath || lower === cloudEndpointsPath || readRoute(lower) !== undefined;
}

/** The sign-in service: discovery, keys, authorize, token and sign-out, per tenant and for the shared segments. */
export const entra: Service = async (request, url, context) => {
  const path = url.pathname.toLowerCase();
  if (path === instancePath) return instanceDiscovery(context, url);
  if (path === cloudEndpointsPath) return cloudEndpoints(url);
  const route = readRoute(path);
  if (route === undefined) return undefined;
  if (request.method === 'OPTIONS') return entraPreflight(request);
  return withEntraCors(request, await answer(request, url, context, route));
};

async function answer(request: Request, url: URL, context: Context, route: Route): Promise<Response> {
  const { endpoint, segment, version } = route;
  if (endpoint === 'configuration') return openIdConfiguration(context, url, segment, version);
  if (endpoint === 'keys') return keySet();
  const directory = readDirectory(context.world, segment);
  if (directory === undefined) {
    return jsonResponse(400, problemBody(problems.unknownTenant(segment), context.clock, url.origin));
  }
  if (endpoint === 'token') {
    if (request.method === 'POST') return token(request, url, context, directory);
    return jsonResponse(405, { error: 'invalid_request', error_description: 'Use POST.' }, { allow: 'POST' });
  }
  const parameters = request.method === 'POST' ? new URLSearchParams(await request.text()) : url.searchParams;
  if (endpoint === 'logout') return logout(request, context, parameters);
  return authorize(request, url, context, directory, parameters);
}
