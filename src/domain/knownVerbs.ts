/*
 * The verbs of `.../verb/action` of which this app knows what they do, reviewed by hand. Those that reach data or run code
 * are in roleDangers.ts; those that only ask are in roleNoise.ts. A verb that is in none of the three is unknown.
 */

/** Verbs that mean the same in every service that this app knows: what they change stays within that service. */
export const commonVerbs =
  'abort backup cancel clone deallocate disable disconnect enable failover failback hibernate join migrate pause ping powerOff privateEndpointConnectionsApproval purge redeploy reimage reimageAll resize restart restore resume retry start stop suspend undelete upgrade validate';

/** Verbs with a meaning in one namespace (without `Microsoft.`). */
export const verbsOf = {
  Advisor: 'approve available reject reset',
  ApiCenter: 'exportSpecification updateAnalysisState',
  ApiManagement: 'manageDeployments updateCertificate updateHostname',
  AzureArcData: 'getBestPracticesAssessment getDetailView getJobsStatus getTelemetry',
  AzureStackHCI: 'claimDevices deploy releaseDevices',
  BotService: 'joinPerimeter notifyNetworkSecurityPerimeterUpdatesAvailable reconcile',
  Chaos: 'execute getExecutionDetails refreshRecommendations',
  ClassicNetwork: 'link',
  Communication: 'cancelVerification initiateVerification linkNotificationHub',
  Compute:
    'approveRollingUpgrade assessPatches attachDetachDataDisks capture convertToManagedDisks delete deploy endGetAccess generalize generate installPatches performMaintenance share',
  ComputeSchedule:
    'attachResources cancelNextOccurrence delay detachResources listResources patchResources triggerManualOccurrence virtualMachinesCancelOperations virtualMachinesExecuteDeallocate virtualMachinesExecuteDelete virtualMachinesExecuteHibernate virtualMachinesExecuteStart virtualMachinesGetOperationErrors virtualMachinesGetOperationStatus virtualMachinesSubmitDeallocate virtualMachinesSubmitHibernate virtualMachinesSubmitStart',
  ConnectedVMwarevSphere: 'allocateSpace deploy',
  ContainerRegistry: 'deactivate getCallbackConfig importImage listDetails listEvents listQueueStatus resync',
  ContainerService: 'deleteMachines upgradeNodeImageVersion',
  CostManagement: 'forecast',
  Dashboard: 'managedPrivateEndpoints',
  DataBox: 'availableSkus regionConfiguration',
  DataMigration: 'cutover deleteNode listMonitoringData',
  DataProtection: 'crossRegionRestore getBackupStatus resumeProtection suspendBackups unlockDelete',
  DBforMySQL: 'backupAndExport',
  DBforPostgreSQL:
    'ltrBackup ltrBackupPrecheck ltrPreBackup ltrRestoreFinalize ltrRestoreInitialize ltrRestorePrecheck startLtrBackup',
  DesktopVirtualization: 'retryProvisioning sendMessage',
  DeviceRegistry: 'revoke',
  DevTestLab: 'claim claimAnyVm createEnvironment ensureCurrentUserProfile evaluatePolicies listApplicableSchedules',
  ElasticSan: 'preBackup preRestore',
  ExtendedLocation: 'deploy',
  Features: 'register unregister',
  HDInsight: 'autoscale listHosts promote resolvePrivateLinkServiceId restartHosts rollback',
  HybridCompute: 'assessPatches installPatches upgradeExtensions',
  HybridConnectivity: 'generateAwsTemplate generateGcpTemplate syncNow testPermissions',
  Insights: 'activated resolved throttled',
  LabServices: 'createLab getPricingAndAvailability getRestrictionsAndUsage invite saveImage syncGroup',
  MachineLearningServices: 'batchOutboundRules',
  Maintenance: 'acknowledge',
  ManagedIdentity: 'assign revokeTokens',
  Management: 'getEntities',
  Migrate: 'taskSummary',
  NetApp: 'getGroupIdListForLdapUser getKeyVaultStatus getMetadata listQuotaReport listReplications',
  Network:
    'associateResourcesToPool joinLoadBalancer joinNetworkSecurityRule joinViaServiceEndpoint peer prepareNetworkPolicies unprepareNetworkPolicies',
  PolicyInsights: 'triggerEvaluation',
  RecoveryServices:
    'accessToken allocateStamp applyRecoveryPoint backupCrossRegionRestore backupTriggerValidateOperation backupValidateOperation failoverCommit inquire plannedFailover provisionInstantItemRecovery reassociateGateway refreshContainers refreshProvider renewCertificate repairReplication reprotect revokeInstantItemRecovery switchProtection testFailover testFailoverCleanup unlockDelete unplannedFailover updateMobilityService',
  ResourceHealth: 'events listSecurityAdvisoryImpactedResources',
  ScVmm: 'deploy',
  SecurityInsights: 'appendTags bulkTag listActions replaceTags reportActionStatus runPlaybook undoAction',
  Storage: 'lease restoreBlobRanges testExistingConnection',
  StorageSync: 'preflight',
  StreamAnalytics: 'listStreamingJobs sampleInput testQuery',
  Web: 'applySlotConfig slotsDiffs slotsSwap',
} as const satisfies Readonly<Record<string, string>>;
