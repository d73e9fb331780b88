import { isGuid } from '../ids.ts';
import type { Json } from './json.ts';
import type { TemplateFunction } from './functionTools.ts';
import { byTarget, type Open, type Place } from './values.ts';

/** `A.B/c/d` and the names `x`, `y` make `A.B/c/x/d/y`; `undefined` where they do not fit. */
function typeAndNames(type: string, names: readonly string[]): string | undefined {
  const [namespace, ...types] = type.replace(/\/+$/, '').split('/');
  if (!namespace || types.length === 0 || types.length !== names.length) return undefined;
  return [namespace, ...types.flatMap((each, at) => [each, names[at] ?? ''])].join('/');
}

/** What stands before the type: up to `most` texts without a slash. */
function apart(given: readonly Json[], most: number) {
  const parts = given.filter((each) => typeof each === 'string');
  const at = parts.findIndex((part) => part.includes('/'));
  if (parts.length !== given.length || at < 0 || at > most) return undefined;
  const resource = typeAndNames(parts[at] ?? '', parts.slice(at + 1));
  return resource === undefined ? undefined : { before: parts.slice(0, at), resource };
}

function inSubscription(subscription: string | undefined, group: string | undefined, resource: string): string | Open {
  if (subscription === undefined) return byTarget;
  return `/subscriptions/${subscription}${group === undefined ? '' : `/resourceGroups/${group}`}/providers/${resource}`;
}

/** https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource#resourceid */
function resourceId(given: readonly Json[], place: Place): Json | Open | undefined {
  const found = apart(given, 2);
  if (!found) return undefined;
  const [first, second] = found.before;
  const subscription = second !== undefined || (first !== undefined && isGuid(first)) ? first : undefined;
  const group = second ?? (subscription === undefined ? first : undefined);
  if (group === undefined && place.level === 'resourceGroup') {
    if (place.resourceGroup === undefined) return byTarget;
    return inSubscription(subscription ?? place.subscriptionId, place.resourceGroup, found.resource);
  }
  return inSubscription(subscription ?? place.subscriptionId, group, found.resource);
}

/** The functions that make ids of resources. */
export const resourceFunctions: Readonly<Record<string, TemplateFunction>> = {
  resourceid: (given, { place }) => resourceId(given, place),
  subscriptionresourceid: (given, { place }) => {
    const found = apart(given, 1);
    return found && inSubscription(found.before[0] ?? place.subscriptionId, undefined, found.resource);
  },
  tenantresourceid: (given) => {
    const found = apart(given, 0);
    return found && `/providers/${found.resource}`;
  },
  extensionresourceid: ([scope, ...rest]) => {
    const found = apart(rest, 0);
    return typeof scope === 'string' && found ? `${scope}/providers/${found.resource}` : undefined;
  },
};
