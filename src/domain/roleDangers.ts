import type { PlainCode, ReachCode } from './findings.ts';

/*
 * What is dangerous among the thousands of actions of Azure, written down by hand. Two lists per danger:
 * `named`: actions that exist; a role's wildcard that includes one of them is as dangerous as the action itself.
 * `shaped`: patterns by which an action gives itself away, also one that did not exist when this was written.
 * https://learn.microsoft.com/azure/role-based-access-control/resource-provider-operations
 */

export interface Danger {
  readonly code: PlainCode | ReachCode;
  readonly named: readonly string[];
  readonly shaped: readonly string[];
}

/** Whoever holds one of these can give access to others or to themselves. */
const handsOutAccess: Danger = {
  code: 'handsOutAccess',
  named: [
    'Microsoft.Authorization/roleAssignments/write',
    'Microsoft.Authorization/roleDefinitions/write',
    'Microsoft.Authorization/roleAssignmentScheduleRequests/write',
    'Microsoft.Authorization/roleEligibilityScheduleRequests/write',
    'Microsoft.Authorization/roleManagementPolicies/write',
    'Microsoft.Authorization/classicAdministrators/write',
    'Microsoft.Authorization/elevateAccess/action',
  ],
  shaped: ['Microsoft.Authorization/role*/write', 'Microsoft.*/set*RoleAssignments/action'],
};

const writesPolicies: Danger = {
  code: 'writesPolicies',
  named: [
    'Microsoft.Authorization/policyAssignments/write',
    'Microsoft.Authorization/policyDefinitions/write',
    'Microsoft.Authorization/policySetDefinitions/write',
    'Microsoft.Authorization/policyExemptions/write',
    'Microsoft.Blueprint/blueprintAssignments/write',
  ],
  shaped: ['Microsoft.Authorization/policy*/write', 'Microsoft.Blueprint/*/write'],
};

const deletesEverything: Danger = {
  code: 'deletesEverything',
  named: ['Microsoft.Resources/subscriptions/resourceGroups/delete', 'Microsoft.Subscription/cancel/action'],
  shaped: [],
};

