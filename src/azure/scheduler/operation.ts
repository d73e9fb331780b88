/** What a request is to Azure's limits. */
export interface Operation {
  readonly kind: 'read' | 'write' | 'delete';
  /** Lower-case namespace of the resource provider that answers. */
  readonly provider: string;
  /** Lower-case subscription id; absent: the request counts for the tenant. */
  readonly subscription?: string;
}

export const resourceGraph = 'microsoft.resourcegraph';

/** POSTs that change nothing. */
const readingPosts = ['/providers/microsoft.resourcegraph/resources', '/providers/microsoft.management/getentities'];

/**
 * The limits that a request counts against, from its method and URL.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
 */
export function operationOf(method: string, url: string): Operation {
  const parts = new URL(url).pathname.toLowerCase().split('/').filter(Boolean);
  const provider = providerOf(parts);
  const subscription = parts[0] === 'subscriptions' ? parts[1] : undefined;
  return { kind: kindOf(method, `/${parts.join('/')}`), provider, ...(subscription !== undefined && { subscription }) };
}

function kindOf(method: string, path: string): Operation['kind'] {
  if (method === 'GET' || method === 'HEAD' || readingPosts.includes(path)) return 'read';
  return method === 'DELETE' ? 'delete' : 'write';
}

/** `…/providers/{namespace}` and `…/providers/{namespace}/register` are answered by ARM itself, `…/{type}` by the provider. */
function providerOf(parts: readonly string[]): string {
  const at = parts.lastIndexOf('providers');
  const type = parts[at + 2];
  const namespace = at < 0 || type === undefined || type === 'register' ? undefined : parts[at + 1];
  return namespace ?? 'microsoft.resources';
}
