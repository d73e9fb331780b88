const methods: readonly string[] = ['*', 'GET', 'HEAD', 'PUT', 'POST', 'PATCH', 'DELETE', 'OPTIONS'];

/** Answers whether a request falls under a rule's route. */
export type RouteMatcher = (method: string, path: string) => boolean;

/**
 * Reads `METHOD /path/glob`: `*` stands for one path segment or a part of one, `**` for any number of segments.
 * Paths compare without regard to case, as Azure Resource Manager reads them. A method of `*` means any but `OPTIONS`,
 * so that preflights fail only where a rule names them.
 *
 * @returns A sentence instead of a matcher when the route cannot be read.
 */
export function readRoute(route: string): RouteMatcher | string {
  const [method = '', path = '', ...rest] = route.trim().split(/\s+/);
  if (rest.length > 0 || !path.startsWith('/')) {
    return `'${route}' is not a route. Write a method and a path, for example 'PUT /subscriptions/**/registrationAssignments/*'.`;
  }
  const wanted = method.toUpperCase();
  if (!methods.includes(wanted)) return `'${method}' is not a method. Use one of ${methods.join(', ')}.`;
  const pattern = pathPattern(path);
  return (asked, askedPath) =>
    (wanted === '*' ? asked !== 'OPTIONS' : asked === wanted) && pattern.test(decodePath(askedPath));
}

// Segment by segment, so that a glob can never become a slow pattern: `**` takes whole segments, `*` never a slash.
function pathPattern(path: string): RegExp {
  const source = path
    .split('/')
    .slice(1)
    .map((segment) => (segment === '**' ? '(?:/[^/]+)*' : `/${segment.split('*').map(escape).join('[^/]*')}`))
    .join('');
  return new RegExp(`^${source}/?$`, 'i');
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function decodePath(path: string): string {
  try {
    // Clients that put an id with its leading slash behind a slash send two; the services read them as one.
    return decodeURI(path).replace(/\/{2,}/g, '/');
  } catch {
    return path;
  }
}
