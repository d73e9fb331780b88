import type { Persona, Principal, ServicePrincipalLogin, Tenant } from '../model.ts';
import { guidOf } from './guid.ts';
import { personaRows } from './personas.data.ts';
import type { PersonaRow } from './personas.data.ts';
import { contoso, fabrikam, northwind, proseware, tailspin } from './tenants.ts';

/** Object id of a principal: readable from its label, the same in every world. */
function objectIdOf(tenant: Tenant, label: string): string {
  return guidOf(`principal/${tenant.id}/${label}`);
}

function principal(tenant: Tenant, type: Principal['type'], label: string, displayName = label): Principal {
  return { id: objectIdOf(tenant, label), tenantId: tenant.id, type, displayName };
}

/** Groups and people of Contoso who own things but never sign in here. */
export const contosoPrincipals = {
  platformOwners: principal(contoso, 'Group', 'Azure Platform Owners'),
  treasuryOwners: principal(contoso, 'Group', 'Treasury Azure Owners'),
  treasurer: {
    ...principal(contoso, 'User', 'treasurer', 'Seoyun Han (한서윤)'),
    userPrincipalName: 'seoyun.han@contoso.example',
    userType: 'Member',
    memberOf: [objectIdOf(contoso, 'Treasury Azure Owners')],
  },
  breakGlass: {
    ...principal(contoso, 'User', 'break-glass', 'Emergency access'),
    userPrincipalName: 'emergency@contoso.onmicrosoft.com',
    userType: 'Member',
  },
  automation: principal(contoso, 'ServicePrincipal', 'automation', 'contoso-azure-automation'),
} as const satisfies Record<string, Principal>;

/** Principals of the providers, as their offers name them. Nobody in Contoso can look these up. */
export const providerPrincipals = {
  serviceDesk: principal(northwind, 'Group', 'Northwind Service Desk'),
  monitoring: principal(northwind, 'Group', 'Northwind Monitoring 24x7'),
  vmOperations: principal(northwind, 'Group', 'Northwind VM Operations'),
  platformEngineers: principal(northwind, 'Group', 'Northwind Platform Engineers'),
  dutyManagers: principal(northwind, 'Group', 'Northwind Duty Managers'),
  offboarding: principal(northwind, 'ServicePrincipal', 'northwind-offboarding'),
  deployment: principal(northwind, 'ServicePrincipal', 'northwind-deployment'),
  backupTeam: principal(northwind, 'Group', 'Northwind Backup Team'),
  securityAnalysts: principal(fabrikam, 'Group', 'Fabrikam Security Analysts'),
  incidentResponse: principal(fabrikam, 'Group', 'Fabrikam Incident Response'),
  costAnalyst: principal(fabrikam, 'User', 'Fabrikam cost analyst'),
  proseware: principal(proseware, 'Group', 'Proseware operators'),
} as const satisfies Record<string, Principal>;

/** What command-line clients sign in with: Owner of every subscription of Contoso. Not a secret of anything real. */
export const automationLogin: ServicePrincipalLogin = {
  name: 'automation',
  clientId: guidOf('application/automation'),
  clientSecret: 'emulator-only-not-a-secret',
  tenantId: contoso.id,
  objectId: contosoPrincipals.automation.id,
};

/** Everybody who can sign in, in the order of the account picker. */
export const personas: readonly Persona[] = personaRows.map((row) => ({
  name: row.name,
  account: accountOf(row),
  displayName: row.displayName,
  about: row.about,
  homeTenantId: row.home === 'contoso' ? contoso.id : tailspin.id,
  objectIds: Object.fromEntries(tenantsOf(row).map(({ tenant }) => [tenant.id, objectIdOf(tenant, row.name)])),
  ...(row.signIn && { signIn: row.signIn }),
}));

/** Every principal of every world: the people once per tenant that knows them, groups, service principals. */
export const principals: readonly Principal[] = [
  ...personaRows.flatMap(principalsOf),
  ...Object.values(contosoPrincipals),
  ...Object.values(providerPrincipals),
];

/** Object id that a persona has in a tenant. Throws for a persona or a tenant that does not know them. */
export function personaId(name: string, tenant: Tenant = contoso): string {
  const id = personas.find((persona) => persona.name === name)?.objectIds[tenant.id];
  if (id === undefined) throw new Error(`No persona "${name}" in ${tenant.displayName}.`);
  return id;
}

function tenantsOf(row: PersonaRow): { tenant: Tenant; userType: 'Member' | 'Guest' }[] {
  const inContoso = { tenant: contoso, userType: row.inContoso };
  return row.inTailspin ? [inContoso, { tenant: tailspin, userType: row.inTailspin }] : [inContoso];
}

function accountOf(row: PersonaRow): string {
  return `${row.name.toLowerCase()}@${row.home}.example`;
}

function principalsOf(row: PersonaRow): Principal[] {
  return tenantsOf(row).map(({ tenant, userType }) => {
    const atHome = (row.home === 'contoso') === (tenant === contoso);
    const account = accountOf(row);
    return {
      ...principal(tenant, 'User', row.name, row.displayName),
      // https://learn.microsoft.com/entra/external-id/user-properties: how an external account is named in a tenant.
      userPrincipalName: atHome ? account : `${account.replace('@', '_')}#EXT#@${tenant.defaultDomain}`,
      userType,
      ...(tenant === contoso && row.platformOwner && { memberOf: [contosoPrincipals.platformOwners.id] }),
    };
  });
}
