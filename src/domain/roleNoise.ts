/*
 * What looks like a change but is none. Without this list nearly every role would count as "changes things", and a warning
 * that is always on is no warning.
 */

/** Rights that nearly every built-in role carries; they change nothing alone. */
export const basics: readonly string[] = [
  'Microsoft.Authorization/*/read',
  'Microsoft.Insights/alertRules/*',
  'Microsoft.Management/managementGroups/read',
  'Microsoft.RecoveryServices/vaults/monitoringAlerts/write',
  'Microsoft.RecoveryServices/vaults/monitoringConfigurations/*',
  'Microsoft.ResourceHealth/availabilityStatuses/read',
  // A deployment writes with the rights of whoever starts it: without further rights it writes nothing.
  'Microsoft.Resources/deployments/*',
  'Microsoft.Resources/subscriptions/read',
  'Microsoft.Resources/subscriptions/operationresults/read',
  'Microsoft.Resources/subscriptions/resourceGroups/deployments/*',
  'Microsoft.Resources/subscriptions/resourceGroups/read',
  '*/register/action',
  '*/unregister/action',
];

export const support: readonly string[] = ['Microsoft.Support/*'];

/** https://learn.microsoft.com/azure/lighthouse/how-to/remove-delegation#service-providers */
export const removesItself: readonly string[] = [
  'Microsoft.ManagedServices/registrationAssignments/delete',
  'Microsoft.ManagedServices/registrationAssignments/read',
  'Microsoft.ManagedServices/operationStatuses/read',
];

/** Actions that only ask: a query, a check, a forecast, a report. */
export const onlyAsks: readonly string[] = [
  '*/check*/action',
  '*/validate*/action',
  '*/whatIf/action',
  '*/effective*/action',
  '*/securityGroupView/action',
  '*/query*/action',
  '*/search/action',
  '*/usages/action',
  '*/exportTemplate/action',
  '*/backupJobsExport/action',
  '*/backupStatus/action',
  '*/getBackupStatus/action',
  '*/backupValidateFeatures/action',
  '*/backupPreValidateProtection/action',
  '*/backupCrrJob*/action',
  '*/fetch*/action',
  '*/find*/action',
  '*/dataConnectorsCheckRequirements/action',
  '*/downloadManagerActivation/action',
  '*/packageDownloads/action',
  'Microsoft.Security/iotSensors/downloadResetPassword/action',
  '*/carbonEmissionReports/action',
  'Microsoft.ResourceHealth/*',
  // Answers of operations that somebody started.
  '*/operationResults/*',
  '*/operationStatuses/*',
  '*/operationsStatus/*',
  'Microsoft.Security/iotSensors/downloadResetPassword/action',
];

export const queriesLogs: readonly string[] = [
  'Microsoft.OperationalInsights/workspaces/query/read',
  'Microsoft.OperationalInsights/workspaces/search/action',
  'Microsoft.OperationalInsights/workspaces/analytics/query/action',
  'Microsoft.Insights/logs/read',
];

/**
 * Wildcards over whole services or types that were judged by hand: what they include can change and delete, but opens no
 * data and runs no code. Any other wildcard counts as "may reach data".
 */
export const judged: readonly string[] = [
  'Microsoft.AAD/domainServices/*',
  'Microsoft.Advisor/*',
  'Microsoft.AlertsManagement/*',
  'Microsoft.Authorization/*',
  'Microsoft.Billing/*',
  'Microsoft.Blueprint/*',
  'Microsoft.Capacity/*',
  'Microsoft.Cdn/*',
  'Microsoft.ClassicNetwork/*',
  'Microsoft.Compute/availabilitySets/*',
  'Microsoft.Compute/diskEncryptionSets/*',
  'Microsoft.Compute/galleries/*',
  'Microsoft.Compute/images/*',
  'Microsoft.Compute/locations/*',
  'Microsoft.Compute/proximityPlacementGroups/*',
  'Microsoft.Consumption/*',
  'Microsoft.CostManagement/*',
  'Microsoft.DataProtection/*',
  'Microsoft.DesktopVirtualization/applicationGroups/*',
  'Microsoft.DesktopVirtualization/workspaces/*',
  'Microsoft.DevTestLab/schedules/*',
  'Microsoft.EventGrid/eventSubscriptions/*',
  'Microsoft.Insights/actionGroups/*',
  'Microsoft.Insights/activityLogAlerts/*',
  'Microsoft.Insights/autoscaleSettings/*',
  'Microsoft.Insights/createNotifications/*',
  'Microsoft.Insights/dataCollection*',
  'Microsoft.Insights/diagnosticSettings/*',
  'Microsoft.Insights/eventTypes/*',
  'Microsoft.Insights/logDefinitions/*',
  'Microsoft.Insights/metric*',
  'Microsoft.Insights/notificationStatus/*',
  'Microsoft.Insights/privateLinkScope*',
  'Microsoft.Insights/scheduledQueryRules/*',
  'Microsoft.Insights/webtests/*',
  'Microsoft.Insights/workbook*',
  'Microsoft.IoTSecurity/*',
  'Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action',
  'Microsoft.ManagedServices/*',
  'Microsoft.Network/*',
  'Microsoft.OperationalInsights/workspaces/intelligencePacks/*',
  'Microsoft.OperationalInsights/workspaces/savedSearches/*',
  'Microsoft.OperationsManagement/*',
  'Microsoft.PolicyInsights/*',
  'Microsoft.RecoveryServices/*',
  'Microsoft.Resources/subscriptions/resourceGroups/*',
  'Microsoft.Resources/tags/*',
  'Microsoft.Resources/templateSpecs/*',
  'Microsoft.Security/*',
  'Microsoft.SecurityInsights/*',
  'Microsoft.Sql/*',
  'Microsoft.SqlVirtualMachine/*',
  'Microsoft.Web/certificates/*',
  'Microsoft.Web/serverFarms/*',
];