/** Keys, tokens, connection strings, disks: whatever opens data without asking Azure again. */
const readsSecrets: Danger = {
  code: 'readsSecrets',
  named: [
    'Microsoft.ApiManagement/service/tenant/listSecrets/action',
    'Microsoft.App/containerApps/listSecrets/action',
    'Microsoft.AppConfiguration/configurationStores/ListKeys/action',
    'Microsoft.Automation/automationAccounts/listKeys/action',
    'Microsoft.Batch/batchAccounts/listKeys/action',
    'Microsoft.Cache/redis/listKeys/action',
    'Microsoft.Cache/redisEnterprise/databases/listKeys/action',
    'Microsoft.ClassicStorage/storageAccounts/listKeys/action',
    'Microsoft.CognitiveServices/accounts/listKeys/action',
    'Microsoft.Communication/communicationServices/listKeys/action',
    'Microsoft.Compute/disks/beginGetAccess/action',
    'Microsoft.Compute/snapshots/beginGetAccess/action',
    'Microsoft.Compute/restorePointCollections/restorePoints/retrieveSasUris/action',
    'Microsoft.ContainerRegistry/registries/listCredentials/action',
    'Microsoft.ContainerService/managedClusters/listClusterAdminCredential/action',
    'Microsoft.ContainerService/managedClusters/listClusterUserCredential/action',
    'Microsoft.ContainerService/fleets/listCredentials/action',
    'Microsoft.DataFactory/factories/integrationruntimes/listauthkeys/action',
    'Microsoft.DesktopVirtualization/hostpools/retrieveRegistrationToken/action',
    'Microsoft.Devices/iotHubs/listkeys/action',
    'Microsoft.Devices/provisioningServices/listkeys/action',
    'Microsoft.DocumentDB/databaseAccounts/listKeys/action',
    'Microsoft.DocumentDB/databaseAccounts/listConnectionStrings/action',
    'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments/write',
    'Microsoft.EventGrid/topics/listKeys/action',
    'Microsoft.EventHub/namespaces/authorizationRules/listkeys/action',
    'Microsoft.HDInsight/clusters/getGatewaySettings/action',
    'Microsoft.HDInsight/clusters/configurations/action',
    'Microsoft.KeyVault/vaults/accessPolicies/write',
    'Microsoft.KeyVault/vaults/write',
    'Microsoft.KeyVault/vaults/deploy/action',
    'Microsoft.KeyVault/managedHSMs/write',
    'Microsoft.Kubernetes/connectedClusters/listClusterUserCredential/action',
    'Microsoft.Logic/workflows/listCallbackUrl/action',
    'Microsoft.Logic/integrationAccounts/listKeyVaultKeys/action',
    'Microsoft.MachineLearningServices/workspaces/listKeys/action',
    'Microsoft.Maps/accounts/listKeys/action',
    'Microsoft.NotificationHubs/namespaces/authorizationRules/listkeys/action',
    'Microsoft.OperationalInsights/workspaces/sharedKeys/action',
    'Microsoft.OperationalInsights/workspaces/listKeys/action',
    'Microsoft.Relay/namespaces/authorizationRules/listkeys/action',
    'Microsoft.Search/searchServices/listAdminKeys/action',
    'Microsoft.ServiceBus/namespaces/authorizationRules/listkeys/action',
    'Microsoft.SignalRService/SignalR/listkeys/action',
    'Microsoft.Storage/storageAccounts/listKeys/action',
    'Microsoft.Storage/storageAccounts/regeneratekey/action',
    'Microsoft.Storage/storageAccounts/listAccountSas/action',
    'Microsoft.Storage/storageAccounts/listServiceSas/action',
    'Microsoft.Storage/storageAccounts/blobServices/generateUserDelegationKey/action',
    'Microsoft.Storage/storageAccounts/localUsers/listKeys/action',
    'Microsoft.Web/connections/listConnectionKeys/action',
    'Microsoft.Web/sites/config/list/action',
    'Microsoft.Web/sites/publishxml/action',
    'Microsoft.Web/sites/host/listkeys/action',
    'Microsoft.Web/staticSites/listsecrets/action',
  ],
  shaped: [
    '*key/action',
    '*keys/action',
    '*withkeys/action',
    '*keypair/action',
    '*secret/action',
    '*secrets/action',
    '*credential/action',
    '*credentials/action',
    '*token/action',
    '*list*tokens/action',
    '*password*/action',
    '*kubeconfig/action',
    '*sas/action',
    '*sasuri/action',
    '*sasuris/action',
    '*sasurl/action',
    '*connectionstring/action',
    '*connectionstrings/action',
    '*connectionparameters/action',
    '*callbackurl/action',
    '*downloadurl/action',
    '*uploadurl/action',
    '*begingetaccess/action',
    '*publishxml/action',
    '*config/list/action',
    '*accesscode/action',
    '*accessdetails/action',
    '*proxydetails/action',
    '*rdpfilecontents/action',
    '*gatewaysettings/action',
    '*workflowsconnections/action',
    'Microsoft.HDInsight/*/configurations/action',
    'Microsoft.ServiceLinker/*configurations/action',
    'Microsoft.KeyVault/vaults/accessPolicies/write',
    'Microsoft.DocumentDB/*RoleAssignments/write',
    'Microsoft.DocumentDB/*RoleDefinitions/write',
    'Microsoft.Databricks/workspaces/assignWorkspaceAdmin/action',
  ],
};

