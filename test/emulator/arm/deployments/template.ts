import { invalidRequestContent } from '../errors.ts';
import { sameId } from '../ids.ts';
import { evaluate, invalidTemplate } from './expressions.ts';

/** One resource of a template, its expressions worked out, except those of a template inside it. */
export interface Resource {
  readonly type: string;
  readonly apiVersion: string;
  readonly name: string;
  readonly dependsOn: readonly string[];
  /** The scope it is written at. */
  readonly scopeId: string;
  readonly body: Readonly<Record<string, unknown>>;
}

type Json = Readonly<Record<string, unknown>>;

export const DEPLOYMENTS = 'Microsoft.Resources/deployments';
const MANAGED_SERVICES = /^Microsoft\.ManagedServices\/registration(Definitions|Assignments)$/i;
const LIMIT = 800;

/**
 * The resources of a deployment's body, nested templates looked through as well: nothing starts where a part cannot be read.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax
 * @throws 400 InvalidRequestContent or InvalidTemplate
 */
export function readTemplate(body: unknown, scopeId: string, location: string): readonly Resource[] {
  const { mode, template, templateLink } = record(record(body)['properties']);
  if (mode !== 'Incremental') throw invalidRequestContent(`Mode '${String(mode)}' is not one the emulator deploys in`);
  if (templateLink !== undefined) throw invalidRequestContent('The emulator follows no template links');
  const resources = read(record(template), scopeId, location);
  if (count(resources) > LIMIT)
    throw invalidTemplate(`The number of template resources limit exceeded. Limit: ${LIMIT}`);
  return resources;
}

function read(template: Json, scopeId: string, location: string): readonly Resource[] {
  if (typeof template['$schema'] !== 'string' || typeof template['contentVersion'] !== 'string') {
    throw invalidTemplate("The template is missing '$schema' or 'contentVersion'");
  }
  if (!Array.isArray(template['resources'])) throw invalidTemplate("The template has no list 'resources'");
  const resources = template['resources'].map((each) => readResource(record(each), scopeId, location));
  const ids = resources.map(idOf);
  if (new Set(ids.map((id) => id.toLowerCase())).size < ids.length)
    throw invalidTemplate('A resource is defined twice');
  for (const id of resources.flatMap(({ dependsOn }) => dependsOn)) {
    if (!ids.some((known) => sameId(known, id))) {
      throw invalidTemplate(`The resource '${id}' is not defined in the template`);
    }
  }
  requireNoCircle(resources);
  return resources;
}

function readResource(raw: Json, outer: string, location: string): Resource {
  const { type, apiVersion, name, dependsOn = [], subscriptionId, resourceGroup, plan, location: place } = raw;
  if (typeof type !== 'string' || typeof apiVersion !== 'string' || typeof name !== 'string') {
    throw invalidTemplate("A resource is missing 'type', 'apiVersion' or 'name'");
  }
  if (!Array.isArray(dependsOn)) throw invalidTemplate(`'dependsOn' of '${name}' is no list`);
  const known = { type, apiVersion, name, dependsOn: dependsOn.map(String) };
  if (sameId(type, DEPLOYMENTS)) {
    const subscription = typeof subscriptionId === 'string' ? `/subscriptions/${subscriptionId}` : outer;
    const scopeId =
      typeof resourceGroup === 'string' ? `${subscription}/resourceGroups/${resourceGroup}` : subscription;
    const inner = {
      ...(place !== undefined && { location: evaluate(place, location) }),
      properties: raw['properties'],
    };
    const { mode, template } = record(inner.properties);
    if (mode !== 'Incremental') throw invalidTemplate(`The nested deployment '${name}' has no mode 'Incremental'`);
    read(record(template), scopeId, location);
    return { ...known, scopeId, body: inner };
  }
  if (!MANAGED_SERVICES.test(type)) throw invalidTemplate(`The emulator does not deploy the type '${type}'`);
  const body = evaluate({ properties: raw['properties'], ...(plan !== undefined && { plan }) }, location);
  return { ...known, scopeId: outer, body: record(body) };
}

/** The id of what a resource writes. */
export function idOf({ scopeId, type, name }: Resource): string {
  return `${scopeId}/providers/${type}/${name}`;
}

function requireNoCircle(resources: readonly Resource[]): void {
  let left = resources;
  while (left.length > 0) {
    const waiting = left.filter(({ dependsOn }) => dependsOn.some((id) => left.some((one) => sameId(idOf(one), id))));
    if (waiting.length === left.length) throw invalidTemplate('Circular dependency detected');
    left = waiting;
  }
}

function count(resources: readonly Resource[]): number {
  return resources.reduce((sum, { type, body, scopeId }) => {
    const nested = sameId(type, DEPLOYMENTS) ? read(record(record(body['properties'])['template']), scopeId, '') : [];
    return sum + 1 + count(nested);
  }, 0);
}

function record(value: unknown): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalidRequestContent('An object is missing');
  }
  return value as Json;
}
