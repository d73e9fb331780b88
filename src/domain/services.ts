import { compareText } from './compareText.ts';

/*
 * Which service does an action belong to? People know services, Azure knows some hundred resource provider namespaces.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/azure-services-resource-providers
 */

/** Namespaces (without `Microsoft.`, lower-case) of each kind of service that people have a word for. */
const namespaces = {
  access: 'authorization',
  advisor: 'advisor resourcehealth',
  ai: 'cognitiveservices machinelearningservices botservice autonomoussystems',
  analytics:
    'analysisservices databricks datafactory datalakeanalytics datalakestore hdinsight kusto powerbidedicated purview streamanalytics synapse',
  apiManagement: 'apimanagement apicenter',
  appConfiguration: 'appconfiguration',
  automation: 'automation automanage maintenance',
  backup: 'dataprotection datareplication recoveryservices',
  batch: 'batch',
  cache: 'cache',
  cdn: 'cdn',
  communication: 'communication',
  compute: 'azurefleet classiccompute compute computeschedule serialconsole virtualmachineimages',
  containers: 'app containerinstance containerregistry',
  cosmosDb: 'documentdb',
  cost: 'billing billingbenefits capacity commerce consumption costmanagement',
  delegation: 'managedservices',
  desktop: 'desktopvirtualization labservices windows365',
  devTools: 'chaos devcenter devtestlab devopsinfrastructure loadtestservice',
  governance: 'features management resourcegraph resources subscription',
  health: 'healthcareapis',
  hybrid:
    'azurearcdata azurestackhci connectedvmwarevsphere extendedlocation hybridcompute hybridconnectivity resourceconnector scvmm',
  identity: 'aad aadiam azureactivedirectory managedidentity',
  iot: 'deviceregistry devices deviceupdate digitaltwins iotcentral iotoperations',
  keyVault: 'keyvault',
  kubernetes: 'containerservice hybridcontainerservice kubernetes kubernetesconfiguration redhatopenshift',
  logicApps: 'logic',
  managedApplications: 'solutions',
  maps: 'maps',
  marketplace: 'marketplace marketplaceordering saas',
  media: 'media videoindexer',
  messaging: 'eventgrid eventhub notificationhubs relay servicebus',
  migration: 'applicationmigration datamigration dependencymap migrate offazure',
  monitoring: 'alertsmanagement changeanalysis dashboard insights monitor operationalinsights operationsmanagement',
  network: 'classicnetwork network servicenetworking',
  openDatabases: 'dbformariadb dbformysql dbforpostgresql',
  policy: 'blueprint guestconfiguration policyinsights',
  sap: 'workloads',
  search: 'search',
  security: 'iotsecurity security',
  sentinel: 'securityinsights',
  signalR: 'signalrservice',
  sql: 'sql sqlvirtualmachine',
  storage: 'classicstorage databox elasticsan netapp storage storagecache storagesync',
  support: 'support',
  vmware: 'avs',
  web: 'certificateregistration domainregistration web',
} as const;

export type ServiceCode = keyof typeof namespaces;
/** A service by its own word, or by the namespace as Azure writes it where no word exists. A code never holds a dot. */
export type Service = ServiceCode | `${string}.${string}`;

const codes = new Map<string, ServiceCode>(
  (Object.keys(namespaces) as ServiceCode[]).flatMap((code) =>
    namespaces[code].split(' ').map((name): [string, ServiceCode] => [`microsoft.${name}`, code]),
  ),
);

/** Every service code. */
export const serviceCodes: readonly ServiceCode[] = Object.keys(namespaces) as ServiceCode[];

/** Whether this is one of the closed set of codes; otherwise it is a namespace. */
export function isServiceCode(service: Service): service is ServiceCode {
  return !service.includes('.');
}

/** The service of an action (`Microsoft.Compute/virtualMachines/read`); `undefined` where the action names none. */
export function serviceOf(action: string): Service | undefined {
  const namespace = action.split('/')[0] ?? '';
  if (!/^[^.*]+\.[^*]+$/.test(namespace)) return undefined;
  return codes.get(namespace.toLowerCase()) ?? (namespace as `${string}.${string}`);
}

/** Each service once (namespaces without regard to case), in a fixed order. */
export function distinctServices(services: readonly Service[]): Service[] {
  // Capital letters sort first; entered last, they win: a namespace shows as Azure writes it.
  const found = new Map(
    services
      .toSorted()
      .toReversed()
      .map((service) => [service.toLowerCase(), service]),
  );
  return [...found].toSorted(([one], [other]) => compareText(one, other)).map(([, service]) => service);
}
