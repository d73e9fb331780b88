import type { RegistrationState, SubscriptionState } from '../model.ts';

/** A resource group: name, region and what its tags say differently from the subscription's. */
export type GroupRow = readonly [name: string, location: string, tags?: Readonly<Record<string, string>>];

/** A subscription of the small estate. What is left out is ordinary: Enabled, direct contract, provider not registered. */
export interface SubscriptionRow {
  /** Makes the id readable: number 3 is 5a000003-0000-4000-8000-000000000003. */
  readonly n: number;
  readonly name: string;
  readonly managementGroup: string;
  readonly tenant?: 'tailspin';
  readonly state?: SubscriptionState;
  readonly quotaId?: string;
  readonly registration?: RegistrationState;
  readonly otherManagingTenants?: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  readonly groups: readonly GroupRow[];
}

const platform = { env: 'prod', costCenter: 'CC-1000', owner: 'platform-team@contoso.example' };
const store = { env: 'prod', costCenter: 'CC-2100', owner: 'web-team@contoso.example' };
const data = { env: 'prod', costCenter: 'CC-2300', owner: 'data-office@contoso.example' };
const factory = { env: 'prod', costCenter: 'CC-3100', owner: 'mes-ops@contoso.example', 부서: '생산기술' };
const people = { env: 'dev', costCenter: 'CC-4200', owner: 'hr-it@contoso.example', 부서: '인사' };
const sandbox = { env: 'sandbox', costCenter: 'CC-9000', owner: 'engineering@contoso.example', expires: '2027-03-31' };

