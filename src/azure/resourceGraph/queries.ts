/*
 * The questions to Resource Graph. Every one projects ids and orders by them: without an id there are no further pages,
 * without an order pages overlap.
 * https://learn.microsoft.com/azure/governance/resource-graph/concepts/work-with-data
 */

/** Subscriptions with the management groups above them, nearest first. */
export const subscriptionsQuery = `resourcecontainers
| where type =~ 'microsoft.resources/subscriptions'
| project id, subscriptionId, tenantId, name, tags, state = tostring(properties.state), quotaId = tostring(properties.subscriptionPolicies.quotaId), chain = properties.managementGroupAncestorsChain
| order by id asc`;

/** Resource groups. */
export const resourceGroupsQuery = `resourcecontainers
| where type =~ 'microsoft.resources/subscriptions/resourcegroups'
| project id, name, location, tags
| order by id asc`;

/** Copies of offers. */
export const copiesQuery = `managedservicesresources
| where type =~ 'microsoft.managedservices/registrationdefinitions'
| project id, plan, properties
| order by id asc`;

/** Delegations, at subscriptions and at resource groups. */
export const delegationsQuery = `managedservicesresources
| where type =~ 'microsoft.managedservices/registrationassignments'
| project id, properties
| order by id asc`;

/** Assignments of the policy with this id. */
export const policyAssignmentsQuery = (policy: string) => `policyresources
| where type =~ 'microsoft.authorization/policyassignments'
| where tostring(properties.policyDefinitionId) =~ '${policy}'
| project id, name, properties
| order by id asc`;
