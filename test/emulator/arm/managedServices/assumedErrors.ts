import { ArmError } from '../errors.ts';

const CREATE = 'InvalidRegistrationDefinitionCreateRequest';
const ASSIGN = 'InvalidRegistrationAssignmentCreateRequest';

/** The code and status chosen for a reference to a definition in another subscription, where the world refuses these. */
const CROSS_SUBSCRIPTION_REFUSED = { status: 400, code: ASSIGN } as const;

/**
 * Refusals the documentation demands or the shape of the service suggests, but whose status, code or text nobody has
 * published. UNVERIFIED: everything here is this emulator's choice, and lives here so that one recording can put it right.
 */
export const assumedErrors = {
  nameNotGuid: (name: string, kind: 'Definition' | 'Assignment') =>
    new ArmError(400, `InvalidRegistration${kind}Uri`, `The name '${name}' must be a valid Guid.`),
  unknownManagingTenant: (name: string, tenantId: string) =>
    new ArmError(
      400,
      CREATE,
      `The tenant '${tenantId}' named in registration definition '${name}' could not be found.`,
    ),
  unknownRole: (name: string, role: string) =>
    new ArmError(
      400,
      CREATE,
      `The role definition '${role}' used in registration definition '${name}' does not exist.`,
    ),
  noAuthorization: (name: string) =>
    new ArmError(400, CREATE, `The registration definition '${name}' must have at least one authorization.`),
  delegatedRolesMissing: (name: string, role: string) =>
    new ArmError(
      400,
      CREATE,
      `The role definition '${role}' is only allowed for registration definition '${name}' together with delegatedRoleDefinitionIds.`,
    ),
  delegatedRoleNotAllowed: (name: string, role: string) =>
    new ArmError(
      400,
      CREATE,
      `The role definition '${role}' is not allowed as a delegated role in registration definition '${name}'.`,
    ),
  eligiblePolicyDiffers: (name: string, role: string) =>
    new ArmError(
      400,
      CREATE,
      `The eligible authorizations with same roleDefinitionId '${role}' must use same justInTimeAccessPolicy in registration definition '${name}'.`,
    ),
  eligibleDuration: (name: string, duration: string) =>
    new ArmError(
      400,
      CREATE,
      `The maximumActivationDuration '${duration}' in registration definition '${name}' must be between 'PT30M' and 'PT8H'.`,
    ),
  eligibleApprovers: (name: string) =>
    new ArmError(
      400,
      CREATE,
      `An eligible authorization in registration definition '${name}' has more than 10 approvers.`,
    ),
  eligibleServicePrincipal: (name: string, principalId: string) =>
    new ArmError(
      400,
      CREATE,
      `The principal '${principalId}' in registration definition '${name}' must be a user or a group to be eligible.`,
    ),
  unknownPlan: (identifier: string) =>
    new ArmError(
      400,
      'ResourcePurchaseValidationFailed',
      `The plan '${identifier}' could not be found in the marketplace.`,
    ),
  planNotForSubscription: (identifier: string, subscriptionId: string) =>
    new ArmError(
      400,
      'MarketplacePurchaseEligibilityFailed',
      `Marketplace purchase eligibility check returned errors: the plan '${identifier}' is not available to subscription '${subscriptionId}'.`,
    ),
  acceptanceOutsidePortal: (identifier: string) =>
    new ArmError(
      400,
      'MarketplacePurchaseEligibilityFailed',
      `The legal terms of the plan '${identifier}' have not been accepted. Accept the offer in the Azure portal.`,
    ),
  manifestDiffers: (name: string, identifier: string) =>
    new ArmError(
      400,
      CREATE,
      `The authorizations of registration definition '${name}' do not match those of the plan '${identifier}'.`,
    ),
  definitionInUse: (name: string, assignmentId: string) =>
    new ArmError(
      409,
      'InvalidRegistrationDefinitionDeleteRequest',
      `The registration definition '${name}' is in use by registration assignment '${assignmentId}'.`,
    ),
  notFound: (type: string, name: string) =>
    new ArmError(404, 'ResourceNotFound', `The Resource '${type}/${name}' was not found.`),
  badReference: (definitionId: string) =>
    new ArmError(400, ASSIGN, `'${definitionId}' is not the id of a registration definition.`),
  definitionNotFound: (definitionId: string) =>
    new ArmError(400, ASSIGN, `The registration definition '${definitionId}' could not be found.`),
  definitionInOtherSubscription: (definitionId: string, subscriptionId: string) =>
    new ArmError(
      CROSS_SUBSCRIPTION_REFUSED.status,
      CROSS_SUBSCRIPTION_REFUSED.code,
      `The registration definition '${definitionId}' must be in the same subscription '${subscriptionId}' as the registration assignment.`,
    ),
  /** Status and code come from a public app's source, the text does not. */
  definitionNotReady: (definitionId: string, state: string) =>
    new ArmError(
      409,
      ASSIGN,
      `The registration definition '${definitionId}' is in state '${state}' and not 'Succeeded'.`,
    ),
  otherDefinition: (name: string, definitionId: string) =>
    new ArmError(
      400,
      ASSIGN,
      `The registration assignment '${name}' already refers to another registration definition, '${definitionId}'.`,
    ),
  beingDeleted: (name: string) => new ArmError(409, ASSIGN, `The registration assignment '${name}' is being deleted.`),
  /** Text and code were each quoted publicly, in different issues; the status is assumed. */
  multipleAssignments: (scopeId: string, definitionId: string) =>
    new ArmError(
      409,
      'MultipleRegistrationAssignmentsNotAllowed',
      `Another registration assignment present at this scope '${scopeId}' for registration definition '${definitionId}'. Multiple registration assignments are not allowed.`,
    ),
};