/** Commands, scripts and programs that somebody else's machine will run. */
const runsCode: Danger = {
  code: 'runsCode',
  named: [
    'Microsoft.App/containerApps/write',
    'Microsoft.App/jobs/write',
    'Microsoft.App/jobs/start/action',
    'Microsoft.Automation/automationAccounts/jobs/write',
    'Microsoft.Automation/automationAccounts/runbooks/write',
    'Microsoft.Automation/automationAccounts/webhooks/write',
    'Microsoft.Batch/batchAccounts/pools/write',
    'Microsoft.ClassicCompute/virtualMachines/extensions/write',
    'Microsoft.Compute/virtualMachines/extensions/write',
    'Microsoft.Compute/virtualMachines/runCommand/action',
    'Microsoft.Compute/virtualMachines/write',
    'Microsoft.Compute/virtualMachineScaleSets/extensions/write',
    'Microsoft.Compute/virtualMachineScaleSets/virtualMachines/runCommand/action',
    'Microsoft.Compute/virtualMachineScaleSets/write',
    'Microsoft.ContainerInstance/containerGroups/write',
    'Microsoft.ContainerInstance/containerGroups/containers/exec/action',
    'Microsoft.ContainerRegistry/registries/scheduleRun/action',
    'Microsoft.ContainerRegistry/registries/tasks/write',
    'Microsoft.ContainerService/managedClusters/runcommand/action',
    'Microsoft.ContainerService/managedClusters/write',
    'Microsoft.DataFactory/factories/pipelines/write',
    'Microsoft.HDInsight/clusters/executeScriptActions/action',
    'Microsoft.HybridCompute/machines/extensions/write',
    'Microsoft.HybridCompute/machines/runcommands/write',
    'Microsoft.Logic/workflows/write',
    'Microsoft.MachineLearningServices/workspaces/computes/write',
    'Microsoft.Resources/deploymentScripts/write',
    'Microsoft.SerialConsole/serialPorts/connect/action',
    'Microsoft.Web/sites/functions/write',
    'Microsoft.Web/sites/publish/action',
    'Microsoft.Web/sites/write',
  ],
  shaped: [
    '*runcommand/action',
    '*runcommands/write',
    '*runreadcommands/action',
    '*/extensions/write',
    '*addextensions/action',
    '*/exec/action',
    '*executescriptactions/action',
    '*runjob/action',
    '*/runbooks/*write',
    '*/runbooks/*/action',
    '*schedulerun/action',
    '*deploymentscripts/write',
    '*deployworkflowartifacts/action',
    '*/fluxconfigurations/write',
    '*/publish/action',
    '*/applyartifacts/action',
    '*managelibraries/action',
    'Microsoft.Automation/automationAccounts/jobs/*',
    'Microsoft.Logic/workflows/*run/action',
    'Microsoft.SerialConsole/*/action',
    '*virtualMachinesExecuteCreate/action',
  ],
};

const usesIdentities: Danger = {
  code: 'usesIdentities',
  named: [
    'Microsoft.ManagedIdentity/userAssignedIdentities/assign/action',
    'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write',
  ],
  // Azure writes `x/*/assign/action` where it means `x/assign/action`.
  shaped: [
    'Microsoft.ManagedIdentity/*assign/action',
    'Microsoft.ManagedIdentity/*/federatedIdentityCredentials/write',
  ],
};

/** Who administers a service, who may reach it and what it records. */
const changesSecurity: Danger = {
  code: 'changesSecurity',
  named: [
    'Microsoft.DBforMySQL/flexibleServers/write',
    'Microsoft.DBforPostgreSQL/flexibleServers/write',
    'Microsoft.Sql/managedInstances/administrators/write',
    'Microsoft.Sql/managedInstances/write',
    'Microsoft.Sql/servers/administrators/write',
    'Microsoft.Sql/servers/auditingSettings/write',
    'Microsoft.Sql/servers/databases/auditingSettings/write',
    'Microsoft.Sql/servers/write',
    'Microsoft.Synapse/workspaces/administrators/write',
  ],
  shaped: [
    'Microsoft.Sql/*/administrators/write',
    'Microsoft.Sql/*auditingSettings/write',
    'Microsoft.DBfor*/administrators/write',
    'Microsoft.Sql/*/azureADOnlyAuthentications/*',
  ],
};

/** Every danger, strongest first. */
export const dangers: readonly Danger[] = [
  handsOutAccess,
  deletesEverything,
  writesPolicies,
  readsSecrets,
  runsCode,
  usesIdentities,
  changesSecurity,
];

/** Actions that hand out a secret by replacing it: whoever used the old one is locked out. */
export const replacesSecrets: readonly string[] = ['*regenerate*', '*rotate*', '*reset*', '*refresh*', '*set*'];

/** Actions that sound like a danger and are none. */
export const harmlessNames: readonly string[] = [
  // A file with which the owner of a network sensor can reset its password on the spot; it opens nothing in Azure.
  'Microsoft.Security/iotSensors/downloadResetPassword/action',
  // Moves a recovery point to another region within the backup service.
  'Microsoft.RecoveryServices/*/accessToken/action',
];
