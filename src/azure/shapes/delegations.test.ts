import { describe, expect, it } from 'vitest';
import { copyId, subscriptionId } from '../../domain/ids.ts';
import { toDelegation } from './delegations.ts';

const subscription = subscriptionId('5a000001-0000-4000-8000-000000000001');
const name = '7d0b2c3a-0000-4000-8000-00000000000a';
const provider = '/providers/Microsoft.ManagedServices';
const id = `/subscriptions/${subscription}${provider}/registrationDefinitions/${name}`;

describe('a delegation', () => {
  const scope = `/subscriptions/${subscription}/resourceGroups/Web-Shop`;
  const assignment = `${scope}${provider}/registrationAssignments/${name}`;

  it('refers to its copy whatever the spelling', () => {
    const spellings = [id, id.slice(1), id.toLowerCase(), id.toUpperCase()];
    const found = spellings.map((registrationDefinitionId) =>
      toDelegation({ id: assignment, properties: { registrationDefinitionId } }),
    );
    expect(new Set(found.map((delegation) => delegation?.copyId))).toEqual(new Set([copyId(subscription, name)]));
    expect(found[0]).toEqual({
      id: assignment,
      scope,
      copyId: copyId(subscription, name),
      provisioning: 'succeeded',
    });
  });

  it('is kept even where what it refers to cannot be made out', () => {
    expect(toDelegation({ id: assignment, properties: null })).toMatchObject({ id: assignment, scope });
    const odd = { registrationDefinitionId: '/providers/Something/Else' };
    expect(toDelegation({ id: assignment, properties: odd })?.copyId).toBe('/providers/something/else');
  });

  it('carries the copy where Azure put it inside, even without an id of its own', () => {
    const inside = { properties: { managedByTenantId: name, registrationDefinitionName: 'Offer', authorizations: [] } };
    const properties = { registrationDefinitionId: id, registrationDefinition: inside };
    const systemData = { createdAt: '2026-01-02T03:04:05Z' };
    expect(toDelegation({ id: assignment, properties, systemData })).toMatchObject({
      copy: { id: copyId(subscription, name), name: 'Offer' },
      createdAt: '2026-01-02T03:04:05.000Z',
    });
    expect(
      toDelegation({ id: assignment, properties: { registrationDefinitionId: id, registrationDefinition: null } }),
    ).not.toHaveProperty('copy');
  });

  it('is nothing at a management group, which cannot be delegated', () => {
    const odd = `/providers/Microsoft.Management/managementGroups/m${provider}/registrationAssignments/${name}`;
    expect(toDelegation({ id: odd })).toBeUndefined();
  });
});
