import { ArmError } from './errors.ts';
import { queryOf } from './request.ts';

const RESOURCES = [
  '2019-10-01',
  '2020-06-01',
  '2020-10-01',
  '2021-01-01',
  '2021-04-01',
  '2022-09-01',
  '2023-07-01',
  '2024-03-01',
  '2024-07-01',
  '2024-11-01',
  '2025-04-01',
];
const SUBSCRIPTIONS = [
  '2016-06-01',
  '2018-06-01',
  '2019-06-01',
  '2019-11-01',
  '2020-01-01',
  '2021-01-01',
  '2021-04-01',
  '2022-12-01',
];
const POLICY = ['2019-09-01', '2020-03-01', '2020-09-01', '2021-06-01', '2022-06-01', '2023-04-01'];
const MANAGED_SERVICES = ['2019-06-01', '2019-09-01', '2020-02-01-preview', '2022-10-01'];

/** The api-versions the emulator answers, by resource type. The first four are ARM's own operations. */
export const supportedApiVersions = {
  tenants: SUBSCRIPTIONS,
  subscriptions: SUBSCRIPTIONS,
  resourceGroups: RESOURCES,
  providers: RESOURCES,
  'Microsoft.Resources/deployments': RESOURCES,
  'Microsoft.Authorization/permissions': [
    '2015-07-01',
    '2018-01-01-preview',
    '2018-07-01',
    '2022-04-01',
    '2022-05-01-preview',
  ],
  'Microsoft.Authorization/roleAssignments': [
    '2015-07-01',
    '2018-01-01-preview',
    '2018-09-01-preview',
    '2020-04-01-preview',
    '2020-08-01-preview',
    '2020-10-01-preview',
    '2022-04-01',
  ],
  'Microsoft.Authorization/roleDefinitions': [
    '2015-07-01',
    '2018-01-01-preview',
    '2018-07-01',
    '2022-04-01',
    '2022-05-01-preview',
  ],
  'Microsoft.Authorization/denyAssignments': ['2018-07-01-preview', '2022-04-01'],
  'Microsoft.Authorization/roleEligibilityScheduleInstances': ['2020-10-01', '2020-10-01-preview'],
  'Microsoft.Authorization/roleAssignmentScheduleRequests': ['2020-10-01', '2020-10-01-preview'],
  'Microsoft.Authorization/roleAssignmentScheduleInstances': ['2020-10-01', '2020-10-01-preview'],
  'Microsoft.Authorization/roleManagementPolicyAssignments': ['2020-10-01', '2020-10-01-preview'],
  'Microsoft.Authorization/policyAssignments': POLICY,
  'Microsoft.Authorization/policyDefinitions': POLICY,
  'Microsoft.Management/managementGroups': [
    '2018-03-01-preview',
    '2020-02-01',
    '2020-05-01',
    '2021-04-01',
    '2023-04-01',
  ],
  'Microsoft.ManagedServices/registrationDefinitions': MANAGED_SERVICES,
  'Microsoft.ManagedServices/registrationAssignments': MANAGED_SERVICES,
  'Microsoft.ManagedServices/operationStatuses': MANAGED_SERVICES,
  'Microsoft.ManagedServices/operations': MANAGED_SERVICES,
  'Microsoft.ManagedServices/marketplaceRegistrationDefinitions': ['2020-02-01-preview', '2022-10-01'],
  'Microsoft.Insights/eventtypes': ['2015-04-01'],
  'Microsoft.ResourceGraph/resources': [
    '2019-04-01',
    '2020-04-01-preview',
    '2021-03-01',
    '2021-06-01-preview',
    '2022-10-01',
    '2024-04-01',
  ],
} satisfies Record<string, readonly string[]>;

export type EmulatedType = keyof typeof supportedApiVersions;

/** Whether dates of two api-versions stand in this order: `2019-06-01` is before `2020-02-01-preview`. */
export function isBefore(apiVersion: string, other: string): boolean {
  return apiVersion.slice(0, 10) < other.slice(0, 10);
}

/**
 * The `api-version` of a request. ARM asks for it before anything else, the token included.
 * @throws 400 MissingApiVersionParameter
 */
export function requireApiVersion(url: URL): string {
  const apiVersion = queryOf(url, 'api-version');
  if (apiVersion) return apiVersion;
  throw new ArmError(
    400,
    'MissingApiVersionParameter',
    'The api-version query parameter (?api-version=) is required for all requests.',
  );
}

/**
 * Refuses an api-version that the type does not have, naming those it has.
 * @throws 400 InvalidApiVersionParameter for ARM's own operations, 400 NoRegisteredProviderFound for a provider's type
 * https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-register-resource-provider
 */
export function requireSupportedVersion(type: EmulatedType, apiVersion: string): void {
  const supported: readonly string[] = supportedApiVersions[type];
  if (supported.includes(apiVersion.toLowerCase())) return;
  const [namespace, name] = type.split('/');
  if (name === undefined) {
    const list = supported.toReversed().join(',');
    throw new ArmError(
      400,
      'InvalidApiVersionParameter',
      `The api-version '${apiVersion}' is invalid. The supported versions are '${list}'.`,
    );
  }
  throw new ArmError(
    400,
    'NoRegisteredProviderFound',
    `No registered resource provider found for location '' and API version '${apiVersion}' for type '${name}' of '${namespace}'. ` +
      `The supported api-versions are '${supported.toReversed().join(', ')}'. The supported locations are ''.`,
  );
}
