import { describe, expect, it } from 'vitest';
import { roleId } from './roleCatalog.ts';
import { buildWorld } from './worlds.ts';

describe('busy', () => {
  const world = buildWorld('busy', Date.parse('2026-09-01T08:00:00Z'));
  const copies = [...world.definitions.values()];
  const delegations = [...world.assignments.values()];
  const copiesOf = (name: string) => copies.filter(({ properties }) => properties.registrationDefinitionName === name);

  it('has one offer in copies of its own and by reference, in odd spellings too', () => {
    expect(copiesOf('Northwind Managed Platform').map(({ provisioning }) => provisioning.state)).toEqual([
      'Succeeded',
      'Succeeded',
      'Failed',
    ]);
    const stored = delegations.map(({ registrationDefinitionId }) => registrationDefinitionId);
    expect(stored.some((id) => !id.startsWith('/'))).toBe(true);
    expect(stored.some((id) => id.startsWith('/SUBSCRIPTIONS/'))).toBe(true);
  });

  it('has a newer version in the catalog and an offer nobody uses', () => {
    const versions = world.catalog.filter(({ plan }) => plan.name === 'standard').map(({ plan }) => plan.version);
    expect(versions).toEqual(['1.0.0', '1.1.0']);
    const [pilot] = copiesOf('Fabrikam Cost Review (pilot)');
    expect(pilot?.plan).toBeUndefined();
    expect(
      delegations.some(({ registrationDefinitionId }) => registrationDefinitionId.includes(pilot?.name ?? '')),
    ).toBe(false);
  });

  it('has two offers of one provider that share principal and role', () => {
    const pairs = ['Northwind Managed Platform', 'Northwind Backup Care'].map((name) => {
      return (
        copiesOf(name)[0]?.properties.authorizations.map((one) => `${one.principalId}/${one.roleDefinitionId}`) ?? []
      );
    });
    expect(pairs[0]?.filter((pair) => pairs[1]?.includes(pair))).toHaveLength(1);
  });

  it('has a provider whose texts and roles are hostile', () => {
    const [hostile] = copies.filter(({ plan }) => plan?.publisher === 'proseware');
    expect(hostile?.properties.registrationDefinitionName).toMatch(/^=cmd\|.*<img.*\u202e/s);
    expect(hostile?.properties.description?.length).toBeGreaterThan(10_000);
    const known = new Set(world.roleDefinitions.map(({ name }) => name));
    expect(hostile?.properties.authorizations.some((one) => !known.has(one.roleDefinitionId.toLowerCase()))).toBe(true);
    expect(hostile?.properties.authorizations.map((one) => one.roleDefinitionId)).toContain(
      roleId('Log Analytics Contributor'),
    );
  });
});
