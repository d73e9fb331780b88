/** The two built-in policies about delegations. https://learn.microsoft.com/azure/lighthouse/how-to/policy-at-scale */
export const ALLOWED_TENANTS_POLICY = '7a8a51a3-ad87-4def-96f3-65a1839242b6';
const AUDIT_DELEGATIONS_POLICY = '76bed37b-484f-430f-a009-fd7592dff818';

interface BuiltInPolicy {
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly version: string;
  readonly parameters: unknown;
  readonly policyRule: unknown;
}

/** https://learn.microsoft.com/azure/governance/policy/samples/built-in-policies#lighthouse */
export const builtInPolicies: readonly BuiltInPolicy[] = [
  {
    name: ALLOWED_TENANTS_POLICY,
    displayName: 'Allow managing tenant ids to onboard through Azure Lighthouse',
    description: 'Only the listed tenants may be named as the managing tenant of a registration definition.',
    version: '1.0.1',
    parameters: { listOfAllowedTenants: { type: 'Array', metadata: { displayName: 'Allowed tenants' } } },
    policyRule: {
      if: {
        allOf: [
          { field: 'type', equals: 'Microsoft.ManagedServices/registrationDefinitions' },
          {
            not: {
              field: 'Microsoft.ManagedServices/registrationDefinitions/managedByTenantId',
              in: "[parameters('listOfAllowedTenants')]",
            },
          },
        ],
      },
      then: { effect: 'deny' },
    },
  },
  {
    name: AUDIT_DELEGATIONS_POLICY,
    displayName: 'Audit delegation of scopes to a managing tenant',
    description: 'Marks every delegation made through Azure Lighthouse for review; it keeps nothing from happening.',
    version: '1.0.0',
    parameters: { effect: { type: 'string', defaultValue: 'Audit', allowedValues: ['Audit', 'Disabled'] } },
    policyRule: {
      if: { field: 'type', equals: 'Microsoft.ManagedServices/registrationAssignments' },
      then: { effect: "[parameters('effect')]" },
    },
  },
];

/** The id of a built-in policy definition. */
export function policyDefinitionId(name: string): string {
  return `/providers/Microsoft.Authorization/policyDefinitions/${name}`;
}
