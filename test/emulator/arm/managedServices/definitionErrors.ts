import { ArmError } from '../errors.ts';

const CREATE = 'InvalidRegistrationDefinitionCreateRequest';

/**
 * Refusals of the definition PUT whose text was quoted from the real service in public issues; the address beside each.
 * `name` is the GUID of the definition.
 */
export const definitionErrors = {
  /** https://github.com/Azure/Azure-Lighthouse-samples/issues/31 */
  wrongScope: (scopeId: string) =>
    new ArmError(
      400,
      'InvalidRegistrationDefinitionUri',
      `The registration definition request scope '${scopeId}' should be '/subscriptions/<subscriptionId>'.`,
    ),
  /** https://github.com/MicrosoftDocs/azure-docs/issues/35016 */
  ownTenant: (name: string, tenantId: string) =>
    new ArmError(
      400,
      CREATE,
      `The registration definition '${name}' not allowed to use the '${tenantId}' as ManagedByTenantId.`,
    ),
  /** https://github.com/MicrosoftDocs/azure-docs/issues/117760 */
  restrictedRole: (name: string, role: string) =>
    new ArmError(
      400,
      CREATE,
      `The role definition '${role}' is not allowed for registration definition '${name}' because of restricted actions.`,
    ),
  /** https://github.com/Azure/Azure-Lighthouse-samples/issues/137 */
  dataActions: (name: string, role: string) =>
    new ArmError(
      400,
      CREATE,
      `The role definition '${role}' with data actions not allowed for registration definition '${name}'. ` +
        'Only built in role definitions without any data and notData actions are allowed.',
    ),
  /** https://github.com/MicrosoftDocs/azure-docs/issues/80795 */
  restrictedEligibleRole: (name: string, role: string, restricted: readonly string[]) =>
    new ArmError(
      400,
      CREATE,
      `The role definition '${role}' is restricted for eligible authorization in registration definition '${name}'. ` +
        `Restricted role definitions are '${restricted.join(';')}'.`,
    ),
  /** https://github.com/MicrosoftDocs/azure-docs/issues/35663 */
  principalNotGuid: (principalId: string) =>
    new ArmError(400, CREATE, `The PrincipalId '${principalId}' must be a valid Guid.`),
  /** https://github.com/Azure/Azure-Lighthouse-samples/issues/39 */
  insufficientPrivileges: () =>
    new ArmError(
      403,
      'InsufficientPrivilegesForManagedServiceResource',
      "The requested user doesn't have sufficient privileges to perform the operation.",
    ),
  /** https://github.com/hashicorp/terraform-provider-azurerm/issues/25183 (the code is assumed) */
  eligibleNeedsNewerVersion: () =>
    new ArmError(
      400,
      'InvalidApiVersionForEligibleAuthorizations',
      "managed services operations with eligible authorizations only allowed with api-version greater and equal to '2020-02-01-preview'",
    ),
  /** Seen by a public single-page app; the full text is assumed. */
  managingTenantChanged: (name: string) =>
    new ArmError(
      400,
      'RegistrationDefinitionInvalidUpdate',
      `The registration definition '${name}' can not be updated: ManagedByTenantId not allowed to update.`,
    ),
};
