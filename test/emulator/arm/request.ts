import type { Caller, Context } from '../context.ts';
import type { World } from '../model.ts';
import type { EmulatedType } from './apiVersions.ts';
import type { Access } from './authorization.ts';
import type { Answer } from './reply.ts';
import type { Scope } from './scopes.ts';

/** How an operation counts: against which token bucket, and whether a disabled subscription or missing MFA stops it. */
export type OperationKind = 'read' | 'write' | 'delete';

/** A request that has passed the router and the guards, as handlers see it. */
export interface ArmRequest {
  readonly method: string;
  /** The outside URL: what links in an answer are printed on. */
  readonly url: URL;
  readonly apiVersion: string;
  /** Placeholders of the route, decoded, in the case they were sent. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly scope: Scope;
  readonly context: Context;
  readonly world: World;
  readonly caller: Caller;
  readonly access: Access;
  /** The world's time at the arrival of the request, in milliseconds. */
  readonly now: number;
  /** The parsed body; `undefined` where none was sent. */
  readonly body: unknown;
}

/** One line of the route table. */
export interface Route {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  /** Literal segments and `{placeholders}`; matched without regard to case. */
  readonly template: string;
  /** Resource type, for the supported api-versions. */
  readonly type: EmulatedType;
  readonly kind: OperationKind;
  /**
   * The action the caller must be allowed at the scope; `undefined` where the handler decides, or where anyone signed in may ask.
   */
  readonly action?: string | ((parameters: Readonly<Record<string, string>>) => string);
  /** `tenant`: answered for any subscription of the caller's tenant, even one where the caller holds no role. */
  readonly openTo?: 'tenant';
  /** Answers at once: what a handler checks still holds when it writes. */
  readonly handler: (request: ArmRequest) => Answer;
}

/** A query parameter by its name in any case, `undefined` when absent. */
export function queryOf(url: URL, name: string): string | undefined {
  const lower = name.toLowerCase();
  for (const [key, value] of url.searchParams) if (key.toLowerCase() === lower) return value;
  return undefined;
}

/** A placeholder of the matched route. The template names it, so its absence is a defect of the route table. */
export function parameter(request: ArmRequest, name: string): string {
  const value = request.parameters[name];
  if (value === undefined) throw new Error(`The route of ${request.url.pathname} has no {${name}}`);
  return value;
}
