import { activationRoutes } from './authorization/activations.ts';
import { denyAssignmentRoutes } from './authorization/denyAssignments.ts';
import { permissionRoutes } from './authorization/permissions.ts';
import { roleAssignmentRoutes } from './authorization/roleAssignments.ts';
import { roleDefinitionRoutes } from './authorization/roleDefinitions.ts';
import { roleEligibilityRoutes } from './authorization/roleEligibility.ts';
import { deploymentRoutes } from './deployments/deployments.ts';
import { assignmentRoutes } from './managedServices/assignments.ts';
import { definitionRoutes } from './managedServices/definitions.ts';
import { marketplaceRoutes } from './managedServices/marketplace.ts';
import { operationStatusRoutes } from './managedServices/operationStatuses.ts';
import { providerOperationRoutes } from './managedServices/providerOperations.ts';
import { activityLogRoutes } from './insights/activityLog.ts';
import { entityRoutes } from './managementGroups/entities.ts';
import { managementGroupRoutes } from './managementGroups/managementGroups.ts';
import { policyAssignmentRoutes } from './policy/policyAssignments.ts';
import { policyDefinitionRoutes } from './policy/policyDefinitions.ts';
import { putPolicyAssignmentRoutes } from './policy/putPolicyAssignment.ts';
import type { Route } from './request.ts';
import { resourceGraphRoutes } from './resourceGraph.ts';
import { providerRoutes } from './resources/providers.ts';
import { resourceGroupRoutes } from './resources/resourceGroups.ts';
import { subscriptionRoutes } from './resources/subscriptions.ts';
import { tenantRoutes } from './resources/tenants.ts';

/** Everything the emulated ARM answers; the first that fits wins. What is missing here is a 501 that names this file. */
export const routes: readonly Route[] = [
  ...tenantRoutes,
  ...subscriptionRoutes,
  ...resourceGroupRoutes,
  ...providerRoutes,
  ...deploymentRoutes,
  ...permissionRoutes,
  ...roleAssignmentRoutes,
  ...roleDefinitionRoutes,
  ...denyAssignmentRoutes,
  ...roleEligibilityRoutes,
  ...activationRoutes,
  ...policyAssignmentRoutes,
  ...putPolicyAssignmentRoutes,
  ...activityLogRoutes,
  ...policyDefinitionRoutes,
  ...managementGroupRoutes,
  ...entityRoutes,
  ...definitionRoutes,
  ...assignmentRoutes,
  ...marketplaceRoutes,
  ...operationStatusRoutes,
  ...providerOperationRoutes,
  ...resourceGraphRoutes,
];
