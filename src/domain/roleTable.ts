import type { Finding, ReachCode } from './findings.ts';
import { roleId, type RoleId } from './ids.ts';
import type { Service } from './services.ts';

/*
 * What the app knows by itself about roles that managed service offers use, for when Azure's definitions cannot be read.
 * Whoever shows it says so and names the date.
 * https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
 */

/** The day on which this table was last compared with Azure's definitions (ISO 8601). */
export const roleTableDate = '2026-08-22';

/** Why Azure refuses the role in an offer, where it is known to. */
export type KnownRefusal = 'owner' | 'dataActions' | 'restrictedActions';

export interface TableRole {
  readonly name: string;
  /** Strongest first. */
  readonly findings: readonly [Finding, ...Finding[]];
  readonly refusal?: KnownRefusal;
}

const reach =
  (code: ReachCode) =>
  (...services: Service[]): Finding => ({ code, services });
const secrets = reach('readsSecrets');
const runs = reach('runsCode');
const security = reach('changesSecurity');
const data = reach('dataActions');
const mayReach = reach('mayReachData');
const changes = reach('changesService');
const deletes = reach('deletes');
const reads = reach('readsService');
/** Changes and deletes. */
const manages = (...services: Service[]): [Finding, Finding] => [changes(...services), deletes(...services)];
const handsOutAccess: Finding = { code: 'handsOutAccess' };
const everything: Finding = { code: 'changesEverything' };
const policies: Finding = { code: 'writesPolicies' };
const identities: Finding = { code: 'usesIdentities' };
const readsAll: Finding = { code: 'readsEverything' };
const logs: Finding = { code: 'queriesLogs' };
const support: Finding = { code: 'opensSupport' };
const removesItself: Finding = { code: 'removesItself' };
const allSecrets: Finding = { code: 'readsSecrets', services: 'all' };
const allRuns: Finding = { code: 'runsCode', services: 'all' };
const allSecurity: Finding = { code: 'changesSecurity', services: 'all' };

type Row = readonly [id: string, name: string, findings: readonly [Finding, ...Finding[]], refusal?: KnownRefusal];

