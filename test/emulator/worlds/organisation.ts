import type { ActivationRules, ManagementGroup, Principal, RoleAssignment, RoleEligibility, World } from '../model.ts';
import { guidOf } from './guid.ts';
import { contosoPrincipals, personaId, principals } from './people.ts';
import { roleId } from './roleCatalog.ts';
import { managementGroupScope } from './scopes.ts';
import { contoso, tailspin } from './tenants.ts';

const minutesPerDay = 24 * 60;
const dayMs = minutesPerDay * 60_000;

/**
 * Contoso's management groups, in the shape Microsoft recommends: one group below the tenant root that holds everything
 * ordinary, and beside it the regulated part that the platform team may only read.
 * https://learn.microsoft.com/azure/cloud-adoption-framework/ready/landing-zone/design-area/resource-org-management-groups
 */
export const contosoGroups: readonly ManagementGroup[] = [
  group(contoso.id, 'Tenant Root Group'),
  group('contoso', 'Contoso', contoso.id),
  group('contoso-platform', 'Platform', 'contoso'),
  group('contoso-landingzones', 'Landing zones', 'contoso'),
  group('contoso-production', 'Production', 'contoso-landingzones'),
  group('contoso-development', 'Development', 'contoso-landingzones'),
  group('contoso-sandbox', 'Sandbox', 'contoso'),
  group('contoso-regulated', 'Regulated (규제 대상)', contoso.id),
];

/** Tailspin has no tree of its own: everything hangs below the tenant root group. */
export const tailspinGroups: readonly ManagementGroup[] = [
  { name: tailspin.id, tenantId: tailspin.id, displayName: 'Tenant Root Group' },
];

/**
 * What Azure's portal writes for "may assign all roles except privileged ones".
 * https://learn.microsoft.com/azure/role-based-access-control/delegate-role-assignments-examples
 */
const noPrivilegedRoles = ['write', 'delete']
  .map((verb) => {
    const roles = ['Owner', 'User Access Administrator', 'Role Based Access Control Administrator'].map(roleId);
    const source = verb === 'write' ? '@Request' : '@Resource';
    const action = `Microsoft.Authorization/roleAssignments/${verb}`;
    const attribute = 'Microsoft.Authorization/roleAssignments:RoleDefinitionId';
    const rule = `${source}[${attribute}] ForAnyOfAllValues:GuidNotEquals {${roles.join(', ')}}`;
    return `((!(ActionMatches{'${action}'})) OR (${rule}))`;
  })
  .join(' AND ');

/** Who may become Owner of a management group, and what their organisation asks for there. */
const demanding: readonly (readonly [persona: string, group: string, rules: ActivationRules])[] = [
  ['approvalOwner', 'contoso-production', { maximumDuration: 'PT8H', justification: true, approval: true }],
  ['ticketOwner', 'contoso-platform', { maximumDuration: 'PT2H', justification: true, ticket: true }],
  [
    'contextOwner',
    'contoso-development',
    { maximumDuration: 'PT4H', justification: true, authenticationContext: 'c1' },
  ],
];

/** Roles that are the same in every world: who is what, and where it comes from. */
export function addOrganisationRoles(world: World, now: number): void {
  const root = managementGroupScope(contoso.id);
  const everything = managementGroupScope('contoso');
  grant(world, everything, contosoPrincipals.platformOwners.id, 'Owner');
  grant(world, managementGroupScope('contoso-regulated'), contosoPrincipals.platformOwners.id, 'Reader');
  grant(world, root, personaId('guestOwner'), 'Owner');
  grant(world, root, contosoPrincipals.automation.id, 'Owner');
  grant(world, root, personaId('contributor'), 'Contributor');
  grant(world, root, personaId('reader'), 'Reader');
  grant(world, root, personaId('userAccessAdministrator'), 'User Access Administrator');
  grant(world, everything, personaId('externalMemberOwner'), 'Owner');
  grant(world, everything, personaId('twoTenantOwner'), 'Owner');
  grant(world, everything, personaId('conditionedOwner'), 'Owner', noPrivilegedRoles);
  grant(world, everything, personaId('eligibleOwner'), 'Reader');
  world.roleEligibilities.push(eligibility(everything, personaId('eligibleOwner'), 'Owner', now));
  for (const [name, group, rules] of demanding) {
    const scope = managementGroupScope(group);
    grant(world, everything, personaId(name), 'Reader');
    world.roleEligibilities.push(eligibility(scope, personaId(name), 'Owner', now));
    world.activationRules.set(`${scope}|${roleId('Owner')}`.toLowerCase(), rules);
  }
  grant(world, managementGroupScope(tailspin.id), personaId('twoTenantOwner', tailspin), 'Owner');
  // Elevated access of a Global Administrator is User Access Administrator at the root of everything:
  // https://learn.microsoft.com/azure/role-based-access-control/elevate-access-global-admin
  grant(world, '/', contosoPrincipals.breakGlass.id, 'User Access Administrator');
}

/** Adds a role assignment. Its name follows from scope, principal and role, as ARM's `guid()` would make it. */
export function grant(world: World, scope: string, principalId: string, roleName: string, condition?: string): void {
  const role = roleId(roleName);
  const assignment: RoleAssignment = {
    name: guidOf(`role/${scope}/${principalId}/${role}`),
    scope,
    principalId,
    principalType: principalType(principalId),
    role,
    ...(condition !== undefined && { condition }),
  };
  world.roleAssignments.push(assignment);
}

function eligibility(scope: string, principalId: string, roleName: string, now: number): RoleEligibility {
  return {
    name: guidOf(`eligible/${scope}/${principalId}/${roleName}`),
    scope,
    principalId,
    role: roleId(roleName),
    startsAt: now - 60 * dayMs,
    endsAt: now + 300 * dayMs,
  };
}

const typeById = new Map<string, Principal['type']>(principals.map(({ id, type }) => [id, type]));

function principalType(principalId: string): Principal['type'] {
  const type = typeById.get(principalId);
  if (type === undefined) throw new Error(`No principal ${principalId} to give a role to.`);
  return type;
}

function group(name: string, displayName: string, parent?: string): ManagementGroup {
  return { name, tenantId: contoso.id, displayName, ...(parent !== undefined && { parent }) };
}
