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

/**
 * Verbs that only ask, in any service: a query, a check, a forecast, a report. Each in full: a name that merely begins like
 * one of these is unknown.
 */
const asking =
  'backupCrrJob backupCrrJobs backupJobsExport backupPreValidateProtection backupStatus backupValidateFeatures carbonEmissionReports checkAssessmentEntitlement checkConsistency checkCustomDomainDnsMappingStatus checkDnsAvailability checkDnsNameAvailability checkDomainAvailability checkEntitlement checkFeatureSupport checkFilePathAvailability checkFrontDoorNameAvailability checkIpAddressAvailability checkMhsmNameAvailability checkNameAvailability checkPolicyRestrictions checkQuotaAvailability checkReadiness checkResourceName checkResourceUsage checkServiceProviderAvailability checkTrafficManagerNameAvailability checkVirtualNetworkSubnetUsage checkZonePeers compileQuery dataConnectorsCheckRequirements deviceCapacityCheck downloadManagerActivation effectiveNetworkSecurityGroups effectiveRouteTable evaluatePolicies exportTemplate fetchBillingCommunicationDetails fetchCrossRegionRestoreJob fetchCrossRegionRestoreJobs fetchEventDetails fetchMcpServerCredentials fetchSecondaryRecoveryPoints findRestorableTimeRanges getBackupStatus packageDownloads query queryIndicators queryLogAnalyticsMetrics queryLogAnalyticsRankings queryNetworkSiblingSet queryResults queryWafLogAnalyticsMetrics queryWafLogAnalyticsRankings search securityGroupView usages validate validateAddress validateBackup validateCreateRequest validateCrossRegionRestore validateCustomDomain validateForBackup validateForFailover validateForFailoverCommit validateForModifyBackup validateForOperation validateForReprotect validateForRestore validateForTestFailover validateForTestFailoverCleanup validateInputs validateIr validateLinker validateMoveResources validateOperation validateOwnershipVouchers validateProbe validateRestore whatIf';

/** Actions that are known to only ask. */
export const asks: readonly string[] = [
  ...asking.split(' ').map((verb) => `*/${verb}/action`),
  'Microsoft.Security/iotSensors/downloadResetPassword/action',
];

/** Actions that only ask, as far as they are known. */
export const onlyAsks: readonly string[] = [
  ...asks,
  'Microsoft.ResourceHealth/*',
  // Answers of operations that somebody started.
  '*/operationResults/*',
  '*/operationStatuses/*',
  '*/operationsStatus/*',
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