const rows: readonly Row[] = [
  [
    '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
    'Owner',
    [handsOutAccess, everything, policies, allSecrets, allRuns, identities],
    'owner',
  ],
  [
    '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9',
    'User Access Administrator',
    [handsOutAccess, policies, readsAll, logs, support],
  ],
  [
    'f58310d9-a9f6-439a-9e8d-f62e7b41a168',
    'Role Based Access Control Administrator',
    [handsOutAccess, readsAll, logs, support],
    'restrictedActions',
  ],
  [
    'b24988ac-6180-42a0-ab88-20f7382dd24c',
    'Contributor',
    [everything, allSecrets, allRuns, identities, allSecurity, logs],
  ],
  [
    '36243c78-bf99-498c-9df9-86d9f8d28608',
    'Resource Policy Contributor',
    [policies, ...manages('access', 'policy'), readsAll, logs, support],
  ],
  [
    'fb1c8493-542b-48eb-b624-b4c8fea62acd',
    'Security Admin',
    [
      policies,
      mayReach('Microsoft.IoTFirmwareDefense'),
      ...manages('access', 'security'),
      reads('monitoring'),
      logs,
      support,
    ],
  ],
  ['437d2ced-4a38-4302-8479-ed2bcb43d090', 'Blueprint Operator', [policies, ...manages('policy'), support]],

  [
    '9980e02c-c2be-4d73-94e8-173b1dc7cf3c',
    'Virtual Machine Contributor',
    [secrets('storage'), runs('compute'), ...manages('backup', 'compute', 'network', 'sql'), support],
  ],
  [
    'd73bb868-a0df-4d4d-bd69-98a00b01fccb',
    'Classic Virtual Machine Contributor',
    [secrets('storage'), runs('compute'), changes('compute', 'network', 'storage'), deletes('compute'), support],
  ],
  [
    '17d1049b-9a84-46fb-8f53-869881c3d3ab',
    'Storage Account Contributor',
    [secrets('storage'), ...manages('monitoring', 'storage'), support],
  ],
  [
    '81a9662b-bebf-436f-a333-f67b29880f12',
    'Storage Account Key Operator Service Role',
    [secrets('storage'), changes('storage')],
  ],
  ['c12c1c16-33a1-487b-954d-41c89c60f349', 'Reader and Data Access', [secrets('storage'), reads('storage')]],
  [
    'f25e0fa2-a7c8-4377-a976-54943a77a395',
    'Key Vault Contributor',
    [secrets('keyVault'), ...manages('keyVault'), support],
  ],
  [
    'ed7f3fbd-7b88-4dd4-9017-9adb7ce333f8',
    'Azure Kubernetes Service Contributor Role',
    [secrets('kubernetes'), runs('kubernetes'), ...manages('kubernetes')],
  ],
  [
    '0ab0b1a8-8aac-4efd-b8c2-3ee1fb270be8',
    'Azure Kubernetes Service Cluster Admin Role',
    [secrets('kubernetes'), runs('kubernetes'), changes('kubernetes')],
  ],
  [
    '4abbcc35-e782-43d8-92c5-2d3f1bd2253f',
    'Azure Kubernetes Service Cluster User Role',
    [secrets('kubernetes'), reads('kubernetes')],
  ],
  [
    'de139f84-1756-47ae-9be6-808fbbe84772',
    'Website Contributor',
    [secrets('web'), runs('web'), mayReach('monitoring'), ...manages('monitoring', 'web'), support],
  ],
  [
    'f353d9bd-d4a6-484e-a77a-8050b599b867',
    'Automation Contributor',
    [secrets('automation', 'monitoring'), runs('automation'), ...manages('automation', 'monitoring'), support],
  ],
  ['d3881f73-407a-4167-8283-e981cbba0404', 'Automation Operator', [runs('automation'), changes('automation'), support]],
  [
    '4fe576fe-1146-4730-92eb-48519fa6bf9f',
    'Automation Job Operator',
    [runs('automation'), changes('automation'), support],
  ],
  ['f1a07417-d97a-45cb-824c-7a7467783830', 'Managed Identity Operator', [identities, changes('identity'), support]],
  [
    'e40ec5ca-96e0-45a2-b4ff-59039f2c2b59',
    'Managed Identity Contributor',
    [identities, ...manages('identity'), support],
  ],
  [
    '87a39d53-fc1b-424a-814c-f7e04687dc9e',
    'Logic App Contributor',
    [secrets('logicApps', 'storage', 'web'), runs('logicApps'), ...manages('logicApps', 'monitoring', 'web'), support],
  ],
  [
    'f4c81013-99ee-4d62-a7ee-b3f1f648599a',
    'Microsoft Sentinel Automation Contributor',
    [secrets('logicApps', 'web'), reads('logicApps', 'web')],
  ],
  [
    '51d6186e-6489-4900-b93f-92e23144cca5',
    'Microsoft Sentinel Playbook Operator',
    [secrets('logicApps', 'web'), reads('logicApps', 'web')],
  ],
  [
    '749f88d5-cbae-40b8-bcfc-e573ddc772fa',
    'Monitoring Contributor',
    [secrets('monitoring'), ...manages('monitoring'), readsAll, logs, support],
  ],
  [
    'ae349356-3a1b-4a5e-921d-050484c6347e',
    'Application Insights Component Contributor',
    [mayReach('monitoring'), ...manages('monitoring'), support],
  ],
  [
    '92aaf0da-9dab-42b6-94a3-d43ce8d16293',
    'Log Analytics Contributor',
    [
      secrets('monitoring', 'storage'),
      runs('compute', 'hybrid'),
      data('monitoring'),
      ...manages('compute', 'monitoring'),
      readsAll,
      logs,
      support,
    ],
    'dataActions',
  ],
  [
    '73c42c96-874c-492b-b04d-ab87d138a893',
    'Log Analytics Reader',
    [data('monitoring'), readsAll, logs, support],
    'dataActions',
  ],
  [
    'cd570a14-e51a-42ad-bac8-bafd67325302',
    'Azure Connected Machine Resource Administrator',
    [runs('hybrid'), ...manages('hybrid')],
  ],
  [
    'b64e21ea-ac4e-4cdf-9dc9-5b892992bee7',
    'Azure Connected Machine Onboarding',
    [runs('hybrid'), changes('hybrid', 'monitoring'), reads('policy')],
  ],
  [
    '6d8ee4ec-f05a-4a1d-8b00-a9b17e38b437',
    'SQL Server Contributor',
    [security('sql'), ...manages('sql'), reads('monitoring'), support],
  ],
  [
    '056cd41c-7e88-42e1-933e-88ba6a50c9c3',
    'SQL Security Manager',
    [security('sql'), ...manages('security', 'sql'), support],
  ],
  [
    '4939a1f6-9ae0-4e48-a1e0-f2cbe897382d',
    'SQL Managed Instance Contributor',
    [security('sql'), ...manages('network', 'sql'), reads('monitoring'), support],
  ],
  [
    'fbdf93bf-df7d-467e-a4d2-9458aa1360c8',
    'Cosmos DB Account Reader Role',
    [secrets('cosmosDb'), reads('cosmosDb', 'monitoring'), support],
  ],
  [
    '5bd9cd88-fe45-4216-938b-f97437e15450',
    'DocumentDB Account Contributor',
    [secrets('cosmosDb'), ...manages('cosmosDb'), support],
  ],
  ['e0f68234-74aa-48ed-b826-c38b57376e17', 'Redis Cache Contributor', [secrets('cache'), ...manages('cache'), support]],
  [
    '312a565d-c81f-4fd8-895a-4e21e48d571c',
    'API Management Service Contributor',
    [secrets('apiManagement'), ...manages('apiManagement'), support],
  ],
  [
    '673868aa-7521-48a0-acc6-0f60742d39f5',
    'Data Factory Contributor',
    [secrets('analytics'), runs('analytics'), ...manages('analytics'), support],
  ],
  [
    '7ca78c08-252a-4471-8644-bb5ff32d4ba0',
    'Search Service Contributor',
    [secrets('search'), ...manages('search'), support],
  ],
  [
    '082f0a83-3be5-4ba1-904c-961cca79b387',
    'Desktop Virtualization Contributor',
    [secrets('desktop'), ...manages('desktop'), support],
  ],

  ['4d97b98b-1d4f-4787-a291-c67834d212e7', 'Network Contributor', [...manages('network'), support]],
  ['befefa01-2a29-4197-83a8-272ff33ce314', 'DNS Zone Contributor', [...manages('network'), support]],
  ['b12aa53e-6015-4669-85d0-8515ebb3ae7f', 'Private DNS Zone Contributor', [...manages('network'), support]],
  ['a4b10055-b0c7-44c2-b00f-c7b5b3550cf7', 'Traffic Manager Contributor', [...manages('network'), support]],
  ['ec156ff8-a8d1-4d15-830c-5b80698ca432', 'CDN Profile Contributor', [...manages('cdn'), support]],
  [
    '5e467623-bb1f-42f4-a55d-6e525e11384b',
    'Backup Contributor',
    [...manages('backup'), reads('network', 'storage'), support],
  ],
  [
    '00c29273-979b-4161-815c-10b084fb9324',
    'Backup Operator',
    [...manages('backup'), reads('network', 'storage'), support],
  ],
  [
    '6670b86e-a3f7-4917-ac9b-5d6ab1be4567',
    'Site Recovery Contributor',
    [...manages('backup'), reads('network', 'storage'), support],
  ],
  [
    '494ae006-db33-4328-bf46-533a6560a3ca',
    'Site Recovery Operator',
    [...manages('backup'), reads('network', 'storage'), support],
  ],
  [
    'e5e2a7ff-d759-4cd2-bb51-3152d37e2eb1',
    'Storage Account Backup Contributor',
    [...manages('access', 'storage'), reads('governance')],
    'restrictedActions',
  ],
  ['9b7fa17d-e63e-47b0-bb0a-15c516ac86ec', 'SQL DB Contributor', [...manages('sql'), reads('monitoring'), support]],
  [
    'ab8e14d6-4a74-4a29-9ba8-549422addade',
    'Microsoft Sentinel Contributor',
    [...manages('monitoring', 'sentinel'), logs, support],
  ],
  [
    '3e150937-b8fe-4cfb-8069-0eaf05ecd056',
    'Microsoft Sentinel Responder',
    [...manages('sentinel'), reads('monitoring'), logs, support],
  ],
  ['4a9ae827-6dc8-4573-8ac7-8239d42aa03f', 'Tag Contributor', [...manages('governance'), support]],
  ['e8ddcd69-c73f-4f9f-9844-4100522f16ad', 'Workbook Contributor', [...manages('monitoring')]],
  ['2cc479cb-7b4d-49a8-b449-8c00fd0f0a4b', 'Web Plan Contributor', [...manages('monitoring', 'web'), support]],
  [
    '515c2055-d9d4-4321-b1b9-bd0c9a0f79fe',
    'Logic App Operator',
    [changes('logicApps'), reads('monitoring', 'web'), support],
  ],
  [
    '434105ed-43f6-45c7-a02f-909b2ba83430',
    'Cost Management Contributor',
    [...manages('cost'), reads('advisor'), support],
  ],
  ['cd08ab90-6b14-449c-ad9a-8f8e549482c6', 'Scheduled Patching Contributor', [...manages('automation')]],

  ['acdd72a7-3385-48ef-bd42-f606fba81ae7', 'Reader', [readsAll, logs]],
  ['43d0d8ad-25c7-4714-9337-8ba259a9fe05', 'Monitoring Reader', [readsAll, logs, support]],
  ['39bc4728-0917-49c7-9d2c-d95423bc2eb4', 'Security Reader', [reads('monitoring', 'security'), logs, support]],
  [
    '8d289c81-5878-46d4-8554-54e1e3d8b5cb',
    'Microsoft Sentinel Reader',
    [reads('governance', 'monitoring', 'sentinel'), logs, support],
  ],
  ['a795c7a0-d4a2-40c1-ae25-d81f01202912', 'Backup Reader', [reads('backup')]],
  ['dbaa88c4-0c30-4179-9fb3-46319faa6149', 'Site Recovery Reader', [reads('backup'), support]],
  ['72fafb9e-0641-4937-9268-a91bfd8191a3', 'Cost Management Reader', [reads('advisor', 'cost'), support]],
  ['fa23ad8b-c56e-40d8-ac0c-ce449e1d2c64', 'Billing Reader', [reads('cost'), support]],
  ['b279062a-9be3-42a0-92ae-8b3cf002ec4d', 'Workbook Reader', [reads('monitoring')]],
  ['49a72310-ab8d-41df-bbb0-79b649203868', 'Desktop Virtualization Reader', [reads('desktop'), support]],
  ['cfd33db0-3dd1-45e3-aa9d-cdbdf3b6f24e', 'Support Request Contributor', [support]],
  ['91c1777a-f3dc-4fae-b103-61d183457e46', 'Managed Services Registration assignment Delete Role', [removesItself]],
];

const table: ReadonlyMap<RoleId, TableRole> = new Map(
  rows.map(([id, name, findings, refusal]): [RoleId, TableRole] => [
    roleId(id),
    refusal === undefined ? { name, findings } : { name, findings, refusal },
  ]),
);

/** What the app knows by itself about a role; `undefined` for all others. */
export function roleFromTable(id: RoleId): TableRole | undefined {
  return table.get(id);
}

/** The roles in the table. */
export const tableRoleIds: readonly RoleId[] = [...table.keys()];
