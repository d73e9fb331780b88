import { noteWrite } from '../../graph/lag.ts';
import type { RegistrationDefinition, World } from '../../model.ts';
import { requireSubscription } from '../guards.ts';
import { isGuid, sameId } from '../ids.ts';
import { requireAllowedTenant } from '../policy/allowedTenants.ts';
import type { Answer } from '../reply.ts';
import type { ArmRequest } from '../request.ts';
import { extensionId } from '../scopes.ts';
import { assumedErrors } from './assumedErrors.ts';
import { authorship } from './authorship.ts';
import { readDefinition, type DefinitionDraft } from './bodies.ts';
import { requireDelegator, requireRegistered, requireVersionFor } from './delegator.ts';
import { definitionErrors } from './definitionErrors.ts';
import { requireEligibleRules } from './eligibleRules.ts';
import { noteDefinitionWritten } from './lostAccess.ts';
import { requireName, requireSubscriptionScope } from './names.ts';
import { RETRY_AFTER, startOperation } from './operations.ts';
import { requirePlanRules } from './planRules.ts';
import { atAcceptance, presentDefinition } from './present.ts';
import { acceptedUntil, settled } from './provisioning.ts';
import { definitionKey } from './references.ts';
import { requireDelegableRoles } from './roleRules.ts';
import { DEFINITIONS } from './types.ts';

/**
 * PUT of a definition, as recorded: a new one is 201, `Succeeded` at once and without async headers; an existing one is 200,
 * `Accepted`, and provisioned again even where nothing changed.
 */
export function putDefinition(request: ArmRequest): Answer {
  const { world } = request;
  const subscriptionId = requireSubscriptionScope(request);
  const name = requireName(request, 'Definition');
  requireRegistered(request, subscriptionId);
  const draft = readDefinition(request.body);
  requireAllowedTenant(world, request.scope.id, name, draft.properties.managedByTenantId);
  requireDelegator(request);

  const key = definitionKey({ subscriptionId, name });
  const existing = world.definitions.get(key);
  if (existing && !sameId(existing.properties.managedByTenantId, draft.properties.managedByTenantId)) {
    throw definitionErrors.managingTenantChanged(name);
  }
  requireValid(request, subscriptionId, name, draft);

  noteWrite(request.context, 'definitions', key);
  if (existing) noteDefinitionWritten(world, key, request.now);
  return existing ? update(request, existing, draft) : create(request, key, { subscriptionId, name }, draft);
}

function requireValid(request: ArmRequest, subscriptionId: string, name: string, draft: DefinitionDraft): void {
  const { world } = request;
  const { managedByTenantId, authorizations, eligibleAuthorizations = [] } = draft.properties;
  const subscription = requireSubscription(request, subscriptionId);
  requireVersionFor(request, draft);
  if (sameId(managedByTenantId, subscription.tenantId)) throw definitionErrors.ownTenant(name, managedByTenantId);
  requireTenant(world, name, managedByTenantId);
  if (authorizations.length === 0) throw assumedErrors.noAuthorization(name);
  const stranger = [...authorizations, ...eligibleAuthorizations].find((entry) => !isGuid(entry.principalId));
  if (stranger) throw definitionErrors.principalNotGuid(stranger.principalId);
  requireDelegableRoles(world, name, authorizations);
  requireEligibleRules(world, name, eligibleAuthorizations);
  requirePlanRules(world, name, subscription, draft);
}

function requireTenant(world: World, name: string, tenantId: string): void {
  if (!world.tenants.some((tenant) => tenant.id === tenantId.toLowerCase()))
    throw assumedErrors.unknownManagingTenant(name, tenantId);
}

function create(
  request: ArmRequest,
  key: string,
  at: { subscriptionId: string; name: string },
  draft: DefinitionDraft,
): Answer {
  const row: RegistrationDefinition = { ...at, ...draft, provisioning: settled(), systemData: authorship(request) };
  request.world.definitions.set(key, row);
  return { status: 201, body: presentDefinition(request, row, false) };
}

function update(request: ArmRequest, row: RegistrationDefinition, draft: DefinitionDraft): Answer {
  const { definitionUpdate } = request.context.timing;
  row.properties = draft.properties;
  if (draft.plan) row.plan = draft.plan;
  else delete row.plan;
  row.systemData = authorship(request, row.systemData);
  row.provisioning = acceptedUntil(request.now + definitionUpdate);
  const id = extensionId(request.scope.id, DEFINITIONS, row.name);
  const url = startOperation(
    request,
    row.subscriptionId,
    id,
    'RegistrationDefinitionProvisioningJob',
    definitionUpdate,
  );
  return {
    status: 200,
    body: presentDefinition(atAcceptance(request), row, false),
    headers: { 'Azure-AsyncOperation': url, ...RETRY_AFTER },
  };
}
