/*
 * The kinds of resources of which this app knows what changing or deleting one means, by namespace (without `Microsoft.`),
 * reviewed by hand. Each part of a nested type counts for itself. What is not here is not harmless but unknown: see
 * knownActions.ts. Whoever adds a word has read what a write to it can do, and named it in roleDangers.ts if it reaches
 * data, runs code or gives access.
 * https://learn.microsoft.com/azure/role-based-access-control/resource-provider-operations
 */

/** Parts that mean the same in every service. */
export const commonTypes =
  'diagnosticSettings eventGridFilters locations logDefinitions metricDefinitions Microsoft.Insights networkSecurityPerimeterAssociationProxies networkSecurityPerimeterConfigurations operationResults operations operationsStatus operationStatuses privateEndpointConnectionProxies privateEndpointConnections privateLinkResources privateLinkScopes providers resourceGroups skus subscriptions tags usages';

/** The parts of each namespace's types. */
export const typesOf = {
  AAD: 'domainServices ouContainer',
  Advisor: 'assessments configurations conversations recommendations suppressions triageRecommendations',
  AlertsManagement:
    'actionRules alerts alertsSummary investigations issues migrateFromSmartDetection prometheusRuleGroups smartDetectorAlertRules smartGroups',
  AnalysisServices: 'servers',
  ApiCenter: 'apis definitions deletedServices deployments environments metadataSchemas services versions workspaces',
  ApiManagement:
    'apiLinks apis apiVersionSets backends certificates contentItems contentTypes diagnostics groups loggers namedValues notifications operationLinks policies policyFragments portalRevisions productLinks products schemas service users workspaces',
  App: 'agents authConfigs connectedEnvironments containerApps daprComponents jobs logicApps managedEnvironments managedCertificates certificates revisions sessionPools storages',
  AppConfiguration: 'configurationStores replicas snapshots keyValues',
  Authorization:
    'denyAssignments locks policyAssignments policyDefinitions policyEnrollments policyExemptions policySetDefinitions roleAssignments',
  Automation:
    'automationAccounts certificates configurations connections jobs jobSchedules modules runbooks schedules softwareUpdateConfigurations variables watchers webhooks',
  Automanage: 'configurationProfiles configurationProfileAssignments',
  AVS: 'addons authorizations clusters cloudLinks globalReachConnections hcxEnterpriseSites privateClouds',
  AzureActiveDirectory: 'b2cDirectories directories guestUsages',
  AzureArcData: 'availabilityGroups databases dataControllers postgresInstances sqlManagedInstances sqlServerInstances',
  AzureFleet: 'fleets',
  AzureStackHCI:
    'arcSettings clusters devicePools disks edgeDevices edgeMachines extensions galleryImages gpus jobs logicalNetworks marketplaceGalleryImages networkAdapters networkInterfaces networkSecurityGroups securityRules storageContainers virtualHardDisks virtualMachineInstances virtualMachines virtualNetworks',
  Batch: 'applications batchAccounts certificateOperationResults certificates poolOperationResults pools versions',
  Billing:
    'billingAccounts billingPeriods billingProfiles billingProperty customers departments enrollmentAccounts invoices invoiceSections',
  BillingBenefits: 'credits discounts savingsPlanOrders savingsPlans',
  Blueprint: 'artifacts blueprintAssignments blueprints versions',
  BotService: 'botServices channels checkNameAvailability connections hostSettings listAuthServiceProviders',
  Cache: 'accessPolicies databases firewallRules linkedServers patchSchedules redis redisEnterprise',
  Capacity: 'catalogs reservationOrders reservations resourceProviders serviceLimits',
  Cdn: 'afdEndpointResults afdEndpoints customDomains endpoints originGroups origins profileResults profiles routes rules ruleSets secrets securityPolicies webApplicationFirewallPolicies',
  CertificateRegistration: 'certificateOrders certificates',
  Chaos: 'capabilities configurations executions experiments scenarios targets workspaces',
  ClassicCompute: 'domainNames extensions virtualMachines',
  ClassicNetwork: 'expressRouteCrossConnections networkSecurityGroups reservedIps virtualNetworks',
  ClassicStorage: 'storageAccounts',
  CognitiveServices:
    'accounts commitmentPlans connections defenderForAISettings deployments projects raiBlocklists raiPolicies raiPolicy',
  Communication:
    'communicationServices domains emailServices senderUsernames suppressionListAddresses suppressionLists',
  Compute:
    'applications availabilitySets capacityReservationGroups capacityReservations cloudServices communityGalleries dedicatedHostGroups diagnosticRunCommands diskAccesses diskEncryptionSets disks extensions galleries hostGroups hosts images placementScores proximityPlacementGroups restorePointCollections restorePoints runCommands sharedGalleries snapshots sshPublicKeys versions virtualMachines virtualMachineScaleSets',
  ComputeSchedule: 'autoActions occurrences scheduledActions',
  ConnectedVMwarevSphere:
    'clusters datastores extensions hosts inventoryItems resourcePools vCenters virtualMachineInstances virtualMachines virtualMachineTemplates virtualNetworks',
  Consumption: 'budgets',
  ContainerInstance: 'containerGroups containers',
  ContainerRegistry:
    'agentPools artifacts cacheRules connectedRegistries credentialSets exportPipelines importPipelines pipelineRuns push quarantine registries replications runs scopeMaps sign taskRuns tasks tokens webhooks',
  ContainerService:
    'accessProfiles agentPools deploymentSafeguards fleetMemberships fleets machines maintenanceConfigurations managedClusters managedClusterSnapshots managedNamespaces members namespaces snapshots trustedAccessRoleBindings updateRuns updateStrategies',
  CostManagement: 'alerts budgets exports scheduledActions settings views',
  Dashboard: 'dashboardDefinitions dashboards grafana grafanaDefinitions integrationFabrics managedPrivateEndpoints',
  DataBox: 'jobs',
  Databricks: 'accessConnectors virtualNetworkPeerings workspaces',
  DataFactory: 'dataFactories dataflows datasets factories integrationRuntimes linkedServices pipelines triggers',
  DataLakeAnalytics: 'accounts',
  DataLakeStore: 'accounts',
  DataMigration: 'databaseMigrations files projects services sqlMigrationServices tasks',
  DataProtection:
    'backupInstances backupPolicies backupResourceGuardProxies backupVaults deletedBackupInstances resourceGuards',
  DataReplication: 'protectedItems replicationExtensions replicationFabrics replicationPolicies replicationVaults',
  DBforMySQL: 'advancedThreatProtectionSettings administrators configurations databases firewallRules flexibleServers',
  DBforPostgreSQL:
    'advancedThreatProtectionSettings administrators configurations databases firewallRules flexibleServers serverGroupsv2',
  DependencyMap: 'maps',
  DesktopVirtualization:
    'appAttachPackages applicationGroups applications desktops hostPools msixPackages scalingPlans sessionHosts userSessions workspaces',
  DevCenter: 'devCenters environmentTypes networkConnections pools projects schedules',
  DeviceRegistry:
    'assetEndpointProfiles assets credentials devices discoveredAssets discoveredDevices namespaces policies schemaRegistries',
  Devices: 'certificates iotHubs provisioningServices',
  DeviceUpdate: 'accounts instances',
  DevOpsInfrastructure: 'pools',
  DevTestLab: 'costs customImages formulas labs policies policySets schedules users virtualMachines virtualNetworks',
  DigitalTwins: 'digitalTwinsInstances endpoints',
  DocumentDB:
    'backup containers databaseAccounts disableLongTermProtection enableLongTermProtection fleets gremlinDatabases mongoClusters mongodbDatabases preBackup preRestore restorableDatabaseAccounts restore sqlDatabases tables throughputSettings validateForLongTermProtection',
  DomainRegistration: 'domains',
  ElasticSan: 'elasticSans snapshots volumeGroups volumes',
  EventGrid: 'channels domains eventSubscriptions namespaces partnerNamespaces systemTopics topics',
  EventHub: 'authorizationRules clusters consumerGroups eventHubs namespaces networkRuleSets schemaGroups',
  ExtendedLocation: 'customLocations',
  Features: 'features',
  GuestConfiguration: 'guestConfigurationAssignments',
  HDInsight: 'applications clusterPools clusters configurations extensions roles scriptActions scriptExecutionHistory',
  HealthcareApis: 'dicomServices fhirServices services workspaces',
  HybridCompute: 'extensions gateways licenseProfiles licenses machines runCommands settings',
  HybridConnectivity: 'endpoints publicCloudConnectors serviceConfigurations solutionConfigurations',
  HybridContainerService:
    'agentPools hybridIdentityMetadata kubernetesVersions provisionedClusterInstances virtualNetworks',
  Insights:
    'actionGroups activityLogAlerts alertRules autoscaleSettings components createNotifications dataCollectionEndpoints dataCollectionRuleAssociations dataCollectionRules eventTypes logs metricAlerts metrics notificationStatus privateLinkScopeOperationStatuses scheduledQueryRules webtests workbooks workbookTemplates',
  IoTCentral: 'iotApps',
  IoTSecurity: 'defenderSettings sensors sites',
  KeyVault: 'accessPolicies deletedManagedHSMs deletedVaults keys managedHSMs secrets vaults',
  Kubernetes: 'connectedClusters',
  KubernetesConfiguration: 'extensions fluxConfigurations namespaces sourceControlConfigurations',
  Kusto: 'clusters databases dataConnections',
  LabServices: 'labAccounts labPlans labs schedules users virtualMachines',
  LoadTestService: 'accessTokens loadTests playwrightQuotas playwrightWorkspaces testRuns',
  Logic: 'integrationAccounts integrationServiceEnvironments runs triggers workflows',
  MachineLearningServices:
    'assets batchEndpoints computes connections data datastores endpoints environments evaluations jobs labeling labels managedNetworks metrics models notebooks onlineEndpoints outboundRules registries simulations vm workspaces',
  Maintenance: 'configurationAssignments inGuestPatch maintenanceConfigurations maintenanceScope scheduledEvents',
  ManagedIdentity: 'federatedIdentityCredentials userAssignedIdentities',
  ManagedServices: 'registrationAssignments registrationDefinitions',
  Management: 'managementGroups settings',
  Maps: 'accounts creators',
  MarketplaceOrdering: 'agreements offers offerTypes plans publishers',
  Migrate: 'assessmentProjects migrateProjects moveCollections projects',
  Monitor: 'accounts investigations issues pipelineGroups settings',
  NetApp:
    'backupPolicies backups backupVaults capacityPools netAppAccounts snapshotPolicies snapshots subvolumes volumes',
  Network:
    'A AAAA applicationGateways applicationSecurityGroups azureEndpoints azureFirewalls backendAddressPools bastionHosts bgpConnections CNAME connections ddosProtectionPlans dnsForwardingRulesets dnsResolvers dnsZones expressRouteCircuits expressRouteCrossConnections firewallPolicies forwardingRules frontDoors frontendIPConfigurations inboundEndpoints inboundNatPools inboundNatRules ipamPools ipConfigurations loadBalancers localNetworkGateways MX natGateways networkIntentPolicies networkInterfaces networkManagers networkSecurityGroups networkVirtualAppliances networkWatchers outboundEndpoints packetCaptures privateDnsOperationResults privateDnsOperationStatuses privateDnsZoneGroups privateDnsZones privateEndpoints privateLinkServiceProxies privateLinkServices probes publicIPAddresses publicIPPrefixes routes routeTables securityRules serviceAssociationLinks serviceEndpointPolicies subnets trafficManagerProfiles TXT virtualHubs virtualNetworkGateways virtualNetworkLinks virtualNetworkPeerings virtualNetworks virtualWans',
  NotificationHubs: 'authorizationRules namespaces notificationHubs',
  OperationalInsights:
    'analytics clusters dataExports dataSources intelligencePacks linkedServices savedSearches storageInsightConfigs tables workspaces',
  OperationsManagement: 'managementConfigurations solutions',
  PolicyInsights: 'attestations policyStates remediations',
  RecoveryServices:
    'backupConfig backupFabrics backupJobs backupOperationResults backupPolicies backupProtectableItems backupProtectedItems backupProtectionContainers backupProtectionIntent backupResourceGuardProxies backupSecurityPIN backupStorageConfig certificates extendedInformation monitoringAlerts monitoringConfigurations protectedItems protectionContainers recoveryPoints registeredIdentities replicationAlertSettings replicationFabrics replicationJobs replicationPolicies replicationProtectedItems replicationProtectionContainers replicationRecoveryPlans replicationRecoveryServicesProviders replicationVaultSettings storageConfig vaults',
  RedHatOpenShift: 'openShiftClusters',
  Relay: 'authorizationRules hybridConnections namespaces wcfRelays',
  ResourceConnector: 'appliances',
  ResourceHealth: 'availabilityStatuses events impactedResources',
  Resources:
    'dataBoundaries deployments deploymentScripts deploymentStacks deploymentStacksWhatIfResults links templateSpecs versions',
  SaaS: 'resources',
  ScVmm: 'clouds virtualMachineInstances virtualMachines virtualMachineTemplates virtualNetworks vmmServers',
  Search: 'indexes searchServices sharedPrivateLinkResources',
  Security:
    'advancedThreatProtectionSettings alerts alertsSuppressionRules assessments automations autoProvisioningSettings dataScanners defenderForStorageSettings iotDefenderSettings iotSensors jitNetworkAccessPolicies pricings securityConnectors securityContacts settings sqlVulnerabilityAssessments workspaceSettings',
  SecurityInsights:
    'alertRules automationRules bookmarks businessApplicationAgents cases dataConnectors entities incidents indicators systems threatIntelligence watchlists',
  SerialConsole: 'serialPorts',
  ServiceBus: 'authorizationRules namespaces networkRuleSets queues rules topics',
  ServiceNetworking: 'associations frontends trafficControllers',
  SignalRService: 'SignalR webPubSub',
  Solutions: 'applicationDefinitions applications jitRequests',
  Sql: 'administrators advancedThreatProtectionSettings auditingSettings azureADOnlyAuthentications columns currentSensitivityLabels databases dataMaskingPolicies devOpsAuditingSettings elasticPools extendedAuditingSettings externalPolicyBasedAuthorizations failoverGroups firewallRules instanceFailoverGroups ledgerDigestUploads managedInstances recommendedSensitivityLabels rules schemas securityAlertPolicies securityMetrics sensitivityLabels serverConfigurationOptions servers sqlVulnerabilityAssessments tables transparentDataEncryption virtualNetworkRules vulnerabilityAssessments vulnerabilityAssessmentScans vulnerabilityAssessmentSettings',
  SqlVirtualMachine: 'sqlVirtualMachineGroups sqlVirtualMachines',
  Storage:
    'blobServices connectors containers dataManagementRPOperationStatuses dataShares encryptionScopes fileServices immutabilityPolicies inventoryPolicies localUsers managementPolicies objectReplicationPolicies queues queueServices restorePointMarkers shares storageAccounts storageTaskAssignments tables tableServices',
  StorageSync: 'cloudEndpoints deployments registeredServers serverEndpoints storageSyncServices syncGroups',
  StreamAnalytics: 'clusters functions inputs outputs streamingJobs transformations',
  Subscription: 'aliases',
  Support: 'communications fileWorkspaces files services supportTickets',
  Synapse:
    'administrators bigDataPools firewallRules integrationRuntimes keys securityAlertPolicies sqlPools workspaces',
  VideoIndexer: 'accounts',
  VirtualMachineImages: 'imageTemplates',
  Web: 'api apiManagementAccounts appSettings certificates config connectionGateways connections connectorGateways customApis customConnectors functions hostingEnvironments hostNameBindings hostruntime mcpServerConfigs serverFarms sites slots staticSites triggerConfigs triggers web webhooks workflows workflowsConfiguration',
  Workloads: 'connectors monitors sapVirtualInstances',
} as const satisfies Readonly<Record<string, string>>;
