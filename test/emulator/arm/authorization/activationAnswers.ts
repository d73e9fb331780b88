import type { ActivationRules, RoleActivation } from '../../model.ts';
import type { ArmRequest } from '../request.ts';
import { extensionId, parseScope } from '../scopes.ts';
import { roleDefinitionId } from './roleIds.ts';

const AUTHORIZATION = 'Microsoft.Authorization';

/** A request to activate a role, as Azure prints it. */
export function presentRequest(request: ArmRequest, row: RoleActivation): unknown {
  const type = `${AUTHORIZATION}/RoleAssignmentScheduleRequests`;
  const minutes = Math.round((row.endsAt - row.startsAt) / 60_000);
  return {
    id: extensionId(row.scope, type, row.name),
    type,
    name: row.name,
    properties: {
      ...common(request, row),
      requestType: 'SelfActivate',
      status: row.status,
      approvalId:
        row.status === 'Provisioned'
          ? null
          : extensionId(row.scope, `${AUTHORIZATION}/RoleAssignmentApprovals`, row.name),
      scheduleInfo: {
        startDateTime: at(row.startsAt),
        expiration: { type: 'AfterDuration', endDateTime: null, duration: `PT${minutes}M` },
      },
      ticketInfo: { ticketNumber: row.ticketNumber ?? null, ticketSystem: row.ticketSystem ?? null },
      justification: row.justification ?? null,
      requestorId: row.principalId,
      createdOn: at(row.createdAt),
    },
  };
}

/** A role that is active now. */
export function presentInstance(request: ArmRequest, row: RoleActivation): unknown {
  const type = `${AUTHORIZATION}/RoleAssignmentScheduleInstances`;
  return {
    id: extensionId(row.scope, type, row.name),
    type,
    name: row.name,
    properties: {
      ...common(request, row),
      status: 'Provisioned',
      assignmentType: 'Activated',
      memberType: 'Direct',
      startDateTime: at(row.startsAt),
      endDateTime: at(row.endsAt),
      createdOn: at(row.createdAt),
    },
  };
}

/** What activating a role asks for: the rules that concern the person who activates. */
export function presentRules(request: ArmRequest, role: string, rules: ActivationRules): unknown {
  const type = `${AUTHORIZATION}/RoleManagementPolicyAssignment`;
  const target = { caller: 'EndUser', operations: ['All'], level: 'Assignment' };
  const enabledRules = [
    ...(rules.mfa ? ['MultiFactorAuthentication'] : []),
    ...(rules.justification ? ['Justification'] : []),
    ...(rules.ticket ? ['Ticketing'] : []),
  ];
  return {
    id: extensionId(request.scope.id, type, role),
    type,
    name: role,
    properties: {
      scope: request.scope.id,
      roleDefinitionId: roleDefinitionId(request.scope, role),
      policyId: extensionId(request.scope.id, `${AUTHORIZATION}/roleManagementPolicies`, role),
      effectiveRules: [
        // What concerns the administrators who hand the role out is listed beside it, and must not be mistaken for it.
        {
          id: 'Expiration_Admin_Eligibility',
          ruleType: 'RoleManagementPolicyExpirationRule',
          isExpirationRequired: true,
          maximumDuration: 'P365D',
          target: { ...target, caller: 'Admin', level: 'Eligibility' },
        },
        {
          id: 'Enablement_Admin_Assignment',
          ruleType: 'RoleManagementPolicyEnablementRule',
          enabledRules: ['MultiFactorAuthentication', 'Justification'],
          target: { ...target, caller: 'Admin' },
        },
        {
          id: 'Expiration_EndUser_Assignment',
          ruleType: 'RoleManagementPolicyExpirationRule',
          isExpirationRequired: true,
          maximumDuration: rules.maximumDuration,
          target,
        },
        { id: 'Enablement_EndUser_Assignment', ruleType: 'RoleManagementPolicyEnablementRule', enabledRules, target },
        {
          id: 'Approval_EndUser_Assignment',
          ruleType: 'RoleManagementPolicyApprovalRule',
          setting: { isApprovalRequired: rules.approval === true, approvalMode: 'SingleStage', approvalStages: [] },
          target,
        },
        {
          id: 'AuthenticationContext_EndUser_Assignment',
          ruleType: 'RoleManagementPolicyAuthenticationContextRule',
          isEnabled: rules.authenticationContext !== undefined,
          claimValue: rules.authenticationContext ?? '',
          target,
        },
      ],
    },
  };
}

function common(request: ArmRequest, row: RoleActivation): object {
  return {
    scope: row.scope,
    roleDefinitionId: roleDefinitionId(parseScope(row.scope) ?? request.scope, row.role),
    principalId: row.principalId,
    principalType: 'User',
    linkedRoleEligibilityScheduleId: row.eligibility,
    condition: null,
    conditionVersion: null,
  };
}

function at(time: number): string {
  return new Date(time).toISOString();
}
