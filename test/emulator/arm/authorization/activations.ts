import type { ActivationRules, RoleActivation, RoleEligibility, World } from '../../model.ts';
import { ArmError } from '../errors.ts';
import { called, knowOnly, parseFilter, wanted } from '../odata.ts';
import { listAnswer } from '../paging.ts';
import { ok } from '../reply.ts';
import { parameter, queryOf, type ArmRequest, type Route } from '../request.ts';
import { atScopes } from '../router.ts';
import { extensionId, parseScope } from '../scopes.ts';
import { readActivation } from './activationBody.ts';
import { presentInstance, presentRequest, presentRules } from './activationAnswers.ts';
import { relationTo, wantedRelations } from './reach.ts';

const kinds = ['subscription', 'resourceGroup', 'managementGroup', 'tenant'] as const;
const REQUESTS = 'Microsoft.Authorization/roleAssignmentScheduleRequests';
const INSTANCES = 'Microsoft.Authorization/roleAssignmentScheduleInstances';
const POLICIES = 'Microsoft.Authorization/roleManagementPolicyAssignments';

/** What Azure asks of an activation where nobody changed it: a reason, and at most eight hours. */
const usual: ActivationRules = { maximumDuration: 'PT8H', justification: true };

/** What activating this role here asks for. */
function activationRulesOf(world: World, scope: string, role: string): ActivationRules {
  return world.activationRules.get(`${scope}|${role}`.toLowerCase()) ?? usual;
}

/**
 * Activating a role through Privileged Identity Management, reading what became of it, and what it asks for.
 * https://learn.microsoft.com/rest/api/authorization/role-assignment-schedule-requests
 */
export const activationRoutes: readonly Route[] = [
  ...atScopes(kinds, `/providers/${REQUESTS}/{name}`, {
    method: 'PUT',
    type: REQUESTS,
    kind: 'write',
    openTo: 'tenant',
    handler: activate,
  }),
  ...atScopes(kinds, `/providers/${REQUESTS}/{name}`, {
    method: 'GET',
    type: REQUESTS,
    kind: 'read',
    openTo: 'tenant',
    handler: (request) => {
      const row = own(request).find((each) => each.name === parameter(request, 'name').toLowerCase());
      if (row && row.scope.toLowerCase() === request.scope.id.toLowerCase()) return ok(presentRequest(request, row));
      throw new ArmError(
        404,
        'RoleAssignmentScheduleRequestNotFound',
        'The role assignment schedule request is not found.',
      );
    },
  }),
  ...atScopes(kinds, `/providers/${REQUESTS}`, {
    method: 'GET',
    type: REQUESTS,
    kind: 'read',
    openTo: 'tenant',
    handler: (request) => list(request, REQUESTS, own(request), presentRequest),
  }),
  ...atScopes(kinds, `/providers/${INSTANCES}`, {
    method: 'GET',
    type: INSTANCES,
    kind: 'read',
    openTo: 'tenant',
    handler: (request) =>
      list(
        request,
        INSTANCES,
        own(request).filter((row) => isActive(row, request.now)),
        presentInstance,
      ),
  }),
  ...atScopes(kinds, `/providers/${POLICIES}`, {
    method: 'GET',
    type: POLICIES,
    kind: 'read',
    openTo: 'tenant',
    handler: (request) => {
      const terms = parseFilter(queryOf(request.url, '$filter'));
      knowOnly(terms, ['roleDefinitionId']);
      const role = lastPart(wanted(terms, 'roleDefinitionId')?.[0] ?? '');
      const rows = request.world.roleDefinitions.filter(({ name }) => role === '' || name === role);
      return listAnswer(request, rows, {
        key: ({ name }) => extensionId(request.scope.id, POLICIES, name),
        present: ({ name }) => presentRules(request, name, activationRulesOf(request.world, request.scope.id, name)),
      });
    },
  }),
];

/** Whether an activation gives its role now. */
function isActive(row: RoleActivation, now: number): boolean {
  return row.status === 'Provisioned' && row.startsAt <= now && now < row.endsAt;
}

function own({ world, caller }: ArmRequest): readonly RoleActivation[] {
  return world.roleActivations.filter(({ principalId }) => principalId === caller.objectId);
}

