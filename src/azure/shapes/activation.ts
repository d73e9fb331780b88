import type {
  Activation,
  ActivationRequest,
  ActivationRules,
  ActivationState,
  EligibleRole,
} from '../../domain/activation.ts';
import { roleId } from '../../domain/ids.ts';
import { toHeldRole } from './access.ts';
import { toInstant } from './delegations.ts';
import { fromMinutes, toMinutes } from './duration.ts';
import { list, record, text, texts } from './json.ts';

/** https://learn.microsoft.com/rest/api/authorization/role-eligibility-schedule-instances/list-for-scope */
export function toEligibleRole(value: unknown): EligibleRole | undefined {
  const role = toHeldRole(value);
  if (!role) return undefined;
  const { name, properties } = record(value);
  const { roleEligibilityScheduleId, expandedProperties } = record(properties);
  const schedule = text(roleEligibilityScheduleId)?.split('/').at(-1) ?? text(name) ?? '';
  const scopeName = text(record(record(expandedProperties).scope).displayName);
  return { ...role, eligibility: schedule, ...(scopeName !== undefined && { scopeName }) };
}

/**
 * The rules that concern the person who activates; those for administrators stand beside them in the same list.
 * https://learn.microsoft.com/rest/api/authorization/role-management-policy-assignments/list-for-scope
 */
export function toActivationRules(value: unknown): ActivationRules | undefined {
  const { effectiveRules } = record(record(value).properties);
  const rules = list(effectiveRules).map(record);
  const rule = (kind: string) =>
    rules.find(({ id }) => text(id)?.toLowerCase() === `${kind}_EndUser_Assignment`.toLowerCase());
  const expiration = rule('Expiration');
  const enablement = rule('Enablement');
  if (!expiration || !enablement) return undefined;
  const enabled = texts(enablement.enabledRules).map((each) => each.toLowerCase());
  return {
    maximumMinutes: toMinutes(text(expiration.maximumDuration)),
    justification: enabled.includes('justification'),
    ticket: enabled.includes('ticketing'),
    mfa: enabled.includes('multifactorauthentication') || rule('AuthenticationContext')?.isEnabled === true,
    approval: record(rule('Approval')?.setting).isApprovalRequired === true,
  };
}

/** https://learn.microsoft.com/rest/api/authorization/role-assignment-schedule-requests */
export function toActivation(value: unknown): Activation | undefined {
  const { name, properties } = record(value);
  const { roleDefinitionId, scope, requestType, status, scheduleInfo, createdOn } = record(properties);
  const role = text(roleDefinitionId);
  const own = text(name);
  if (role === undefined || own === undefined || text(requestType) !== 'SelfActivate') return undefined;
  const start = toInstant(record(scheduleInfo).startDateTime);
  const duration = text(record(record(scheduleInfo).expiration).duration);
  const endsAt =
    start !== undefined && duration !== undefined
      ? new Date(Date.parse(start) + toMinutes(duration) * 60_000).toISOString()
      : undefined;
  const askedAt = toInstant(createdOn);
  return {
    name: own,
    scope: text(scope) ?? '',
    roleId: roleId(role),
    state: states.get(text(status) ?? '') ?? 'applying',
    ...(askedAt !== undefined && { askedAt }),
    ...(endsAt !== undefined && { endsAt }),
  };
}

/** A role that is in force now because it was activated; nothing for one that is simply assigned. */
export function toActiveRole(value: unknown): Activation | undefined {
  const { name, properties } = record(value);
  const { roleDefinitionId, scope, assignmentType, endDateTime, startDateTime } = record(properties);
  const role = text(roleDefinitionId);
  if (role === undefined || text(assignmentType) !== 'Activated') return undefined;
  const endsAt = toInstant(endDateTime);
  const askedAt = toInstant(startDateTime);
  return {
    name: text(name) ?? '',
    scope: text(scope) ?? '',
    roleId: roleId(role),
    state: 'active',
    ...(askedAt !== undefined && { askedAt }),
    ...(endsAt !== undefined && { endsAt }),
  };
}

/** The body of a request to activate a role, from this moment on. */
export function fromActivation(asked: ActivationRequest, principal: string, now: number): object {
  const { role, justification, ticketNumber, ticketSystem } = asked;
  const prefix = /^\/subscriptions\/[^/]+/i.exec(role.scope)?.[0] ?? '';
  const ticket = ticketNumber.trim() !== '' || ticketSystem.trim() !== '';
  return {
    properties: {
      principalId: principal,
      roleDefinitionId: `${prefix}/providers/Microsoft.Authorization/roleDefinitions/${role.roleId}`,
      requestType: 'SelfActivate',
      linkedRoleEligibilityScheduleId: role.eligibility,
      scheduleInfo: {
        startDateTime: new Date(now).toISOString(),
        expiration: { type: 'AfterDuration', duration: fromMinutes(asked.minutes) },
      },
      ...(justification.trim() !== '' && { justification: justification.trim() }),
      ...(ticket && { ticketInfo: { ticketNumber: ticketNumber.trim(), ticketSystem: ticketSystem.trim() } }),
    },
  };
}

/** What is not named here is on its way. `Provisioned` says that it was carried out; whether it holds, instances say. */
const states: ReadonlyMap<string, ActivationState> = new Map([
  ['Provisioned', 'over'],
  ['Granted', 'applying'],
  ['PendingApproval', 'pending'],
  ['PendingAdminDecision', 'pending'],
  ['PendingApprovalProvisioning', 'pending'],
  ['Denied', 'denied'],
  ['AdminDenied', 'denied'],
  ['Canceled', 'over'],
  ['Revoked', 'over'],
  ['Failed', 'failed'],
  ['FailedAsResourceIsLocked', 'failed'],
  ['TimedOut', 'failed'],
  ['Invalid', 'failed'],
]);
