import { noteWrite } from '../../graph/lag.ts';
import type { Answer } from '../reply.ts';
import type { ArmRequest } from '../request.ts';
import { extensionId } from '../scopes.ts';
import { assumedErrors } from './assumedErrors.ts';
import { requireDelegator, requireVersionFor } from './delegator.ts';
import { requireName, requireSubscriptionScope } from './names.ts';
import { assignmentsOf, definitionKey } from './references.ts';
import { ASSIGNMENTS } from './types.ts';

/**
 * DELETE of a definition: synchronous, 200 without a body, 204 where there was none. Refused while any delegation of any
 * subscription refers to it, those included that are still on their way out.
 * https://learn.microsoft.com/rest/api/managedservices/registration-definitions/delete
 */
export function deleteDefinition(request: ArmRequest): Answer {
  const subscriptionId = requireSubscriptionScope(request);
  const name = requireName(request, 'Definition');
  requireDelegator(request);
  const key = definitionKey({ subscriptionId, name });
  const row = request.world.definitions.get(key);
  if (!row) return { status: 204 };
  requireVersionFor(request, row);
  const [user] = assignmentsOf(request.world, { subscriptionId, name }, request.now);
  if (user) throw assumedErrors.definitionInUse(name, extensionId(user.scope, ASSIGNMENTS, user.name));
  noteWrite(request.context, 'definitions', key);
  request.world.definitions.delete(key);
  return { status: 200 };
}