function list(
  request: ArmRequest,
  type: string,
  rows: readonly RoleActivation[],
  present: (request: ArmRequest, row: RoleActivation) => unknown,
) {
  const terms = parseFilter(queryOf(request.url, '$filter'));
  knowOnly(terms, ['asTarget', 'asRequestor', 'atScope']);
  if (called(terms, 'asTarget') === undefined && called(terms, 'asRequestor') === undefined) {
    throw new ArmError(403, 'AuthorizationFailed', `Listing everybody's ${type} needs a right that nobody here holds.`);
  }
  const relation = relationTo(request.world, request.scope.id);
  const shown = rows.filter(({ scope }) => wantedRelations(terms).includes(relation(scope)));
  return listAnswer(request, shown, { key: ({ name }) => name, present: (row) => present(request, row) });
}

function activate(request: ArmRequest) {
  const { world, caller, now, scope } = request;
  const name = parameter(request, 'name').toLowerCase();
  const asked = readActivation(request.body);
  if (asked.principalId !== caller.objectId) {
    throw new ArmError(403, 'AuthorizationFailed', 'A role can be activated for oneself alone.');
  }
  if (world.roleActivations.some((row) => row.name === name)) {
    throw new ArmError(409, 'RoleAssignmentScheduleRequestExists', 'A request with this name already exists.');
  }
  const eligible = world.roleEligibilities.find((row) => fits(request, row, asked.role));
  if (!eligible) {
    throw new ArmError(400, 'RoleAssignmentScheduleRequestNotEligible', 'The subject is not eligible for the role.');
  }
  const same = own(request).filter(
    (row) => row.role === asked.role && row.scope.toLowerCase() === scope.id.toLowerCase(),
  );
  if (same.some((row) => row.status === 'PendingApproval')) {
    throw new ArmError(400, 'PendingRoleAssignmentRequest', 'There is an existing pending Role assignment request.');
  }
  if (same.some((row) => isActive(row, now))) {
    throw new ArmError(400, 'RoleAssignmentExists', 'The Role assignment already exists.');
  }
  const rules = activationRulesOf(world, scope.id, asked.role);
  demand(request, rules, asked);
  const startsAt = Math.max(now, asked.startsAt ?? now);
  const row: RoleActivation = {
    name,
    scope: scope.id,
    principalId: caller.objectId,
    role: asked.role,
    eligibility: eligible.name,
    status: rules.approval ? 'PendingApproval' : 'Provisioned',
    createdAt: now,
    startsAt,
    endsAt: startsAt + asked.minutes * 60_000,
    ...(asked.justification !== undefined && { justification: asked.justification }),
    ...(asked.ticketNumber !== undefined && { ticketNumber: asked.ticketNumber }),
    ...(asked.ticketSystem !== undefined && { ticketSystem: asked.ticketSystem }),
  };
  world.roleActivations.push(row);
  return { status: 201, body: presentRequest(request, row) };
}

function fits({ access, now, scope }: ArmRequest, row: RoleEligibility, role: string): boolean {
  const open = row.startsAt <= now && (row.endsAt === undefined || now < row.endsAt);
  return (
    open &&
    row.role === role &&
    access.principalIds.has(row.principalId) &&
    row.scope.toLowerCase() === scope.id.toLowerCase()
  );
}

/** @throws 400 naming every rule that is not met; what the sign-in has to prove stands in the message. */
function demand({ caller }: ArmRequest, rules: ActivationRules, asked: ReturnType<typeof readActivation>): void {
  const context = rules.authenticationContext;
  if (context !== undefined && !caller.acrs?.includes(context)) {
    const claims = JSON.stringify({ access_token: { acrs: { essential: true, value: context } } });
    throw new ArmError(400, 'RoleAssignmentRequestAcrsValidationFailed', `&claims=${encodeURIComponent(claims)}`);
  }
  const failed = [
    ...(rules.mfa && !caller.mfa ? ['MfaRule'] : []),
    ...(rules.justification && !asked.justification ? ['JustificationRule'] : []),
    ...(rules.ticket && !(asked.ticketNumber && asked.ticketSystem) ? ['TicketingRule'] : []),
    ...(asked.minutes > readMinutes(rules.maximumDuration) ? ['ExpirationRule'] : []),
  ];
  if (failed.length === 0) return;
  throw new ArmError(
    400,
    'RoleAssignmentRequestPolicyValidationFailed',
    `The following policy rules failed: ${JSON.stringify(failed)}`,
  );
}

/** Minutes of `PT8H`, `PT30M`, `PT1H30M`. */
function readMinutes(duration: string): number {
  const [, hours = '0', minutes = '0'] = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(duration) ?? [];
  return Number(hours) * 60 + Number(minutes);
}

function lastPart(id: string): string {
  return parseScope(id) ? '' : (id.split('/').at(-1) ?? '').toLowerCase();
}
