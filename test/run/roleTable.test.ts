import { describe, expect, it } from 'vitest';
import { levelOfCode, type AccessLevel } from '../../src/domain/findings.ts';
import { builtInRoles } from '../emulator/worlds/roleCatalog.ts';
import { classify, rolesIn, tooLow } from './roleTable.ts';

/*
 * Every role of the catalogue, with the level and the sentence that a person reads about it. This table is there to be read:
 * a change of it is a change of what reviewers are told.
 */
const table: readonly (readonly [AccessLevel, string, string, string])[] = [
  [
    5,
    'Owner',
    'Can give anybody any role here, create, change or delete almost anything and set rules that everything here must follow.',
    '누구에게나 역할 부여, 거의 모든 항목 만들기, 변경 및 삭제, 모든 리소스가 따라야 하는 정책 설정이 가능합니다.',
  ],
  [
    5,
    'Reservations Administrator',
    'Can give anybody any role here, change access control and cost and billing and delete access control.',
    '누구에게나 역할 부여, 액세스 제어 및 비용 및 청구 변경, 액세스 제어 삭제가 가능합니다.',
  ],
  [
    5,
    'Role Based Access Control Administrator',
    'Can give anybody any role here, change access control and delete access control.',
    '누구에게나 역할 부여, 액세스 제어 변경, 액세스 제어 삭제가 가능합니다.',
  ],
  [
    5,
    'User Access Administrator',
    'Can give anybody any role here, set rules that everything here must follow and change access control.',
    '누구에게나 역할 부여, 모든 리소스가 따라야 하는 정책 설정, 액세스 제어 변경이 가능합니다.',
  ],
  [
    4,
    'Contributor',
    'Can create, change or delete almost anything, obtain keys that open data in every service and run commands or programs in every service.',
    '거의 모든 항목 만들기, 변경 및 삭제, 모든 서비스의 데이터를 여는 키 가져오기, 모든 서비스에서 명령 또는 프로그램 실행이 가능합니다.',
  ],
  [
    4,
    'Resource Policy Contributor',
    'Can set rules that everything here must follow, change access control and policy compliance and delete access control and policy compliance.',
    '모든 리소스가 따라야 하는 정책 설정, 액세스 제어 및 정책 준수 변경, 액세스 제어 및 정책 준수 삭제가 가능합니다.',
  ],
  [
    4,
    'Security Admin',
    'Can set rules that everything here must follow, do things this app does not know and use every right on Microsoft.IoTFirmwareDefense, perhaps also on the data.',
    '모든 리소스가 따라야 하는 정책 설정, 이 앱이 알지 못하는 작업, Microsoft.IoTFirmwareDefense의 모든 권한(데이터 포함 가능) 사용이 가능합니다.',
  ],
  [
    3,
    'Application Insights Component Contributor',
    'Can use every right on monitoring, perhaps also on the data, change monitoring and delete monitoring.',
    '모니터링의 모든 권한(데이터 포함 가능) 사용, 모니터링 변경, 모니터링 삭제가 가능합니다.',
  ],
  [
    3,
    'Automation Contributor',
    'Can obtain keys that open data in Automation and monitoring, run commands or programs in Automation and change Automation and monitoring.',
    'Automation 및 모니터링의 데이터를 여는 키 가져오기, Automation에서 명령 또는 프로그램 실행, Automation 및 모니터링 변경이 가능합니다.',
  ],
  [
    3,
    'Automation Operator',
    'Can run commands or programs in Automation, change Automation and open support requests.',
    'Automation에서 명령 또는 프로그램 실행, Automation 변경, 지원 요청 만들기가 가능합니다.',
  ],
  [
    3,
    'Azure Connected Machine Onboarding',
    'Can run commands or programs in Azure Arc machines, change Azure Arc machines and monitoring and delete monitoring.',
    'Azure Arc 머신에서 명령 또는 프로그램 실행, Azure Arc 머신 및 모니터링 변경, 모니터링 삭제가 가능합니다.',
  ],
  [
    3,
    'Azure Connected Machine Resource Administrator',
    'Can run commands or programs in Azure Arc machines, change Azure Arc machines and delete Azure Arc machines.',
    'Azure Arc 머신에서 명령 또는 프로그램 실행, Azure Arc 머신 변경, Azure Arc 머신 삭제가 가능합니다.',
  ],
  [
    3,
    'Azure Kubernetes Service Cluster Admin Role',
    'Can obtain keys that open data in Kubernetes, run commands or programs in Kubernetes and change Kubernetes.',
    'Kubernetes의 데이터를 여는 키 가져오기, Kubernetes에서 명령 또는 프로그램 실행, Kubernetes 변경이 가능합니다.',
  ],
  [
    3,
    'Azure Kubernetes Service Cluster User Role',
    'Can obtain keys that open data in Kubernetes and see the settings of Kubernetes.',
    'Kubernetes의 데이터를 여는 키 가져오기, Kubernetes 설정 보기가 가능합니다.',
  ],
  [
    3,
    'Azure Kubernetes Service Contributor Role',
    'Can obtain keys that open data in Kubernetes, run commands or programs in Kubernetes and change Kubernetes.',
    'Kubernetes의 데이터를 여는 키 가져오기, Kubernetes에서 명령 또는 프로그램 실행, Kubernetes 변경이 가능합니다.',
  ],
  [
    3,
    'Data Factory Contributor',
    'Can obtain keys that open data in analytics services, run commands or programs in analytics services and change analytics services and messaging services.',
    '분석 서비스의 데이터를 여는 키 가져오기, 분석 서비스에서 명령 또는 프로그램 실행, 분석 서비스 및 메시징 서비스 변경이 가능합니다.',
  ],
  [
    3,
    'Desktop Virtualization Contributor',
    'Can obtain keys that open data in virtual desktops, change virtual desktops and delete virtual desktops.',
    '가상 데스크톱의 데이터를 여는 키 가져오기, 가상 데스크톱 변경, 가상 데스크톱 삭제가 가능합니다.',
  ],
  [
    3,
    'Disk Backup Reader',
    'Can obtain keys that open data in virtual machines and see the settings of virtual machines.',
    '가상 머신의 데이터를 여는 키 가져오기, 가상 머신 설정 보기가 가능합니다.',
  ],
  [
    3,
    'DocumentDB Account Contributor',
    'Can obtain keys that open data in Cosmos DB, change Cosmos DB and networks and delete Cosmos DB.',
    'Cosmos DB의 데이터를 여는 키 가져오기, Cosmos DB 및 네트워크 변경, Cosmos DB 삭제가 가능합니다.',
  ],
  [
    3,
    'Key Vault Administrator',
    'Can work on the data itself in Key Vault, see the settings of Key Vault and open support requests.',
    'Key Vault의 데이터 직접 사용, Key Vault 설정 보기, 지원 요청 만들기가 가능합니다.',
  ],
  [
    3,
    'Key Vault Contributor',
    'Can obtain keys that open data in Key Vault, change Key Vault and delete Key Vault.',
    'Key Vault의 데이터를 여는 키 가져오기, Key Vault 변경, Key Vault 삭제가 가능합니다.',
  ],
  [
    3,
    'Key Vault Secrets User',
    'Can work on the data itself in Key Vault.',
    'Key Vault의 데이터 직접 사용이 가능합니다.',
  ],
  [
    3,
    'Log Analytics Contributor',
    'Can obtain keys that open data in monitoring and storage, run commands or programs in virtual machines and Azure Arc machines and work on the data itself in monitoring.',
    '모니터링 및 스토리지의 데이터를 여는 키 가져오기, 가상 머신 및 Azure Arc 머신에서 명령 또는 프로그램 실행, 모니터링의 데이터 직접 사용이 가능합니다.',
  ],
  [
    3,
    'Log Analytics Reader',
    'Can work on the data itself in monitoring, see all settings and search logs, which may hold personal data.',
    '모니터링의 데이터 직접 사용, 모든 설정 보기, 개인 정보가 포함될 수 있는 로그 검색이 가능합니다.',
  ],
  [
    3,
    'Logic App Contributor',
    'Can obtain keys that open data in Logic Apps, storage and web apps, run commands or programs in Logic Apps and change Logic Apps, monitoring and web apps.',
    'Logic Apps, 스토리지 및 웹앱의 데이터를 여는 키 가져오기, Logic Apps에서 명령 또는 프로그램 실행, Logic Apps, 모니터링 및 웹앱 변경이 가능합니다.',
  ],
  [
    3,
    'Managed Identity Contributor',
    'Can act in the name of managed identities, change managed identities and delete managed identities.',
    '관리 ID의 이름으로 작업, 관리 ID 변경, 관리 ID 삭제가 가능합니다.',
  ],
  [
    3,
    'Managed Identity Operator',
    'Can act in the name of managed identities, change managed identities and open support requests.',
    '관리 ID의 이름으로 작업, 관리 ID 변경, 지원 요청 만들기가 가능합니다.',
  ],
  [
    3,
    'Monitoring Contributor',
    'Can obtain keys that open data in monitoring, change monitoring and delete monitoring.',
    '모니터링의 데이터를 여는 키 가져오기, 모니터링 변경, 모니터링 삭제가 가능합니다.',
  ],
  [
    3,
    'Reader and Data Access',
    'Can obtain keys that open data in storage and see the settings of storage.',
    '스토리지의 데이터를 여는 키 가져오기, 스토리지 설정 보기가 가능합니다.',
  ],
  [
    3,
    'Redis Cache Contributor',
    'Can obtain keys that open data in Redis caches, change Redis caches and delete Redis caches.',
    'Redis 캐시의 데이터를 여는 키 가져오기, Redis 캐시 변경, Redis 캐시 삭제가 가능합니다.',
  ],
  [
    3,
    'SQL Security Manager',
    'Can change who administers SQL databases, or what is recorded, change networks, Defender for Cloud and SQL databases and delete Defender for Cloud and SQL databases.',
    'SQL 데이터베이스의 관리자 또는 감사 설정 변경, 네트워크, Defender for Cloud 및 SQL 데이터베이스 변경, Defender for Cloud 및 SQL 데이터베이스 삭제가 가능합니다.',
  ],
  [
    3,
    'SQL Server Contributor',
    'Can change who administers SQL databases, or what is recorded, change SQL databases and delete SQL databases.',
    'SQL 데이터베이스의 관리자 또는 감사 설정 변경, SQL 데이터베이스 변경, SQL 데이터베이스 삭제가 가능합니다.',
  ],
  [
    3,
    'Storage Account Contributor',
    'Can obtain keys that open data in storage, change monitoring, networks and storage and delete monitoring and storage.',
    '스토리지의 데이터를 여는 키 가져오기, 모니터링, 네트워크 및 스토리지 변경, 모니터링 및 스토리지 삭제가 가능합니다.',
  ],
  [
    3,
    'Storage Account Key Operator Service Role',
    'Can obtain keys that open data in storage and change storage.',
    '스토리지의 데이터를 여는 키 가져오기, 스토리지 변경이 가능합니다.',
  ],
  [
    3,
    'Storage Blob Data Contributor',
    'Can obtain keys that open data in storage, work on the data itself in storage and change storage.',
    '스토리지의 데이터를 여는 키 가져오기, 스토리지의 데이터 직접 사용, 스토리지 변경이 가능합니다.',
  ],
  [
    3,
    'Storage Blob Data Reader',
    'Can obtain keys that open data in storage, work on the data itself in storage and see the settings of storage.',
    '스토리지의 데이터를 여는 키 가져오기, 스토리지의 데이터 직접 사용, 스토리지 설정 보기가 가능합니다.',
  ],
  [
    3,
    'Virtual Machine Administrator Login',
    'Can obtain keys that open data in Azure Arc machines, work on the data itself in virtual machines and Azure Arc machines and see the settings of virtual machines, Azure Arc machines and networks.',
    'Azure Arc 머신의 데이터를 여는 키 가져오기, 가상 머신 및 Azure Arc 머신의 데이터 직접 사용, 가상 머신, Azure Arc 머신 및 네트워크 설정 보기가 가능합니다.',
  ],
  [
    3,
    'Virtual Machine Contributor',
    'Can obtain keys that open data in storage, run commands or programs in virtual machines and change backups, virtual machines, development tools, networks and 1 other service.',
    '스토리지의 데이터를 여는 키 가져오기, 가상 머신에서 명령 또는 프로그램 실행, 백업, 가상 머신, 개발 도구, 네트워크 및 그 밖의 서비스 1개 변경이 가능합니다.',
  ],
  [
    3,
    'Website Contributor',
    'Can obtain keys that open data in web apps, run commands or programs in web apps and use every right on monitoring, perhaps also on the data.',
    '웹앱의 데이터를 여는 키 가져오기, 웹앱에서 명령 또는 프로그램 실행, 모니터링의 모든 권한(데이터 포함 가능) 사용이 가능합니다.',
  ],
  [2, 'AcrPush', 'Can change containers.', '컨테이너 변경이 가능합니다.'],
  [
    2,
    'Backup Contributor',
    'Can change backups, delete backups and see the settings of networks and storage.',
    '백업 변경, 백업 삭제, 네트워크 및 스토리지 설정 보기가 가능합니다.',
  ],
  [
    2,
    'Backup Operator',
    'Can change backups, delete backups and see the settings of networks and storage.',
    '백업 변경, 백업 삭제, 네트워크 및 스토리지 설정 보기가 가능합니다.',
  ],
  [
    2,
    'CDN Profile Contributor',
    'Can change CDN, delete CDN and open support requests.',
    'CDN 변경, CDN 삭제, 지원 요청 만들기가 가능합니다.',
  ],
  [
    2,
    'Cost Management Contributor',
    'Can change cost and billing, delete cost and billing and see the settings of Advisor.',
    '비용 및 청구 변경, 비용 및 청구 삭제, Advisor 설정 보기가 가능합니다.',
  ],
  [
    2,
    'DNS Zone Contributor',
    'Can change networks, delete networks and open support requests.',
    '네트워크 변경, 네트워크 삭제, 지원 요청 만들기가 가능합니다.',
  ],
  [
    2,
    'Logic App Operator',
    'Can change Logic Apps, see the settings of monitoring and web apps and open support requests.',
    'Logic Apps 변경, 모니터링 및 웹앱 설정 보기, 지원 요청 만들기가 가능합니다.',
  ],
  [
    2,
    'Management Group Contributor',
    'Can change resource groups and tags and delete resource groups and tags.',
    '리소스 그룹 및 태그 변경, 리소스 그룹 및 태그 삭제가 가능합니다.',
  ],
  [
    2,
    'Microsoft Sentinel Contributor',
    'Can change monitoring and Microsoft Sentinel, delete monitoring and Microsoft Sentinel and search logs, which may hold personal data.',
    '모니터링 및 Microsoft Sentinel 변경, 모니터링 및 Microsoft Sentinel 삭제, 개인 정보가 포함될 수 있는 로그 검색이 가능합니다.',
  ],
  [
    2,
    'Microsoft Sentinel Responder',
    'Can change Microsoft Sentinel, delete Microsoft Sentinel and see the settings of monitoring.',
    'Microsoft Sentinel 변경, Microsoft Sentinel 삭제, 모니터링 설정 보기가 가능합니다.',
  ],
  [
    2,
    'Network Contributor',
    'Can change networks, delete networks and open support requests.',
    '네트워크 변경, 네트워크 삭제, 지원 요청 만들기가 가능합니다.',
  ],
  [
    2,
    'Private DNS Zone Contributor',
    'Can change networks, delete networks and open support requests.',
    '네트워크 변경, 네트워크 삭제, 지원 요청 만들기가 가능합니다.',
  ],
  [
    2,
    'Site Recovery Contributor',
    'Can change backups, delete backups and see the settings of networks and storage.',
    '백업 변경, 백업 삭제, 네트워크 및 스토리지 설정 보기가 가능합니다.',
  ],
  [
    2,
    'Site Recovery Operator',
    'Can change backups, delete backups and see the settings of networks and storage.',
    '백업 변경, 백업 삭제, 네트워크 및 스토리지 설정 보기가 가능합니다.',
  ],
  [
    2,
    'SQL DB Contributor',
    'Can change SQL databases, delete SQL databases and see the settings of monitoring.',
    'SQL 데이터베이스 변경, SQL 데이터베이스 삭제, 모니터링 설정 보기가 가능합니다.',
  ],
  [
    2,
    'Tag Contributor',
    'Can change resource groups and tags, delete resource groups and tags and open support requests.',
    '리소스 그룹 및 태그 변경, 리소스 그룹 및 태그 삭제, 지원 요청 만들기가 가능합니다.',
  ],
  [
    2,
    'Traffic Manager Contributor',
    'Can change networks, delete networks and open support requests.',
    '네트워크 변경, 네트워크 삭제, 지원 요청 만들기가 가능합니다.',
  ],
  [
    2,
    'Web Plan Contributor',
    'Can change monitoring and web apps, delete monitoring and web apps and open support requests.',
    '모니터링 및 웹앱 변경, 모니터링 및 웹앱 삭제, 지원 요청 만들기가 가능합니다.',
  ],
  [1, 'AcrPull', 'Can see the settings of containers.', '컨테이너 설정 보기가 가능합니다.'],
  [1, 'Backup Reader', 'Can see the settings of backups.', '백업 설정 보기가 가능합니다.'],
  [
    1,
    'Billing Reader',
    'Can see the settings of cost and billing and open support requests.',
    '비용 및 청구 설정 보기, 지원 요청 만들기가 가능합니다.',
  ],
  [
    1,
    'Cost Management Reader',
    'Can see the settings of Advisor and cost and billing and open support requests.',
    'Advisor 및 비용 및 청구 설정 보기, 지원 요청 만들기가 가능합니다.',
  ],
  [
    1,
    'Management Group Reader',
    'Can see the settings of resource groups and tags.',
    '리소스 그룹 및 태그 설정 보기가 가능합니다.',
  ],
  [
    1,
    'Microsoft Sentinel Reader',
    'Can see the settings of resource groups and tags, monitoring and Microsoft Sentinel, search logs, which may hold personal data and open support requests.',
    '리소스 그룹 및 태그, 모니터링 및 Microsoft Sentinel 설정 보기, 개인 정보가 포함될 수 있는 로그 검색, 지원 요청 만들기가 가능합니다.',
  ],
  [
    1,
    'Monitoring Reader',
    'Can see all settings, search logs, which may hold personal data and open support requests.',
    '모든 설정 보기, 개인 정보가 포함될 수 있는 로그 검색, 지원 요청 만들기가 가능합니다.',
  ],
  [
    1,
    'Reader',
    'Can see all settings and search logs, which may hold personal data.',
    '모든 설정 보기, 개인 정보가 포함될 수 있는 로그 검색이 가능합니다.',
  ],
  [
    1,
    'Security Reader',
    'Can see the settings of monitoring and Defender for Cloud, search logs, which may hold personal data and open support requests.',
    '모니터링 및 Defender for Cloud 설정 보기, 개인 정보가 포함될 수 있는 로그 검색, 지원 요청 만들기가 가능합니다.',
  ],
  [
    1,
    'Site Recovery Reader',
    'Can see the settings of backups and open support requests.',
    '백업 설정 보기, 지원 요청 만들기가 가능합니다.',
  ],
  [1, 'Workbook Reader', 'Can see the settings of monitoring.', '모니터링 설정 보기가 가능합니다.'],
  [
    0,
    'Managed Services Registration assignment Delete Role',
    'Can end its own access.',
    '자신의 액세스 종료가 가능합니다.',
  ],
  [0, 'Support Request Contributor', 'Can open support requests.', '지원 요청 만들기가 가능합니다.'],
];

