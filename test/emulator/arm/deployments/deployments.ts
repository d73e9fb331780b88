import { randomUUID } from 'node:crypto';
import { ArmError, invalidRequestContent } from '../errors.ts';
import { ok, type Answer } from '../reply.ts';
import { parameter, type ArmRequest, type Route } from '../request.ts';
import { atScopes } from '../router.ts';
import { managementGroupLineage } from '../access/hierarchy.ts';
import { sameId } from '../ids.ts';
import { extensionId, parseScope } from '../scopes.ts';
import { invalidTemplate } from './expressions.ts';
import { deploymentsOf, isSettled, type Deployment, type ResourceRun } from './state.ts';
import { DEPLOYMENTS, idOf, readTemplate, type Resource } from './template.ts';

const suffix = `/providers/${DEPLOYMENTS}/{deployment}`;
const at = ['managementGroup', 'subscription', 'resourceGroup'] as const;

/**
 * Deployments of templates at management groups, at subscriptions and, for those inside them, at resource groups.
 * https://learn.microsoft.com/rest/api/resources/deployments
 */
export const deploymentRoutes: readonly Route[] = [
  ...atScopes(at, suffix, {
    method: 'PUT',
    type: DEPLOYMENTS,
    kind: 'write',
    action: `${DEPLOYMENTS}/write`,
    handler: putDeployment,
  }),
  ...atScopes(at, suffix, {
    method: 'GET',
    type: DEPLOYMENTS,
    kind: 'read',
    action: `${DEPLOYMENTS}/read`,
    handler: (request) => ok(present(requireDeployment(request))),
  }),
  ...atScopes(at, `${suffix}/cancel`, {
    method: 'POST',
    type: DEPLOYMENTS,
    kind: 'write',
    action: `${DEPLOYMENTS}/cancel/action`,
    handler: cancelDeployment,
  }),
  ...atScopes(at, `${suffix}/operations`, {
    method: 'GET',
    type: DEPLOYMENTS,
    kind: 'read',
    action: `${DEPLOYMENTS}/operations/read`,
    handler: (request) => {
      const deployment = requireDeployment(request);
      const begun = deployment.runs.filter(({ state }) => state !== 'Waiting');
      return ok({ value: begun.map((run) => presentOperation(deployment, run)) });
    },
  }),
];

/** Takes a deployment and answers at once; what it writes, it writes afterwards. */
function putDeployment(request: ArmRequest): Answer {
  const { world, scope, now, caller, url, body } = request;
  const name = parameter(request, 'deployment');
  if (!/^[-\w.()]{1,64}$/.test(name)) {
    throw new ArmError(400, 'InvalidDeploymentName', `The deployment name '${name}' is not valid.`);
  }
  const id = extensionId(scope.id, DEPLOYMENTS, name);
  const all = deploymentsOf(world);
  const existing = all.get(id.toLowerCase());
  if (existing && !isSettled(existing)) {
    throw new ArmError(
      409,
      'DeploymentActive',
      `The deployment with resource id '${id}' cannot be saved, because this would overwrite an existing deployment which is still active.`,
    );
  }
  const location = locationOf(request, existing);
  const resources = readTemplate(body, scope.id, location);
  requireBelow(request, resources);
  const runs = resources.map((resource): ResourceRun => ({
    operationId: randomUUID().replaceAll('-', '').toUpperCase().slice(0, 16),
    resource,
    targetId: idOf(resource),
    state: 'Waiting',
    changedAt: now,
  }));
  const deployment: Deployment = {
    id,
    name,
    location,
    subscriptionId: 'subscriptionId' in scope ? scope.subscriptionId : '',
    correlationId: randomUUID(),
    caller,
    origin: url.origin,
    startedAt: now,
    runs,
    state: 'Accepted',
    changedAt: now,
  };
  // Last in the history: an inner one stands behind the one around it.
  all.delete(id.toLowerCase());
  all.set(id.toLowerCase(), deployment);
  return { status: existing ? 200 : 201, body: present(deployment) };
}

