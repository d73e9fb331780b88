import { describe, expect, it } from 'vitest';
import { subscriptionId, subscriptionScope, tenantId } from './ids.ts';
import type { Known } from './known.ts';
import { actionsFor, type Permission } from './permissions.ts';
import type { RegistrationState } from './port.ts';
import type { Problem } from './problem.ts';
import { registrationReadiness, type RegistrationFacts } from './registrationReadiness.ts';
import type { Subscription } from './scope.ts';
import { contributorId } from './wellKnownRoles.ts';

const contoso = tenantId('11111111-1111-4111-8111-111111111111');
const fabrikam = tenantId('22222222-2222-4222-8222-222222222222');
const id = subscriptionId('00000000-0000-4000-8000-000000000001');
const problem: Problem = { code: 'azureDown' };
const unknown = { state: 'unknown', problem } as const;
const notRead = { state: 'notRead' } as const;

function known<T>(value: T): Known<T> {
  return { state: 'known', value };
}

const owner: Permission = { actions: ['*'], notActions: [] };
const contributor: Permission = { actions: ['*'], notActions: ['Microsoft.Authorization/*/Write'] };
const reader: Permission = { actions: ['*/read'], notActions: [] };

function subscription(over: Partial<Subscription> = {}): Subscription {
  return {
    kind: 'subscription',
    id: subscriptionScope(id),
    subscriptionId: id,
    tenantId: contoso,
    name: 'Production',
    state: 'Enabled',
    tags: {},
    ...over,
  };
}

function facts(over: Partial<RegistrationFacts> = {}): RegistrationFacts {
  return {
    subscription: subscription(),
    signedInTenant: contoso,
    rights: known([owner]),
    registration: known<RegistrationState>('registered'),
    ...over,
  };
}

it('hints at no role where nobody knows what the person may do', () => {
  const eligibleRoles = known([{ roleId: contributorId, scope: '/' }]);
  const registration = known<RegistrationState>('notRegistered');
  const blocked = facts({ signedInTenant: fabrikam, rights: unknown, registration, eligibleRoles });
  expect(registrationReadiness(blocked)).toMatchObject({ state: 'blocked', hints: [] });
});

describe('registrationReadiness', () => {
  it.each<readonly [string, Partial<RegistrationFacts>, object]>([
    ['registered: no right needed', { rights: known([]) }, { state: 'registered' }],
    [
      'registering',
      { rights: notRead, registration: known<RegistrationState>('registering') },
      { state: 'registering' },
    ],
    [
      'a Contributor may',
      { rights: known([contributor]), registration: known<RegistrationState>('notRegistered') },
      { state: 'mayRegister' },
    ],
    ['unregistering', { registration: known<RegistrationState>('unregistering') }, { state: 'mayRegister' }],
    ['a state that nobody knows', { registration: known<RegistrationState>('unknown') }, { state: 'mayRegister' }],
    [
      'a Reader may not',
      { rights: known([reader]), registration: known<RegistrationState>('notRegistered') },
      {
        state: 'blocked',
        reasons: [{ code: 'missingActions', actions: actionsFor.register, heldInGroup: false }],
        hints: [],
      },
    ],
    [
      'an eligible Contributor is told what to activate',
      {
        rights: known([reader]),
        registration: known<RegistrationState>('notRegistered'),
        eligibleRoles: known([{ roleId: contributorId, scope: '/' }]),
      },
      {
        state: 'blocked',
        reasons: [{ code: 'missingActions', actions: actionsFor.register, heldInGroup: false }],
        hints: [{ code: 'eligibleRole', roleId: contributorId, scope: '/' }],
      },
    ],
    [
      'disabled, of another tenant, denied',
      {
        subscription: subscription({ state: 'Disabled', tenantId: fabrikam }),
        registration: known<RegistrationState>('notRegistered'),
        denials: known([{ name: 'Locked', permissions: [owner] }]),
      },
      {
        state: 'blocked',
        reasons: [
          { code: 'otherTenant', tenantId: fabrikam },
          { code: 'subscriptionState', state: 'Disabled' },
          { code: 'denyAssignment', name: 'Locked' },
        ],
        hints: [],
      },
    ],
    ['registration not read', { registration: notRead, rights: known([]) }, { state: 'notChecked' }],
    ['registration unknown', { registration: unknown }, { state: 'unknown', problem }],
    [
      'rights not read',
      { rights: notRead, registration: known<RegistrationState>('notRegistered') },
      { state: 'notChecked' },
    ],
    [
      'rights unknown',
      { rights: unknown, registration: known<RegistrationState>('notRegistered') },
      { state: 'unknown', problem },
    ],
  ])('%s', (_, over, expected) => {
    expect(registrationReadiness(facts(over))).toEqual(expected);
  });
});