/** The roles that security reviewers ask about, with their ids in Azure: strongest first. */
const asked: readonly (readonly [AccessLevel, string])[] = [
  [5, '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'], // Owner
  [5, 'f58310d9-a9f6-439a-9e8d-f62e7b41a168'], // Role Based Access Control Administrator
  [5, '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9'], // User Access Administrator
  [4, 'b24988ac-6180-42a0-ab88-20f7382dd24c'], // Contributor
  [4, '36243c78-bf99-498c-9df9-86d9f8d28608'], // Resource Policy Contributor
  [4, 'fb1c8493-542b-48eb-b624-b4c8fea62acd'], // Security Admin
  [3, '9980e02c-c2be-4d73-94e8-173b1dc7cf3c'], // Virtual Machine Contributor
  [3, '17d1049b-9a84-46fb-8f53-869881c3d3ab'], // Storage Account Contributor
  [3, '81a9662b-bebf-436f-a333-f67b29880f12'], // Storage Account Key Operator Service Role
  [3, 'c12c1c16-33a1-487b-954d-41c89c60f349'], // Reader and Data Access
  [3, 'f25e0fa2-a7c8-4377-a976-54943a77a395'], // Key Vault Contributor
  [3, 'ed7f3fbd-7b88-4dd4-9017-9adb7ce333f8'], // Azure Kubernetes Service Contributor Role
  [3, '0ab0b1a8-8aac-4efd-b8c2-3ee1fb270be8'], // Azure Kubernetes Service Cluster Admin Role
  [3, 'de139f84-1756-47ae-9be6-808fbbe84772'], // Website Contributor
  [3, 'f353d9bd-d4a6-484e-a77a-8050b599b867'], // Automation Contributor
  [3, 'd3881f73-407a-4167-8283-e981cbba0404'], // Automation Operator
  [3, 'f1a07417-d97a-45cb-824c-7a7467783830'], // Managed Identity Operator
  [3, '87a39d53-fc1b-424a-814c-f7e04687dc9e'], // Logic App Contributor
  [3, '749f88d5-cbae-40b8-bcfc-e573ddc772fa'], // Monitoring Contributor
  [3, 'cd570a14-e51a-42ad-bac8-bafd67325302'], // Azure Connected Machine Resource Administrator
  [3, '6d8ee4ec-f05a-4a1d-8b00-a9b17e38b437'], // SQL Server Contributor
  [3, '056cd41c-7e88-42e1-933e-88ba6a50c9c3'], // SQL Security Manager
  [2, '4d97b98b-1d4f-4787-a291-c67834d212e7'], // Network Contributor
  [2, '5e467623-bb1f-42f4-a55d-6e525e11384b'], // Backup Contributor
  [2, '9b7fa17d-e63e-47b0-bb0a-15c516ac86ec'], // SQL DB Contributor
  [2, 'befefa01-2a29-4197-83a8-272ff33ce314'], // DNS Zone Contributor
  [2, 'ab8e14d6-4a74-4a29-9ba8-549422addade'], // Microsoft Sentinel Contributor
  [2, '4a9ae827-6dc8-4573-8ac7-8239d42aa03f'], // Tag Contributor
  [2, '6670b86e-a3f7-4917-ac9b-5d6ab1be4567'], // Site Recovery Contributor
  [1, 'acdd72a7-3385-48ef-bd42-f606fba81ae7'], // Reader
  [1, '43d0d8ad-25c7-4714-9337-8ba259a9fe05'], // Monitoring Reader
  [1, '39bc4728-0917-49c7-9d2c-d95423bc2eb4'], // Security Reader
  [1, '8d289c81-5878-46d4-8554-54e1e3d8b5cb'], // Microsoft Sentinel Reader
  [1, 'a795c7a0-d4a2-40c1-ae25-d81f01202912'], // Backup Reader
  [1, '72fafb9e-0641-4937-9268-a91bfd8191a3'], // Cost Management Reader
  [1, 'fa23ad8b-c56e-40d8-ac0c-ce449e1d2c64'], // Billing Reader
  [0, 'cfd33db0-3dd1-45e3-aa9d-cdbdf3b6f24e'], // Support Request Contributor
];

