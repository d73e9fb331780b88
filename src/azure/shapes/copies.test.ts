import { array, assert, boolean, constantFrom, integer, option, property, record, string, uuid } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyId, principalId, roleId, subscriptionId, tenantId } from '../../domain/ids.ts';
import type { Authorization, OfferContent } from '../../domain/offer.ts';
import { fromContent, toOfferCopy } from './copies.ts';

const subscription = subscriptionId('5a000001-0000-4000-8000-000000000001');
const name = '7d0b2c3a-0000-4000-8000-00000000000a';
const id = `/subscriptions/${subscription}/providers/Microsoft.ManagedServices/registrationDefinitions/${name}`;

const principal = { principalId: uuid().map(principalId) };
const displayName = option(string({ minLength: 1 }), { nil: undefined });
const named = (key: string, value: string | undefined): Record<string, string> =>
  value === undefined ? {} : { [key]: value };

const standing = record({
  ...principal,
  title: displayName,
  role: uuid(),
  delegated: array(uuid(), { maxLength: 3 }),
}).map(({ title, role, delegated, ...rest }): Authorization => ({
  kind: 'standing',
  ...rest,
  ...named('principalName', title),
  roleId: roleId(role),
  delegatedRoleIds: delegated.map(roleId),
}));
const eligible = record({
  ...principal,
  title: displayName,
  role: uuid(),
  mfa: boolean(),
  maximumMinutes: integer({ min: 30, max: 480 }),
  approvers: array(record({ ...principal, title: displayName }), { maxLength: 3 }),
}).map(({ title, role, mfa, maximumMinutes, approvers, ...rest }): Authorization => ({
  kind: 'eligible',
  ...rest,
  ...named('principalName', title),
  roleId: roleId(role),
  delegatedRoleIds: [],
  justInTime: {
    mfa,
    maximumMinutes,
    approvers: approvers.map(({ title: shown, ...who }) => ({ ...who, ...named('name', shown) })),
  },
}));
const text = string({ minLength: 1 });
const content = record({
  managedByTenantId: uuid().map(tenantId),
  name: string(),
  description: displayName,
  plan: option(record({ publisher: text, product: text, name: text, version: text }), { nil: undefined }),
  standing: array(standing, { maxLength: 4 }),
  eligible: array(eligible, { maxLength: 4 }),
}).map(({ description, plan, standing: active, eligible: onDemand, ...rest }): OfferContent => ({
  ...rest,
  ...named('description', description),
  ...(plan && { plan }),
  authorizations: [...active, ...onDemand],
}));

