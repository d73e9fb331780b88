import { isGuid } from '../ids.ts';
import { resolve, type Scope } from './evaluate.ts';
import type { Deployment } from './findings.ts';
import { isObject, valueOf, type JsonObject } from './json.ts';
import { declarationsOf } from './parameters.ts';
import { scopeOf, type Views } from './scopes.ts';
import { refuse } from './templateProblem.ts';
import { isOpen, type Place, type Value } from './values.ts';

/** Whether what is inside a nested deployment is worked out by its own parameters and variables, not by those around it. */
export function isInner(properties: JsonObject): boolean {
  const options = valueOf(properties, 'expressionEvaluationOptions');
  const scope = isObject(options) ? valueOf(options, 'scope') : undefined;
  return typeof scope === 'string' && scope.toLowerCase() === 'inner';
}

/** Where the resources of a nested deployment go, as far as that is said. */
export function insideOf(resource: JsonObject, deployment: Deployment, path: string): Deployment {
  const { views } = deployment;
  const placeIn = (scope: Scope, outside: Place): Place => {
    const own = (key: string): Value => resolve(valueOf(resource, key) ?? null, scope, `${path}.${key}`);
    const subscription: Value = own('subscriptionId');
    const group: Value = own('resourceGroup');
    const textAt = (value: Value, key: string, valid: (text: string) => boolean): string | undefined => {
      if (isOpen(value)) return undefined;
      if (typeof value === 'string' && valid(value)) return value;
      return refuse({
        code: 'wrongValue',
        path: `${path}.${key}`,
        expected: key === 'subscriptionId' ? 'guid' : 'text',
      });
    };
    const { subscriptionId: _, resourceGroup: __, ...rest } = outside;
    const inSubscription =
      subscription === null ? outside.subscriptionId : textAt(subscription, 'subscriptionId', isGuid);
    const inGroup = group === null ? undefined : textAt(group, 'resourceGroup', isGroupName);
    const stays = group === null && subscription === null;
    const groupName = stays ? outside.resourceGroup : inGroup;
    return {
      ...rest,
      ...(inSubscription !== undefined && { subscriptionId: inSubscription.toLowerCase() }),
      ...(groupName !== undefined && { resourceGroup: groupName }),
      level: group !== null ? 'resourceGroup' : stays ? outside.level : 'subscription',
    };
  };
  const chosen = placeIn(views.chosen, deployment.chosen);
  const anywhere = placeIn(views.anywhere, deployment.anywhere);
  return { ...deployment, chosen, anywhere, nesting: deployment.nesting + 1 };
}

/** https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftresources */
function isGroupName(text: string): boolean {
  return /^[\p{L}\p{N}\-_.()]{1,90}$/u.test(text) && !text.endsWith('.');
}

/** The views of a nested template that looks only at its own parameters and variables. */
export function innerViews(properties: JsonObject, template: JsonObject, inside: Deployment, path: string): Views {
  const declared = declarationsOf(valueOf(template, 'parameters'), `${path}parameters`);
  const parameters = valueOf(properties, 'parameters');
  const { questions, work } = inside;
  const view = (scope: Scope, place: Place): Scope => {
    const given: Record<string, Value> = Object.create(null);
    for (const [name, entry] of Object.entries(isObject(parameters) ? parameters : {})) {
      if (!declared.has(name.toLowerCase())) refuse({ code: 'surplusParameter', name });
      const value = isObject(entry) ? valueOf(entry, 'value') : undefined;
      if (value === undefined) return refuse({ code: 'parameterType', name });
      given[name.toLowerCase()] = resolve(value, scope, `${path}parameters.${name}`);
    }
    return scopeOf({ template, declared, given, missing: 'refuse', place, questions, work, path });
  };
  return {
    chosen: view(inside.views.chosen, inside.chosen),
    anywhere: view(inside.views.anywhere, inside.anywhere),
  };
}
