import type { Caller, Context } from '../../context.ts';
import { ask, type TestAnswer } from './ask.ts';
import { ids, northwind, registered, roles, type Who } from './names.ts';

/** Two names for definitions and assignments; the two types may share them. */
export const first = '0d0d0d0d-0000-4000-8000-000000000001';
export const second = '0d0d0d0d-0000-4000-8000-000000000002';

/** Full ids, in the spelling Azure prints. */
export const subscriptionId = (id: string = registered): string => `/subscriptions/${id}`;
export const definitionId = (name: string = first, at: string = registered): string =>
  `${subscriptionId(at)}/providers/Microsoft.ManagedServices/registrationDefinitions/${name}`;
export const assignmentId = (name: string = first, scope: string = subscriptionId()): string =>
  `${scope}/providers/Microsoft.ManagedServices/registrationAssignments/${name}`;

/** A standing authorization every rule lets through. */
export const support = { principalId: ids.support, principalIdDisplayName: 'Support', roleDefinitionId: roles.reader };

/** The properties of an ordinary definition, with what a test wants otherwise. */
export const properties = (more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  registrationDefinitionName: 'Managed Platform',
  description: 'Round the clock.',
  managedByTenantId: northwind,
  authorizations: [support],
  ...more,
});

/** Sends a request about one of the two, at 2022-10-01 unless the id brings a query. */
export function call(
  context: Context,
  who: Who | Caller,
  method: string,
  id: string,
  body?: unknown,
): Promise<TestAnswer> {
  return ask(
    context,
    who,
    method,
    id.includes('api-version=') ? id : `${id}${id.includes('?') ? '&' : '?'}api-version=2022-10-01`,
    body,
  );
}

/** Stores an ordinary definition as the owner; fails the test where that fails. */
export async function store(
  context: Context,
  name: string = first,
  at: string = registered,
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const id = definitionId(name, at);
  const answer = await call(context, 'owner', 'PUT', id, { properties: properties(more) });
  if (answer.status !== 201) throw new Error(`Not stored: ${answer.status} ${JSON.stringify(answer.body)}`);
  return id;
}

/** Delegates a scope as the owner. */
export function delegate(
  context: Context,
  name: string,
  scope: string,
  registrationDefinitionId: string,
  who: Who | Caller = 'owner',
): Promise<TestAnswer> {
  return call(context, who, 'PUT', assignmentId(name, scope), { properties: { registrationDefinitionId } });
}

/** `properties.provisioningState` of an answer. */
export function stateOf(answer: TestAnswer): unknown {
  const { properties: printed } = answer.body;
  return typeof printed === 'object' && printed !== null && 'provisioningState' in printed
    ? printed.provisioningState
    : undefined;
}
