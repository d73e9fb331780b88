import { describe, expect, it } from 'vitest';
import { builtInRoles, roleId } from './roleCatalog.ts';

describe('builtInRoles', () => {
  it('has every id and every name once', () => {
    expect(new Set(builtInRoles.map(({ name }) => name)).size).toBe(builtInRoles.length);
    expect(new Set(builtInRoles.map(({ roleName }) => roleName)).size).toBe(builtInRoles.length);
    expect(builtInRoles.length).toBeGreaterThanOrEqual(60);
  });

  it.each([
    ['Owner', '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'],
    ['Contributor', 'b24988ac-6180-42a0-ab88-20f7382dd24c'],
    ['Reader', 'acdd72a7-3385-48ef-bd42-f606fba81ae7'],
    ['Managed Services Registration assignment Delete Role', '91c1777a-f3dc-4fae-b103-61d183457e46'],
  ])('knows %s by its id in Azure', (roleName, id) => {
    expect(roleId(roleName)).toBe(id);
  });

  it('keeps what the rules of delegation depend on', () => {
    const byName = (roleName: string) => builtInRoles.find((role) => role.roleName === roleName);
    expect(byName('Contributor')?.permissions[0]?.notActions).toContain('Microsoft.Authorization/*/Write');
    expect(byName('Log Analytics Contributor')?.permissions[0]?.dataActions).not.toEqual([]);
    expect(byName('Reservations Administrator')?.assignableScopes).toEqual(['/providers/Microsoft.Capacity']);
  });

  it('refuses a name it does not know', () => {
    expect(() => roleId('Emperor')).toThrow('Emperor');
  });
});
