import { copyId, isGuid, subscriptionId } from '../ids.ts';
import { countOf, resolve, type Scope } from './evaluate.ts';
import type { Deployment } from './findings.ts';
import { isList, isObject, keyOf, valueOf, type Json, type JsonObject } from './json.ts';
import { maxNesting } from './limits.ts';
import { innerViews, insideOf, isInner } from './nesting.ts';
import { offerContent, onlyThese } from './offerContent.ts';
import { inBoth } from './scopes.ts';
import { refuse, TemplateFault } from './templateProblem.ts';
import { byTarget, isOpen, type Value } from './values.ts';

const definitionType = 'microsoft.managedservices/registrationdefinitions';
const assignmentType = 'microsoft.managedservices/registrationassignments';
const deploymentType = 'microsoft.resources/deployments';

const commonKeys = [
  'type',
  'apiversion',
  'name',
  'properties',
  'dependson',
  'copy',
  'condition',
  'comments',
  'metadata',
];
const templateKeys = [
  '$schema',
  'contentversion',
  'apiprofile',
  'languageversion',
  'metadata',
  'parameters',
  'variables',
  'resources',
  'outputs',
];

/** Reads the resources of a template, each with its own problems. */
export function readResources(template: JsonObject, deployment: Deployment, path: string): void {
  onlyThese(template, templateKeys, path === '' ? '$' : path.slice(0, -1));
  const resources = valueOf(template, 'resources');
  const list = isList(resources)
    ? resources.map((resource, at): [string, Json] => [`${path}resources[${at}]`, resource])
    : isObject(resources)
      ? Object.entries(resources).map(([name, resource]): [string, Json] => [`${path}resources.${name}`, resource])
      : refuse({ code: 'missingProperty', path: path === '' ? '$' : path.slice(0, -1), name: 'resources' });
  for (const [here, resource] of list) {
    try {
      readResource(resource, deployment, here);
    } catch (error) {
      if (!(error instanceof TemplateFault)) throw error;
      deployment.findings.problems.push(error.problem);
    }
  }
}

function readResource(json: Json, deployment: Deployment, path: string): void {
  if (!isObject(json)) return refuse({ code: 'wrongValue', path, expected: 'object' });
  const type = valueOf(json, 'type');
  if (typeof type !== 'string') return refuse({ code: 'missingProperty', path, name: 'type' });
  const read = readers[type.toLowerCase()];
  if (!read) return refuse({ code: 'otherType', path, type });
  const copy = valueOf(json, 'copy');
  if (copy === undefined) return readTurn(json, read, deployment, path);
  if (!isObject(copy)) return refuse({ code: 'wrongValue', path: `${path}.copy`, expected: 'object' });
  onlyThese(copy, ['name', 'count', 'mode', 'batchsize'], `${path}.copy`);
  const name = valueOf(copy, 'name');
  if (typeof name !== 'string') return refuse({ code: 'missingProperty', path: `${path}.copy`, name: 'name' });
  const count = countOf(copy, deployment.views.anywhere, `${path}.copy`);
  if (isOpen(count)) return differs(count, path);
  for (let index = 0; index < count; index += 1) {
    const views = inBoth(deployment.views, ({ turns }) => ({ turns: [{ loop: name, index }, ...turns] }));
    readTurn(json, read, { ...deployment, views }, path);
  }
}

/** What is still unsaid is asked for; what only the subscription decides cannot be reviewed before. */
function differs(value: Value, path: string): void {
  if (value === byTarget) refuse({ code: 'dependsOnSubscription', path });
}

type Read = (resource: JsonObject, deployment: Deployment, path: string) => void;

function readTurn(resource: JsonObject, read: Read, deployment: Deployment, path: string): void {
  deployment.work.spend(20, path);
  if (keyOf(resource, 'condition') !== undefined) {
    const condition = resolve(valueOf(resource, 'condition') ?? null, deployment.views.anywhere, `${path}.condition`);
    if (isOpen(condition)) return differs(condition, `${path}.condition`);
    if (typeof condition !== 'boolean')
      return refuse({ code: 'wrongValue', path: `${path}.condition`, expected: 'yesNo' });
    if (!condition) {
      deployment.findings.leftOut.push(path);
      return;
    }
  }
  read(resource, deployment, path);
}

