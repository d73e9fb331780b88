import { describe, expect, it } from 'vitest';
import type { Tenant, World } from '../model.ts';
import { estateId } from './estate.ts';
import { personaId } from './people.ts';
import { managementGroupScope, resourceGroupScope, subscriptionScope } from './scopes.ts';
import { contoso, tailspin } from './tenants.ts';
import { buildWorld } from './worlds.ts';

const now = Date.parse('2026-09-01T08:00:00Z');

/** Names of the roles that reach a subscription from its groups and the tree above: a second, simple reading of the data. */
function rolesOn(world: World, persona: string, subscriptionId: string, tenant: Tenant = contoso): string[] {
  const id = personaId(persona, tenant);
  const ids = new Set([id, ...(world.principals.find((principal) => principal.id === id)?.memberOf ?? [])]);
  const scopes = new Set(['/', subscriptionScope(subscriptionId), ...groupsAbove(world, subscriptionId)]);
  return world.roleAssignments
    .filter(({ principalId, scope }) => ids.has(principalId) && scopes.has(scope))
    .map(({ role }) => world.roleDefinitions.find(({ name }) => name === role)?.roleName ?? role);
}

function groupsAbove(world: World, subscriptionId: string): string[] {
  const names: string[] = [];
  let name = world.subscriptions.get(subscriptionId)?.managementGroup;
  while (name !== undefined) {
    names.push(managementGroupScope(name));
    name = world.managementGroups.find((group) => group.name === name)?.parent;
  }
  return names;
}

describe.each(['small', 'busy', 'large'])('people of %s', (worldName) => {
  const world = buildWorld(worldName, now);
  const regulated = [...world.subscriptions.values()].find(
    ({ managementGroup }) => managementGroup === 'contoso-regulated',
  );
  const ordinary = [...world.subscriptions.values()].find(
    ({ managementGroup, tenantId }) => managementGroup !== 'contoso-regulated' && tenantId === contoso.id,
  );
  const anywhere = ordinary?.subscriptionId ?? '';

  it.each([
    ['owner', ['Owner']],
    ['guestOwner', ['Owner']],
    ['externalMemberOwner', ['Owner']],
    ['contributor', ['Contributor']],
    ['reader', ['Reader']],
    ['resourceGroupOwner', []],
    ['userAccessAdministrator', ['User Access Administrator']],
    ['eligibleOwner', ['Reader']],
    ['approvalOwner', ['Reader']],
    ['ticketOwner', ['Reader']],
    ['contextOwner', ['Reader']],
    ['conditionedOwner', ['Owner']],
    ['twoTenantOwner', ['Owner']],
    ['mfaOwner', ['Owner']],
    ['consentNeeded', ['Owner']],
    ['unlabelledOwner', ['Owner']],
    ['nobody', []],
  ])('%s holds %j on an ordinary subscription', (persona, roles) => {
    expect(rolesOn(world, persona, anywhere)).toEqual(roles);
  });

  it('owner gets Owner through a group, and only reads what is regulated', () => {
    expect(world.roleAssignments.filter(({ principalId }) => principalId === personaId('owner'))).toEqual([]);
    expect(rolesOn(world, 'owner', regulated?.subscriptionId ?? '')).toEqual(['Reader']);
  });

  it('a person and a group own what is regulated', () => {
    const owners = world.roleAssignments.filter(
      ({ scope }) => scope === subscriptionScope(regulated?.subscriptionId ?? ''),
    );
    expect(owners.map(({ principalType }) => principalType).sort()).toEqual(['Group', 'User']);
  });

  it('resourceGroupOwner owns exactly one resource group', () => {
    const held = world.roleAssignments.filter(({ principalId }) => principalId === personaId('resourceGroupOwner'));
    expect(held).toHaveLength(1);
    expect(held[0]?.scope).toMatch(/^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+$/);
  });

  it('eligibleOwner may become Owner now, and conditionedOwner has a condition', () => {
    const [eligibility] = world.roleEligibilities.filter(
      ({ principalId }) => principalId === personaId('eligibleOwner'),
    );
    expect(eligibility?.startsAt).toBeLessThan(now);
    expect(eligibility?.endsAt).toBeGreaterThan(now);
    const [conditioned] = world.roleAssignments.filter(
      ({ principalId }) => principalId === personaId('conditionedOwner'),
    );
    expect(conditioned?.condition).toContain('roleAssignments/write');
  });

  it('automation owns every subscription of Contoso', () => {
    const root = managementGroupScope(contoso.id);
    expect(world.roleAssignments).toContainEqual(
      expect.objectContaining({
        scope: root,
        principalId: world.automation.objectId,
        principalType: 'ServicePrincipal',
      }),
    );
  });
});

describe('who is at home where', () => {
  const world = buildWorld('small', now);

  it.each([
    ['owner', contoso, 'Member'],
    ['guestOwner', contoso, 'Guest'],
    ['guestOwner', tailspin, 'Member'],
    ['externalMemberOwner', contoso, 'Member'],
    ['twoTenantOwner', tailspin, 'Guest'],
  ])('%s in %o is a %s', (persona, tenant, userType) => {
    const principal = world.principals.find(({ id }) => id === personaId(persona, tenant));
    expect(principal?.userType).toBe(userType);
    const away = world.personas.find(({ name }) => name === persona)?.homeTenantId !== tenant.id;
    expect(principal?.userPrincipalName?.includes('#EXT#')).toBe(away);
  });

  it('twoTenantOwner owns in Tailspin, and Contoso sees one subscription from there', () => {
    expect(rolesOn(world, 'twoTenantOwner', estateId(18), tailspin)).toEqual(['Owner']);
    expect(rolesOn(world, 'owner', estateId(17))).toEqual(['Reader']);
    expect(rolesOn(world, 'owner', estateId(18))).toEqual([]);
  });

  it('the one resource group is where a test expects it', () => {
    const scope = resourceGroupScope(estateId(4), 'rg-store-web-prod');
    expect(
      world.roleAssignments.find(({ principalId }) => principalId === personaId('resourceGroupOwner'))?.scope,
    ).toBe(scope);
  });
});
