import { describe, expect, it } from 'vitest';
import type { RoleDefinition } from './estate.ts';
import { findingCodes, levelOfFindings, type AccessLevel } from './findings.ts';
import { isGuid, roleId } from './ids.ts';
import { assessRole } from './roles.ts';
import { roleFromTable, roleTableDate, tableRoleIds } from './roleTable.ts';
import { knownPermissions, ownerId, removesItselfId, userAccessAdministratorId } from './wellKnownRoles.ts';

const anyRole = roleId('aaaaaaaa-0000-4000-8000-000000000001');

function definition(over: Partial<RoleDefinition>): RoleDefinition {
  return { id: anyRole, name: 'Some role', builtIn: true, permissions: [], dataActions: [], ...over };
}

describe('assessRole', () => {
  it('judges by what Azure says, also about a role in the table', () => {
    const reader = roleId('acdd72a7-3385-48ef-bd42-f606fba81ae7');
    const changed = definition({
      id: reader,
      name: 'Reader',
      permissions: [{ actions: ['Microsoft.Storage/*'], notActions: [] }],
    });
    expect(assessRole(reader, changed)).toMatchObject({ name: 'Reader', level: 3, source: 'azure' });
  });

  it('falls back to the table', () => {
    expect(assessRole(roleId('ACDD72A7-3385-48EF-BD42-F606FBA81AE7'), undefined)).toEqual({
      roleId: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
      name: 'Reader',
      level: 1,
      findings: [{ code: 'readsEverything' }, { code: 'queriesLogs' }],
      source: 'table',
    });
  });

  it('counts a role that nobody knows as very strong', () => {
    expect(assessRole(anyRole, undefined)).toEqual({
      roleId: anyRole,
      level: 4,
      findings: [{ code: 'unknownRole' }],
      source: 'none',
    });
  });

  it('counts a role without any right as housekeeping', () => {
    expect(assessRole(anyRole, definition({}))).toMatchObject({ level: 0, findings: [{ code: 'basics' }] });
  });
});

describe('the table', () => {
  it.each([
    ['8e3af657-a8ff-443c-a75c-2fe8c4bcb635', 'Owner', 5],
    ['18d7d88d-d35e-4fb5-a5c3-7773c20a72d9', 'User Access Administrator', 5],
    ['f58310d9-a9f6-439a-9e8d-f62e7b41a168', 'Role Based Access Control Administrator', 5],
    ['b24988ac-6180-42a0-ab88-20f7382dd24c', 'Contributor', 4],
    ['36243c78-bf99-498c-9df9-86d9f8d28608', 'Resource Policy Contributor', 4],
    ['fb1c8493-542b-48eb-b624-b4c8fea62acd', 'Security Admin', 4],
    ['9980e02c-c2be-4d73-94e8-173b1dc7cf3c', 'Virtual Machine Contributor', 3],
    ['c12c1c16-33a1-487b-954d-41c89c60f349', 'Reader and Data Access', 3],
    ['f25e0fa2-a7c8-4377-a976-54943a77a395', 'Key Vault Contributor', 3],
    ['f1a07417-d97a-45cb-824c-7a7467783830', 'Managed Identity Operator', 3],
    ['056cd41c-7e88-42e1-933e-88ba6a50c9c3', 'SQL Security Manager', 3],
    ['4d97b98b-1d4f-4787-a291-c67834d212e7', 'Network Contributor', 2],
    ['5e467623-bb1f-42f4-a55d-6e525e11384b', 'Backup Contributor', 2],
    ['9b7fa17d-e63e-47b0-bb0a-15c516ac86ec', 'SQL DB Contributor', 2],
    ['ab8e14d6-4a74-4a29-9ba8-549422addade', 'Microsoft Sentinel Contributor', 2],
    ['39bc4728-0917-49c7-9d2c-d95423bc2eb4', 'Security Reader', 1],
    ['fa23ad8b-c56e-40d8-ac0c-ce449e1d2c64', 'Billing Reader', 1],
    ['cfd33db0-3dd1-45e3-aa9d-cdbdf3b6f24e', 'Support Request Contributor', 0],
    ['91c1777a-f3dc-4fae-b103-61d183457e46', 'Managed Services Registration assignment Delete Role', 0],
  ] satisfies [string, string, AccessLevel][])('%s %s: level %i', (id, name, level) => {
    expect(assessRole(roleId(id), undefined)).toMatchObject({ name, level, source: 'table' });
  });

  it('holds each role once, with findings in order', () => {
    expect(tableRoleIds.length).toBeGreaterThanOrEqual(60);
    expect(new Set(tableRoleIds).size).toBe(tableRoleIds.length);
    for (const id of tableRoleIds) {
      expect(isGuid(id)).toBe(true);
      const codes = roleFromTable(id)?.findings.map((finding) => finding.code) ?? [];
      expect(codes, id).toEqual(findingCodes.filter((code) => codes.includes(code)));
      for (const finding of roleFromTable(id)?.findings ?? []) {
        if ('services' in finding && finding.services !== 'all')
          expect(finding.services, id).toEqual(finding.services.toSorted());
      }
    }
    expect(roleTableDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('agrees with what the app knows of roles that rules name', () => {
    for (const [id, permissions] of knownPermissions) {
      const judged = assessRole(id, definition({ id, permissions }));
      expect(levelOfFindings(roleFromTable(id)?.findings ?? []), id).toBe(judged.level);
    }
    expect(roleFromTable(ownerId)?.name).toBe('Owner');
    expect(roleFromTable(userAccessAdministratorId)?.name).toBe('User Access Administrator');
    expect(roleFromTable(removesItselfId)?.findings).toEqual([{ code: 'removesItself' }]);
  });
});