/** Contoso's subscriptions, then Tailspin's. */
export const estateRows: readonly SubscriptionRow[] = [
  {
    n: 1,
    name: 'Platform - Connectivity',
    managementGroup: 'contoso-platform',
    tags: platform,
    groups: [
      ['rg-hub-network-krc', 'koreacentral'],
      ['rg-hub-network-weu', 'westeurope'],
      ['rg-firewall', 'koreacentral'],
      ['rg-dns', 'koreacentral'],
      ['rg-expressroute', 'koreacentral', { owner: 'network@contoso.example' }],
      ['NetworkWatcherRG', 'koreacentral', {}],
    ],
  },
  {
    n: 2,
    name: 'Platform - Management',
    managementGroup: 'contoso-platform',
    registration: 'Registered',
    tags: platform,
    groups: [
      ['rg-log-analytics', 'koreacentral'],
      ['rg-automation', 'koreacentral'],
      ['rg-backup-vaults', 'koreacentral'],
      ['rg-update-management', 'koreacentral'],
    ],
  },
  {
    n: 3,
    name: 'Platform - Identity',
    managementGroup: 'contoso-platform',
    tags: platform,
    groups: [
      ['rg-domain-controllers-krc', 'koreacentral', { owner: 'identity@contoso.example' }],
      ['rg-domain-controllers-weu', 'westeurope', { owner: 'identity@contoso.example' }],
    ],
  },
  {
    n: 4,
    name: 'Online Store - Production',
    managementGroup: 'contoso-production',
    registration: 'Registered',
    tags: store,
    groups: [
      ['rg-store-web-prod', 'koreacentral'],
      ['rg-store-api-prod', 'koreacentral'],
      ['rg-store-orders-prod', 'koreacentral'],
      ['rg-store-payments-prod', 'koreacentral', { owner: 'payments@contoso.example', pci: 'yes' }],
      ['rg-store-search-prod', 'koreacentral'],
      ['rg-store-cdn-prod', 'koreacentral'],
      ['rg-store-monitoring-prod', 'koreacentral'],
      ['AzureBackupRG_koreacentral_1', 'koreacentral', {}],
    ],
  },
  {
    n: 5,
    name: '온라인 스토어 - 운영 (한국)',
    managementGroup: 'contoso-production',
    tags: store,
    groups: [
      ['rg-store-kr-웹', 'koreacentral'],
      ['rg-store-kr-주문', 'koreacentral'],
      ['rg-store-kr-결제', 'koreacentral', { owner: 'payments@contoso.example', pci: 'yes' }],
      ['rg-store-kr-배송추적', 'koreasouth'],
    ],
  },
  {
    n: 6,
    name: 'SAP S/4HANA - Production',
    managementGroup: 'contoso-production',
    tags: { env: 'prod', costCenter: 'CC-2200', owner: 'sap-basis@contoso.example' },
    groups: [
      ['rg-sap-app-prod', 'westeurope'],
      ['rg-sap-hana-prod', 'westeurope'],
      ['rg-sap-hana-dr', 'northeurope'],
    ],
  },
  {
    n: 7,
    name: 'Data and Analytics - Production (EU, long-term retention and regulatory reporting)',
    managementGroup: 'contoso-production',
    tags: data,
    groups: [
      ['rg-datalake-prod', 'westeurope'],
      ['rg-synapse-prod', 'westeurope'],
      ['rg-reporting-prod', 'westeurope'],
      ['rg-databricks-prod', 'westeurope'],
      ['rg-very-long-name-kept-since-the-first-migration-because-renaming-would-break-reports', 'westeurope'],
    ],
  },
  {
    n: 8,
    name: '제조 실행 시스템 - 운영',
    managementGroup: 'contoso-production',
    registration: 'Registered',
    tags: factory,
    groups: [
      ['rg-mes-울산', 'koreasouth'],
      ['rg-mes-창원', 'koreasouth'],
      ['rg-mes-공통', 'koreacentral'],
      ['rg-iot-hub-prod', 'koreacentral'],
    ],
  },
  {
    n: 9,
    name: 'Online Store - Development',
    managementGroup: 'contoso-development',
    tags: { ...store, env: 'dev' },
    groups: Array.from({ length: 12 }, (_, index): GroupRow => [
      `rg-store-feature-${String(index + 1).padStart(2, '0')}`,
      'koreacentral',
    ]),
  },
  {
    n: 10,
    name: 'Data and Analytics - Development',
    managementGroup: 'contoso-development',
    tags: { ...data, env: 'dev' },
    groups: [
      ['rg-datalake-dev', 'westeurope'],
      ['rg-synapse-dev', 'westeurope'],
    ],
  },
  {
    n: 11,
    name: '인사 급여 - 개발/검증',
    managementGroup: 'contoso-development',
    tags: people,
    groups: [
      ['rg-hr-개발', 'koreacentral'],
      ['rg-hr-검증', 'koreacentral', { env: 'test' }],
      ['rg-payroll-interface', 'koreacentral'],
    ],
  },
  {
    n: 12,
    name: 'Branch offices (bought through our reseller)',
    managementGroup: 'contoso-production',
    quotaId: 'CSP_2015-05-01',
    tags: { env: 'prod', costCenter: 'CC-5000', owner: 'branches@contoso.example' },
    groups: [
      ['rg-branch-busan', 'koreasouth'],
      ['rg-branch-osaka', 'japanwest'],
      ['rg-branch-hanoi', 'southeastasia'],
    ],
  },
  {
    n: 13,
    name: 'Datacenter exit (closed)',
    managementGroup: 'contoso-production',
    state: 'Disabled',
    tags: { env: 'prod', costCenter: 'CC-1000' },
    groups: [['rg-migration-archive', 'koreacentral']],
  },
  {
    n: 14,
    name: 'Sandbox - Engineering',
    managementGroup: 'contoso-sandbox',
    quotaId: 'MSDNDevTest_2014-09-01',
    tags: sandbox,
    groups: [
      ['rg-try-containers', 'koreacentral'],
      ['rg-try-openai', 'swedencentral', { owner: 'jiwoo.kim@contoso.example' }],
    ],
  },
  {
    n: 15,
    name: 'Sandbox - 교육',
    managementGroup: 'contoso-sandbox',
    quotaId: 'PayAsYouGo_2014-09-01',
    tags: {},
    groups: [],
  },
  {
    n: 16,
    name: 'Contoso Treasury',
    managementGroup: 'contoso-regulated',
    registration: 'Registered',
    tags: { env: 'prod', costCenter: 'CC-7000', owner: 'seoyun.han@contoso.example', 부서: '재무' },
    groups: [
      ['rg-treasury-core', 'koreacentral'],
      ['rg-treasury-reports', 'koreacentral'],
    ],
  },
  {
    n: 17,
    name: 'Tailspin Toys - Shared services',
    managementGroup: '44444444-4444-4444-8444-444444444444',
    tenant: 'tailspin',
    registration: 'Registered',
    tags: { env: 'prod' },
    groups: [['rg-shared', 'swedencentral']],
  },
  {
    n: 18,
    name: 'Tailspin Toys - Web shop',
    managementGroup: '44444444-4444-4444-8444-444444444444',
    tenant: 'tailspin',
    tags: { env: 'prod' },
    groups: [
      ['rg-webshop', 'swedencentral'],
      ['rg-webshop-data', 'swedencentral'],
    ],
  },
];
