import { describe, expect, it } from 'vitest';
import { copyIn, customer, subscription } from '../../test/domain/offers.ts';
import type { Estate } from './estate.ts';
import { makeGuardrailPlan, type GuardrailPlan } from './guardrailReview.ts';
import { copyId, delegationId, tenantId, type ScopeId } from './ids.ts';
import type { Delegation, OfferCopy, Provisioning } from './offer.ts';

const other = tenantId('bbbbbbbb-0000-4000-8000-00000000000b');
const copy = copyIn(1);
const elses: OfferCopy = { ...copyIn(2), managedByTenantId: other, name: 'Another' };
const group = { name: 'all', displayName: 'All' };
const subscriptions = [1, 2, 3].map((n) => ({
  ...subscription(n),
  tenantId: customer,
  ...(n < 3 && { managementGroups: [group] }),
}));
const delegated = (scope: ScopeId, to: OfferCopy, provisioning: Provisioning = 'succeeded'): Delegation => ({
  id: delegationId(scope, 'dddddddd-0000-4000-8000-000000000001'),
  scope,
  copyId: to.id,
  provisioning,
});
const estate = (delegations: readonly Delegation[], copies = [copy, elses]): Estate => ({
  subscriptions,
  copies,
  delegations,
  source: 'arm',
  problems: [],
});
const at = '/providers/Microsoft.Management/managementGroups/all';
const allow = (facts: Estate) => makeGuardrailPlan({ kind: 'allow', scope: at, displayName: 'List' }, facts, customer);
const planned = (facts: Estate): GuardrailPlan => {
  const plan = allow(facts);
  if ('blocker' in plan) throw new Error(plan.blocker);
  return plan;
};
const own = subscription(1).id;

describe('a list of allowed tenants', () => {
  it('names who is in use, and says what it would refuse', () => {
    const plan = planned(estate([delegated(own, copy)]));
    expect(plan.planned.body.properties.parameters).toEqual({
      listOfAllowedTenants: { value: [copy.managedByTenantId] },
    });
    expect(plan.tenants.map(({ managedByTenantId }) => managedByTenantId)).toEqual([copy.managedByTenantId]);
    expect(plan.refused.map(({ content }) => content.name)).toEqual(['Another']);
  });

  it('says what those are called whom it allows, where Azure says so', () => {
    const named = { ...elses, managedByTenantName: 'Tailspin' };
    const facts = estate([delegated(own, copy), delegated(subscription(2).id, named)], [copy, named]);
    expect(planned(facts).tenants).toEqual([
      { managedByTenantId: copy.managedByTenantId },
      { managedByTenantId: other, providerName: 'Tailspin' },
    ]);
    expect(planned(facts).tenants[0]).not.toHaveProperty('providerName');
    // One that another copy does not name keeps its name.
    const unnamed = { ...copyIn(3), managedByTenantId: other };
    expect(planned({ ...facts, copies: [...facts.copies, unnamed] }).tenants[1]?.providerName).toBe('Tailspin');
  });

  it('counts the subscriptions of this tenant alone, and passes over what has no scope', () => {
    const foreign = { ...subscription(4), tenantId: other };
    const odd = { ...delegated(own, elses), scope: 'nowhere' as ScopeId };
    const facts = { ...estate([delegated(own, copy), odd]), subscriptions: [...subscriptions, foreign] };
    expect(planned(facts)).toMatchObject({
      subscriptions: 3,
      tenants: [{ managedByTenantId: copy.managedByTenantId }],
    });
  });

  it('counts how far it reaches; where the management groups cannot be read nobody knows', () => {
    expect(planned(estate([delegated(own, copy)]))).toMatchObject({ reached: 2, unclear: 1, subscriptions: 3 });
  });

  it('is not offered where it would be empty, or keep out somebody whom nobody can name', () => {
    expect(allow(estate([]))).toEqual({ blocker: 'noneInUse' });
    const gone = copyId(subscription(1).subscriptionId, 'cccccccc-0000-4000-8000-00000000000c');
    const stale = { ...delegated(own, copy), copyId: gone };
    expect(allow(estate([delegated(subscription(2).id, copy), stale]))).toEqual({ blocker: 'unknownTenants' });
  });

  it('passes over what gives no access, and what is not this tenant’s', () => {
    expect(allow(estate([delegated(own, elses, 'failed')]))).toEqual({ blocker: 'noneInUse' });
    const foreign = { ...subscription(4), tenantId: other };
    const facts = {
      ...estate([delegated(own, copy), delegated(foreign.id, elses)]),
      subscriptions: [...subscriptions, foreign],
    };
    expect(planned(facts).tenants).toHaveLength(1);
  });
});

it('the audit refuses nobody, whatever is in use', () => {
  const plan = makeGuardrailPlan({ kind: 'audit', scope: own, displayName: 'Audit' }, estate([]), customer);
  expect(plan).toMatchObject({ tenants: [], refused: [], reached: 1 });
});