describe('what is said of each role of the catalogue', () => {
  const dump = rolesIn(builtInRoles);
  const english = classify(dump, 'en');
  const korean = new Map(classify(dump, 'ko').map((role) => [role.id, role.sentence]));

  it('is this', () => {
    expect(english.map(({ id, name, level, sentence }) => [level, name, sentence, korean.get(id)])).toEqual(table);
  });

  it.each(asked)('level %i: %s', (level, id) => {
    expect(english.find((role) => role.id === id)?.level).toBe(level);
  });

  it('is nowhere lower than a look at the actions alone makes one expect', () => {
    expect(tooLow(english)).toEqual([]);
  });
});

describe('npm run roles', () => {
  const role = (name: string, ...actions: string[]) => ({
    name: 'aaaaaaaa-0000-4000-8000-000000000001',
    roleName: name,
    permissions: [{ actions, notActions: [], dataActions: [], notDataActions: [] }],
  });

  it('reads what the Azure CLI writes, and what the REST API answers', () => {
    const flat = role('Reader', '*/read');
    const { name, ...properties } = flat;
    expect(rolesIn([flat])).toEqual(rolesIn({ value: [{ name, properties }] }));
    expect(() => rolesIn({})).toThrow('no list of role definitions');
    expect(() => rolesIn([{ name: 'x' }])).toThrow('Entry 0');
  });

  it.each([
    ['listKeys', 'Microsoft.Storage/storageAccounts/listKeys/action'],
    ['listKeys', 'Microsoft.Future/things/listAdminKeys/action'],
    ['runCommand', 'Microsoft.Compute/virtualMachines/runCommand/action'],
    ['roleAssignments/write', 'Microsoft.Authorization/roleAssignments/write'],
    ['roleAssignments/write', '*'],
    ['wildcard write', 'Microsoft.Network/*'],
    ['wildcard write', 'Microsoft.Future/*/write'],
  ])('suspects %s in %s, and the classifier agrees', (suspicion, action) => {
    const [found] = classify(rolesIn([role('Some role', action)]), 'en');
    expect(found?.suspicions).toContain(suspicion);
    expect(tooLow(found ? [found] : [])).toEqual([]);
  });

  it('would say if a role came out too low', () => {
    const [found] = classify(rolesIn([role('Some role', 'Microsoft.Storage/storageAccounts/listKeys/action')]), 'en');
    const lowered = found ? [{ ...found, level: levelOfCode('readsService') }] : [];
    expect(tooLow(lowered)).toEqual(lowered);
  });
});