/** A text for a chosen subscription; `undefined` while something is unsaid. */
function nameIn(object: JsonObject, key: string, scope: Scope, path: string): string | undefined {
  const value = resolve(valueOf(object, key) ?? null, scope, `${path}.${key}`);
  if (value === null) return refuse({ code: 'missingProperty', path, name: key });
  if (isOpen(value)) return undefined;
  return typeof value === 'string'
    ? value.trim()
    : refuse({ code: 'wrongValue', path: `${path}.${key}`, expected: 'text' });
}

function guidIn(object: JsonObject, key: string, scope: Scope, path: string): string | undefined {
  const value = nameIn(object, key, scope, path);
  if (value === undefined || isGuid(value)) return value?.toLowerCase();
  return refuse({ code: 'wrongValue', path: `${path}.${key}`, expected: 'guid' });
}

const readers: Readonly<Record<string, Read>> = {
  [definitionType]: (resource, { views, chosen, findings }, path) => {
    onlyThese(resource, [...commonKeys, 'plan'], path);
    if (chosen.level !== 'subscription') return refuse({ code: 'definitionInGroup', path });
    const name = guidIn(resource, 'name', views.chosen, path);
    const properties = resolve(valueOf(resource, 'properties') ?? null, views.anywhere, `${path}.properties`);
    const plan = resolve(valueOf(resource, 'plan') ?? null, views.anywhere, `${path}.plan`);
    differs(properties, `${path}.properties`);
    differs(plan, `${path}.plan`);
    if (isOpen(properties) || isOpen(plan) || name === undefined || chosen.subscriptionId === undefined) return;
    const content = offerContent(properties, plan, path);
    findings.copies.push({ path, id: copyId(subscriptionId(chosen.subscriptionId), name), content });
  },

  [assignmentType]: (resource, { views, chosen, anywhere, findings }, path) => {
    onlyThese(resource, commonKeys, path);
    const name = guidIn(resource, 'name', views.chosen, path);
    const properties = valueOf(resource, 'properties');
    if (!isObject(properties)) return refuse({ code: 'missingProperty', path, name: 'properties' });
    onlyThese(properties, ['registrationdefinitionid'], `${path}.properties`);
    const definitionId = nameIn(properties, 'registrationDefinitionId', views.chosen, `${path}.properties`);
    const { subscriptionId: subscription, resourceGroup, level } = chosen;
    if (name === undefined || definitionId === undefined || subscription === undefined) return;
    if (level === 'resourceGroup' && resourceGroup === undefined) return;
    findings.delegations.push({
      path,
      name,
      subscriptionId: subscription,
      ...(resourceGroup !== undefined && { resourceGroup }),
      fixed: {
        subscription: anywhere.subscriptionId !== undefined,
        resourceGroup: anywhere.resourceGroup !== undefined,
      },
      definitionId,
    });
  },

  [deploymentType]: (resource, deployment, path) => {
    onlyThese(resource, [...commonKeys, 'resourcegroup', 'subscriptionid', 'location'], path);
    if (deployment.nesting >= maxNesting) return refuse({ code: 'tooNested', path, limit: maxNesting });
    const here = `${path}.properties`;
    const properties = valueOf(resource, 'properties');
    if (!isObject(properties)) return refuse({ code: 'missingProperty', path, name: 'properties' });
    const linked = ['templateLink', 'parametersLink'].find((key) => keyOf(properties, key) !== undefined);
    if (linked !== undefined) return refuse({ code: 'linkedTemplate', path: `${here}.${linked}` });
    onlyThese(properties, ['mode', 'template', 'parameters', 'expressionevaluationoptions'], here);
    const mode = valueOf(properties, 'mode');
    if (typeof mode === 'string' && mode.toLowerCase() === 'complete')
      return refuse({ code: 'completeMode', path: here });
    const template = valueOf(properties, 'template');
    if (!isObject(template)) return refuse({ code: 'missingProperty', path: here, name: 'template' });
    const inside = insideOf(resource, deployment, path);
    const within = isInner(properties) ? innerViews(properties, template, inside, `${here}.template.`) : inside.views;
    readResources(template, { ...inside, views: within }, `${here}.template.`);
  },
};
