import type { CatalogOffer, Principal, RoleAssignment, RoleDefinition, Subscription, World } from '../../model.ts';
import {
  applications,
  contoso,
  corp,
  disabled,
  foreign,
  groups,
  ids,
  northwind,
  plan,
  registered,
  reseller,
  roles,
  tailspin,
  tenantOfPerson,
  unregistered,
  type Who,
} from './names.ts';

const role = (
  name: string,
  roleName: string,
  actions: string[],
  more: Partial<RoleDefinition['permissions'][0]> = {},
): RoleDefinition => ({
  name,
  roleName,
  type: name === roles.custom ? 'CustomRole' : 'BuiltInRole',
  description: `${roleName}.`,
  assignableScopes: [name === roles.custom ? `/subscriptions/${registered}` : '/'],
  permissions: [{ actions, notActions: [], dataActions: [], notDataActions: [], ...more }],
});

const roleDefinitions: RoleDefinition[] = [
  role(roles.owner, 'Owner', ['*']),
  role(roles.contributor, 'Contributor', ['*'], {
    notActions: ['Microsoft.Authorization/*/Write', 'Microsoft.Authorization/*/Delete'],
  }),
  role(roles.reader, 'Reader', ['*/read']),
  role(roles.userAccessAdministrator, 'User Access Administrator', ['*/read', 'Microsoft.Authorization/*']),
  role(roles.accessAdministrator, 'Access Administrator', ['Microsoft.Authorization/roleAssignments/write', '*/read']),
  role(roles.dataReader, 'Data Reader', ['*/read'], { dataActions: ['Microsoft.Storage/*/read'] }),
  role(roles.custom, 'Night watch', ['*/read']),
];

const principals = (Object.keys(ids) as Who[]).map((who): Principal => ({
  id: ids[who],
  tenantId: tenantOfPerson(who),
  type: groups.includes(who) ? 'Group' : applications.includes(who) ? 'ServicePrincipal' : 'User',
  displayName: who,
  userPrincipalName: `${who}@contoso.example`,
  userType: who === 'guest' ? 'Guest' : 'Member',
  ...(who === 'viaGroup' && { memberOf: [ids.owners] }),
  ...(who === 'engineer' && { memberOf: [ids.support] }),
}));

const sub = (id: string): string => `/subscriptions/${id}`;
const noOwners =
  "((!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR (@Request[x:RoleDefinitionId] GuidNotEquals {1}))";

const grant = (who: Who, scope: string, roleId: string, condition?: string): RoleAssignment => ({
  name: `eeeeeeee-0000-4000-8000-${ids[who].slice(-12)}`,
  scope,
  principalId: ids[who],
  principalType: principals.find((row) => row.id === ids[who])?.type ?? 'User',
  role: roleId,
  ...(condition !== undefined && { condition }),
});

const subscription = (subscriptionId: string, more: Partial<Subscription> = {}): Subscription => ({
  subscriptionId,
  tenantId: contoso,
  displayName: `Subscription ${subscriptionId.slice(-1)}`,
  state: 'Enabled',
  quotaId: 'EnterpriseAgreement_2014-09-01',
  tags: { env: 'prod' },
  managementGroup: 'corp',
  registration: 'Registered',
  ...more,
});

const support = { principalId: ids.support, principalIdDisplayName: 'Support', roleDefinitionId: roles.reader };
const offer = (version: string, more: Partial<CatalogOffer> = {}): CatalogOffer => ({
  plan: { ...plan, version },
  managedByTenantId: northwind,
  offerDisplayName: 'Managed Platform',
  publisherDisplayName: 'Northwind',
  planDisplayName: 'Standard',
  authorizations: [support],
  ...more,
});

const byId = (rows: readonly Subscription[]): Map<string, Subscription> =>
  new Map(rows.map((row) => [row.subscriptionId, row]));

/** A world as small as can be, independent of the named worlds. */
export function testWorld(): World {
  const location = 'koreacentral';
  return {
    name: 'test',
    seed: 7,
    customerTenantId: contoso,
    tenants: [
      { id: contoso, displayName: 'Contoso', defaultDomain: 'contoso.onmicrosoft.com', countryCode: 'KR' },
      { id: northwind, displayName: 'Northwind', defaultDomain: 'northwind.onmicrosoft.com', countryCode: 'US' },
      { id: tailspin, displayName: 'Tailspin', defaultDomain: 'tailspin.onmicrosoft.com', countryCode: 'US' },
    ],
    principals,
    consents: new Set(),
    personas: [],
    automation: { name: 'automation', clientId: 'c', clientSecret: 's', tenantId: contoso, objectId: ids.automation },
    managementGroups: [
      { name: contoso, tenantId: contoso, displayName: 'Tenant Root Group' },
      { name: 'corp', tenantId: contoso, displayName: 'Corp', parent: contoso },
    ],
    subscriptions: byId([
      subscription(registered),
      subscription(unregistered, { registration: 'NotRegistered' }),
      subscription(disabled, { state: 'Disabled' }),
      subscription(reseller, { quotaId: 'CSP_2015-05-01' }),
      subscription(foreign, { tenantId: tailspin, managementGroup: tailspin }),
    ]),
    resourceGroups: new Map([
      [
        registered,
        new Map([
          ['rg-web', { subscriptionId: registered, name: 'rg-Web', location, tags: { team: 'web' } }],
          ['rg-data', { subscriptionId: registered, name: 'rg-data', location, tags: { team: 'data' } }],
        ]),
      ],
    ]),
    roleDefinitions,
    roleAssignments: [
      grant('owner', corp, roles.owner),
      grant('owners', '/', roles.owner),
      grant('contributor', sub(registered), roles.contributor),
      grant('contributor', sub(unregistered), roles.contributor),
      grant('reader', corp, roles.reader),
      grant('userAccessAdministrator', corp, roles.userAccessAdministrator),
      grant('groupOwner', `${sub(registered)}/resourceGroups/rg-Web`, roles.owner),
      grant('guest', corp, roles.owner),
      grant('conditioned', corp, roles.owner, noOwners),
      grant('automation', corp, roles.owner),
      grant('toyOwner', '/', roles.owner),
    ],
    denyAssignments: [],
    roleEligibilities: [
      {
        name: 'dddddddd-0000-4000-8000-000000000001',
        scope: sub(registered),
        principalId: ids.eligible,
        role: roles.owner,
        startsAt: 0,
      },
    ],
    roleActivations: [],
    activationRules: new Map(),
    policyAssignments: [],
    activity: [],
    definitions: new Map(),
    assignments: new Map(),
    lostAccess: [],
    catalog: [
      offer('1.0.0'),
      offer('1.2.0'),
      offer('1.10.0'),
      offer('1.0.0', { plan: { ...plan, name: 'private' }, privateTo: [registered, reseller] }),
    ],
    operations: new Map(),
    switches: {
      crossSubscriptionReferences: 'allowed',
      resourceGroupUnderDelegatedSubscription: 'allowed',
      guests: 'allowed',
      exposedHeaders: 'all',
      resourceGraph: 'available',
      acceptanceOutsidePortal: 'allowed',
      userConsent: 'allowed',
    },
    pageSize: 100,
  };
}