describe('a copy', () => {
  it('is written exactly as it was read, whatever the provider wrote into it', () => {
    assert(
      property(content, (offer) => {
        const wire: unknown = JSON.parse(JSON.stringify({ id, ...fromContent(offer) }));
        const read = toOfferCopy(wire);
        expect(read).toEqual({
          ...offer,
          id: copyId(subscription, name),
          subscriptionId: subscription,
          provisioning: 'succeeded',
        });
      }),
    );
  });

  it('is read with null for what is empty, an id in odd case and without its slash', () => {
    const odd = `subscriptions/${subscription.toUpperCase()}/PROVIDERS/microsoft.managedservices/registrationdefinitions/${name.toUpperCase()}`;
    const properties = {
      registrationDefinitionName: null,
      description: null,
      managedByTenantId: '22222222-2222-4222-8222-222222222222'.toUpperCase(),
      managedByTenantName: 'Northwind',
      authorizations: null,
      eligibleAuthorizations: null,
      provisioningState: 'Updating',
    };
    const plan = { name: null, publisher: null, product: null, version: null };
    expect(toOfferCopy({ id: odd, plan, properties })).toEqual({
      id: copyId(subscription, name),
      subscriptionId: subscription,
      managedByTenantId: '22222222-2222-4222-8222-222222222222',
      managedByTenantName: 'Northwind',
      name: '',
      authorizations: [],
      provisioning: 'working',
    });
  });

  it('keeps authorizations that are written badly: access is never hidden', () => {
    const authorizations = [{ principalId: null, roleDefinitionId: null }, null, { roleDefinitionId: 'x/Y' }];
    const eligibleAuthorizations = [{ principalId: 'P', roleDefinitionId: 'R', justInTimeAccessPolicy: null }];
    const copy = toOfferCopy({ id, properties: { authorizations, eligibleAuthorizations } });
    expect(copy?.authorizations.map((entry) => [entry.kind, entry.principalId, entry.roleId])).toEqual([
      ['standing', '', ''],
      ['standing', '', ''],
      ['standing', '', 'y'],
      ['eligible', 'p', 'r'],
    ]);
    expect(copy?.authorizations.at(-1)?.justInTime).toEqual({ mfa: false, maximumMinutes: 480, approvers: [] });
  });

  it('is nothing without the id of one', () => {
    for (const wrong of [
      undefined,
      null,
      'x',
      {},
      { id: '/subscriptions/x' },
      { id: id.replace('Definitions', 'Assignments') },
    ]) {
      expect(toOfferCopy(wrong)).toBeUndefined();
    }
  });

  it('passes hostile text on untouched: whoever shows it makes it harmless', () => {
    const hostile = '<img src=x onerror=alert(1)>\u202Eevil\u0000=HYPERLINK("x")';
    const authorizations = [{ principalId: name, principalIdDisplayName: hostile, roleDefinitionId: name }];
    const properties = { registrationDefinitionName: hostile, description: hostile, authorizations };
    const copy = toOfferCopy({ id, properties });
    expect([copy?.name, copy?.description, copy?.authorizations[0]?.principalName]).toEqual([
      hostile,
      hostile,
      hostile,
    ]);
  });
});

describe('provisioning', () => {
  it.each([
    ['Succeeded', 'succeeded'],
    [undefined, 'succeeded'],
    ['', 'succeeded'],
    ['FAILED', 'failed'],
    ['Canceled', 'canceled'],
    ['Cancelled', 'canceled'],
    ['Deleting', 'deleting'],
    ['Deleted', 'deleting'],
    ['Accepted', 'working'],
    ['Ready', 'working'],
    ['Created', 'working'],
    ['SomethingNew', 'working'],
  ])('%s is %s', (provisioningState, expected) => {
    expect(toOfferCopy({ id, properties: { provisioningState } })?.provisioning).toBe(expected);
  });
});

describe('durations', () => {
  it('are read in any ISO form, and eight hours where there is none', () => {
    const minutes = (maximumActivationDuration: unknown) => {
      const entry = { justInTimeAccessPolicy: { maximumActivationDuration } };
      const copy = toOfferCopy({ id, properties: { eligibleAuthorizations: [entry] } });
      return copy?.authorizations[0]?.justInTime?.maximumMinutes;
    };
    const written = ['PT8H', 'PT30M', 'PT1H30M', 'P1D', 'PT90M', 'PT3600S', 'soon', null];
    expect(written.map(minutes)).toEqual([480, 30, 90, 1440, 90, 60, 480, 480]);
  });

  it('are written as Azure expects them', () => {
    assert(
      property(constantFrom(30, 60, 90, 480, 1440, 45), (maximumMinutes) => {
        const justInTime = { mfa: true, maximumMinutes, approvers: [] };
        const entry = {
          kind: 'eligible',
          principalId: principalId('p'),
          roleId: roleId('r'),
          delegatedRoleIds: [],
          justInTime,
        } as const;
        const offer = { managedByTenantId: tenantId('t'), name: 'n', authorizations: [entry] };
        const [written] = fromContent(offer).properties?.eligibleAuthorizations ?? [];
        expect(written?.justInTimeAccessPolicy?.maximumActivationDuration).toMatch(/^PT(\d+H)?(\d+M)?$/);
      }),
    );
  });
});
