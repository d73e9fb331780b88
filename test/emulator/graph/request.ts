/** A request as Resource Graph reads it, with its defaults filled in. */
export interface GraphRequest {
  readonly query: string;
  /** Lower-case ids. Neither list given means the whole tenant. */
  readonly subscriptions?: readonly string[];
  readonly managementGroups?: readonly string[];
  readonly top?: number;
  readonly skip?: number;
  readonly skipToken?: string;
  readonly resultFormat: 'objectArray' | 'table';
  readonly authorizationScopeFilter: AuthorizationScopeFilter;
}

const scopeFilters = ['AtScopeAndBelow', 'AtScopeAndAbove', 'AtScopeExact', 'AtScopeAboveAndBelow'] as const;

/** Which role assignments count: on the scopes asked for, below them, above them (inherited by them). */
export type AuthorizationScopeFilter = (typeof scopeFilters)[number];

/** A request that is not one: `message` says which field and why. */
export class RequestProblem extends Error {
  override readonly name = 'RequestProblem';
}

/**
 * Reads the body of a request. Throws RequestProblem.
 * https://learn.microsoft.com/rest/api/azureresourcegraph/resourcegraph/resources/resources
 */
export function readRequest(body: unknown): GraphRequest {
  const request = objectOf(body, 'The request body');
  const { query } = request;
  if (typeof query !== 'string' || query.trim() === '')
    throw new RequestProblem("'query' must be a text that is not empty.");
  if (Array.isArray(request['facets']) && request['facets'].length > 0) {
    throw new RequestProblem(
      'This emulator does not know facets. They can be added in test/emulator/graph/request.ts.',
    );
  }
  const subscriptions = textsOf(request['subscriptions'], 'subscriptions')?.map((id) => id.toLowerCase());
  const managementGroups = textsOf(request['managementGroups'], 'managementGroups');
  if (subscriptions && managementGroups) {
    throw new RequestProblem("Only one of 'subscriptions' and 'managementGroups' may be given.");
  }
  return {
    query,
    ...(subscriptions && { subscriptions }),
    ...(managementGroups && { managementGroups }),
    ...readOptions(objectOf(request['options'] ?? {}, "'options'")),
  };
}

type Options = Omit<GraphRequest, 'query' | 'subscriptions' | 'managementGroups'>;

function readOptions(options: Readonly<Record<string, unknown>>): Options {
  const top = integerOf(options['$top'], '$top', 1, 1000);
  const skip = integerOf(options['$skip'], '$skip', 0, Number.MAX_SAFE_INTEGER);
  const skipToken = options['$skipToken'] ?? undefined;
  if (skipToken !== undefined && typeof skipToken !== 'string')
    throw new RequestProblem("'$skipToken' must be a text.");
  return {
    ...(top !== undefined && { top }),
    ...(skip !== undefined && { skip }),
    ...(skipToken !== undefined && { skipToken }),
    resultFormat: oneOf(options['resultFormat'] ?? 'objectArray', ['objectArray', 'table'], 'resultFormat'),
    authorizationScopeFilter: oneOf(
      options['authorizationScopeFilter'] ?? 'AtScopeAndBelow',
      scopeFilters,
      'authorizationScopeFilter',
    ),
  };
}

function objectOf(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new RequestProblem(`${what} must be an object.`);
  return value as Readonly<Record<string, unknown>>;
}

/** A list of texts, or nothing where it is missing or empty: an empty list asks for the whole tenant, too. */
function textsOf(value: unknown, name: string): readonly string[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) {
    throw new RequestProblem(`'${name}' must be a list of texts.`);
  }
  return value.length === 0 ? undefined : value;
}

function integerOf(value: unknown, name: string, least: number, most: number): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
    throw new RequestProblem(`'${name}' must be an integer from ${least} to ${most}.`);
  }
  return value;
}

function oneOf<Name extends string>(value: unknown, names: readonly Name[], what: string): Name {
  const found = names.find((name) => typeof value === 'string' && name.toLowerCase() === value.toLowerCase());
  if (found === undefined) throw new RequestProblem(`'${what}' must be one of ${names.join(', ')}.`);
  return found;
}
