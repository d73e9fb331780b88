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
  const glob = segmentsOf(path);
  return (asked, askedPath) =>
    (wanted === '*' ? asked !== 'OPTIONS' : asked === wanted) && pathFits(glob, segmentsOf(decodePath(askedPath)));
}

/** Lower-case, without the slashes around and between. */
function segmentsOf(path: string): string[] {
  return path
    .toLowerCase()
    .replace(/^\/|\/$/g, '')
    .split('/');
}

function pathFits(glob: readonly string[], segments: readonly string[]): boolean {
  return fits(glob, segments, '**', (pattern, segment) =>
    fits(Array.from(pattern), Array.from(segment), '*', Object.is),
  );
}

/**
 * Whether a pattern, in which `any` stands for any number of parts, fits all parts. It steps back to the last `any` only,
 * so the time it takes grows with the product of both lengths: a regular expression could be made to take for ever.
 */
function fits(
  pattern: readonly string[],
  parts: readonly string[],
  any: string,
  same: (pattern: string, part: string) => boolean,
): boolean {
  let at = 0;
  let lastAny = -1;
  let resumeAt = 0;
  for (let part = 0; part < parts.length;) {
    const wanted = pattern[at];
    const given = parts[part];
    if (wanted === any) {
      lastAny = at;
      resumeAt = part;
      at += 1;
    } else if (wanted !== undefined && given !== undefined && same(wanted, given)) {
      at += 1;
      part += 1;
    } else if (lastAny >= 0) {
      at = lastAny + 1;
      resumeAt += 1;
      part = resumeAt;
    } else {
      return false;
    }
  }
  return pattern.slice(at).every((rest) => rest === any);
}

function decodePath(path: string): string {
  try {
    // Clients that put an id with its leading slash behind a slash send two; the services read them as one.
    return decodeURI(path).replace(/\/{2,}/g, '/');
  } catch {
    return path;
  }
}
