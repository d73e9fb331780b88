import type { Caller, Context } from '../context.ts';
import { requireApiVersion, requireSupportedVersion } from './apiVersions.ts';
import { accessOf } from './authorization.ts';
import { settleDeployments } from './deployments/run.ts';
import { ArmError, invalidRequestContent } from './errors.ts';
import { authorize, requireExisting, requireSubscription, requireWritable } from './guards.ts';
import { requireMfa } from './mfa.ts';
import { refusal, reply, type Answer } from './reply.ts';
import type { ArmRequest } from './request.ts';
import { findRoute, scopeOfParameters, segmentsOf, type Match } from './router.ts';
import { routes } from './routes.ts';
import type { Scope } from './scopes.ts';
import { takeToken } from './throttling.ts';

/**
 * Answers one ARM request of a known caller: routes it, counts it, guards it, and lets the resource type's handler answer.
 * @param url the outside URL, printed in links
 */
export async function answerArm(request: Request, url: URL, context: Context, caller: Caller): Promise<Response> {
  const rate: Record<string, string> = {};
  // Read first: from here on nothing waits, so that no other request comes in between what is checked and what is done.
  const sent = request.method === 'GET' || request.method === 'HEAD' ? '' : await request.text();
  try {
    settleDeployments(context, handle);
    const answer = handle({ method: request.method, url, context, caller, sent }, rate);
    return reply(request, { ...answer, headers: { ...rate, ...answer.headers } });
  } catch (error) {
    const answer = refusal(error);
    return reply(request, { ...answer, headers: { ...rate, ...answer.headers } });
  }
}

interface Incoming {
  readonly method: string;
  readonly url: URL;
  readonly context: Context;
  readonly caller: Caller;
  /** The body as text, `''` where there is none. */
  readonly sent: string;
}

/**
 * `rate` is filled in as soon as the request has been counted, and printed whatever comes of it. Without it, nothing is counted:
 * the writes of a deployment are Azure's own.
 */
function handle({ method, url, context, caller, sent }: Incoming, rate?: Record<string, string>): Answer {
  const apiVersion = requireApiVersion(url);
  const match = findRoute(routes, method, url.pathname);
  if (!match) throw notEmulated(method, url.pathname);
  const { route, parameters } = match;
  requireSupportedVersion(route.type, apiVersion);

  const { world } = context;
  const scope = scopeOfParameters(parameters);
  const subscriptionId = 'subscriptionId' in scope ? scope.subscriptionId : undefined;
  if (rate) Object.assign(rate, takeToken(context, caller, route.kind, subscriptionId));

  const asking = { world, caller, access: accessOf(context, caller) };
  const subscription =
    subscriptionId === undefined ? undefined : requireSubscription(asking, subscriptionId, route.openTo);
  requireMfa(caller, route.kind);
  if (route.action !== undefined) {
    const action = typeof route.action === 'function' ? route.action(parameters) : route.action;
    authorize(asking, action, scope.id, auditedScope(match, scope, url.pathname));
  }
  requireExisting(world, scope);
  if (subscription) requireWritable(subscription, route.kind);

  const armRequest: ArmRequest = {
    ...asking,
    method,
    url,
    apiVersion: apiVersion.toLowerCase(),
    parameters,
    scope,
    context,
    now: context.clock.now(),
    body: parseBody(sent),
  };
  return route.handler(armRequest);
}

function parseBody(sent: string): unknown {
  if (sent.trim() === '') return undefined;
  try {
    // ARM takes a property that is null for one that is absent; templates write `plan: null` for an offer without one.
    return JSON.parse(sent, (_key, value: unknown) => value ?? undefined) as unknown;
  } catch {
    throw invalidRequestContent('Unexpected character encountered while parsing value');
  }
}

/** The scope as a 403 prints it: the resource itself, or for a list the provider it is listed under. */
function auditedScope(match: Match, scope: Scope, pathname: string): string {
  const suffix = segmentsOf(pathname).slice(segmentsOf(scope.id).length);
  const [, namespace, type, name] = suffix;
  if (match.route.method === 'POST' || namespace === undefined) return scope.id;
  const listed = `${scope.kind === 'tenant' ? '' : scope.id}/providers/${namespace}`;
  return name === undefined ? listed : `${listed}/${type}/${name}`;
}

function notEmulated(method: string, pathname: string): ArmError {
  return new ArmError(
    501,
    'NotEmulated',
    `The emulator has no ${method} ${pathname}. Add the route to test/emulator/arm/routes.ts and a handler beside the others.`,
  );
}