/**
 * Begins nothing more. What a provider has accepted it finishes; deployments inside go on, and are cancelled by themselves.
 * https://learn.microsoft.com/rest/api/resources/deployments/cancel
 */
function cancelDeployment(request: ArmRequest): Answer {
  const deployment = requireDeployment(request);
  if (isSettled(deployment)) {
    throw new ArmError(
      409,
      'DeploymentCannotBeCancelled',
      `The deployment '${deployment.name}' cannot be cancelled. It is in the state '${deployment.state}'.`,
    );
  }
  deployment.state = 'Canceled';
  deployment.changedAt = request.now;
  for (const run of deployment.runs) if (run.state === 'Running') run.state = 'Canceled';
  for (const outer of deploymentsOf(request.world).values()) {
    for (const run of outer.runs) {
      if (sameId(run.targetId, deployment.id) && run.state === 'Running') run.wakesAt = request.now;
    }
  }
  return { status: 204 };
}

/**
 * From a management group, only what is below it is deployed to.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/deploy-to-management-group
 */
function requireBelow({ world, scope }: ArmRequest, resources: readonly Resource[]): void {
  if (scope.kind !== 'managementGroup') return;
  for (const { scopeId, type } of resources) {
    const target = parseScope(scopeId);
    if (target?.kind !== 'subscription' || !sameId(type, DEPLOYMENTS)) {
      throw invalidTemplate(`The resource type '${type}' is not deployed at the scope '${scopeId}'`);
    }
    const { managementGroup } = world.subscriptions.get(target.subscriptionId) ?? {};
    if (!managementGroupLineage(world, managementGroup).some(({ name }) => sameId(name, scope.name))) {
      throw invalidTemplate(
        `The subscription '${target.subscriptionId}' is not below the management group '${scope.name}'`,
      );
    }
  }
}

/** A deployment at a subscription says where it is kept, and stays there. */
function locationOf({ body, scope }: ArmRequest, existing: Deployment | undefined): string {
  const location = typeof body === 'object' && body !== null && 'location' in body ? body.location : undefined;
  if (scope.kind === 'resourceGroup') return '';
  if (typeof location !== 'string' || location === '') {
    throw invalidRequestContent("The 'location' property must be specified");
  }
  if (existing && existing.location !== location) {
    throw new ArmError(
      409,
      'InvalidDeploymentLocation',
      `Invalid deployment location '${location}'. The deployment '${existing.name}' already exists in location '${existing.location}'.`,
    );
  }
  return location;
}

function requireDeployment(request: ArmRequest): Deployment {
  const name = parameter(request, 'deployment');
  const found = deploymentsOf(request.world).get(extensionId(request.scope.id, DEPLOYMENTS, name).toLowerCase());
  if (!found) throw new ArmError(404, 'DeploymentNotFound', `Deployment '${name}' could not be found.`);
  return found;
}

function present(deployment: Deployment): unknown {
  const { id, name, location, correlationId, state, changedAt, error } = deployment;
  return {
    id,
    name,
    type: DEPLOYMENTS,
    ...(location !== '' && { location }),
    properties: {
      mode: 'Incremental',
      provisioningState: state,
      timestamp: new Date(changedAt).toISOString(),
      correlationId,
      ...(error && { error }),
    },
  };
}

function presentOperation({ id }: Deployment, run: ResourceRun): unknown {
  const { operationId, resource, targetId, state, changedAt, status, error } = run;
  return {
    id: `${id}/operations/${operationId}`,
    operationId,
    properties: {
      provisioningOperation: 'Create',
      provisioningState: state,
      timestamp: new Date(changedAt).toISOString(),
      ...(status !== undefined && { statusCode: String(status) }),
      ...(error && { statusMessage: { status: 'Failed', error } }),
      targetResource: { id: targetId, resourceType: resource.type, resourceName: resource.name },
    },
  };
}
