import { isGuid } from '../ids.ts';
import { parameter, type ArmRequest } from '../request.ts';
import { assumedErrors } from './assumedErrors.ts';
import { definitionErrors } from './definitionErrors.ts';

/** The lower-case GUID a resource is called by in the URL. @throws 400 for any other name */
export function requireName(request: ArmRequest, kind: 'Definition' | 'Assignment'): string {
  const name = parameter(request, 'name');
  if (!isGuid(name)) throw assumedErrors.nameNotGuid(name, kind);
  return name.toLowerCase();
}

/** The subscription of a request about definitions, which live nowhere else. @throws 400 InvalidRegistrationDefinitionUri */
export function requireSubscriptionScope(request: ArmRequest): string {
  if (request.scope.kind !== 'subscription') throw definitionErrors.wrongScope(request.scope.id);
  return request.scope.subscriptionId;
}
