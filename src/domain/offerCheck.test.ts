import { describe, expect, it } from 'vitest';
import { content, customer, provider } from '../../test/domain/offers.ts';
import { principalId, roleId } from './ids.ts';
import type { Authorization, OfferContent } from './offer.ts';
import { checkOffer, type OfferFault } from './offerCheck.ts';
import { contributorId, ownerId, removesItselfId, userAccessAdministratorId } from './wellKnownRoles.ts';

const reader = roleId('acdd72a7-3385-48ef-bd42-f606fba81ae7');
const people = principalId('bbbbbbbb-0000-4000-8000-000000000001');
const others = principalId('bbbbbbbb-0000-4000-8000-000000000002');
const leave: Authorization = { kind: 'standing', principalId: people, roleId: removesItselfId, delegatedRoleIds: [] };
const standing = (over: Partial<Authorization> = {}): Authorization => ({ ...leave, roleId: reader, ...over });
const eligible = (over: Partial<Authorization> = {}): Authorization => ({
  ...standing({ roleId: contributorId }),
  kind: 'eligible',
  justInTime: { mfa: true, maximumMinutes: 240, approvers: [] },
  ...over,
});
const policy = (over: Partial<NonNullable<Authorization['justInTime']>>) => ({
  justInTime: { mfa: true, maximumMinutes: 240, approvers: [], ...over },
});
const approver = (n: number) => ({
  principalId: principalId(`cccccccc-0000-4000-8000-${String(n).padStart(12, '0')}`),
});

function faults(authorizations: readonly Authorization[], over: Partial<OfferContent> = {}): readonly OfferFault[] {
  return checkOffer({ ...content(), authorizations, ...over }, new Map(), customer);
}

describe('an offer', () => {
  it('of which Azure and its customer have nothing to complain', () => {
    expect(faults([leave, standing(), eligible()])).toEqual([]);
    expect(faults([leave, eligible({ ...policy({ approvers: [approver(2), approver(1)] }) })])).toEqual([]);
  });

  it.each<[string, readonly Authorization[], Partial<OfferFault>, Partial<OfferContent>?]>([
    ['of the own tenant', [leave], { code: 'ownTenant', weight: 'refused' }, { managedByTenantId: customer }],
    ['that gives nobody anything', [], { code: 'noAuthorization' }],
    ['of a plan, just in time only', [eligible({ roleId: removesItselfId })], { code: 'noStanding' }],
    [
      'with more than a plan may have',
      Array.from({ length: 21 }, (_, n) => standing({ principalId: approver(n).principalId })),
      { code: 'tooMany', limit: 20 },
    ],
    ['with Owner', [standing({ roleId: ownerId })], { code: 'role', reason: 'owner', roleId: ownerId }],
    [
      'with a role that works on data',
      [standing({ roleId: roleId('92aaf0da-9dab-42b6-94a3-d43ce8d16293') })],
      { code: 'role', reason: 'dataActions' },
    ],
    [
      'that passes on nothing with User Access Administrator',
      [standing({ roleId: userAccessAdministratorId })],
      { code: 'role', reason: 'delegatedRolesMissing' },
    ],
    ['with a principal that is none', [standing({ principalId: principalId('nobody') })], { code: 'principal' }],
    [
      'with a principal that nobody filled in',
      [standing({ principalId: principalId('00000000-0000-0000-0000-000000000000') })],
      { code: 'principal' },
    ],
    [
      'that passes on roles with another role',
      [standing({ delegatedRoleIds: [reader] })],
      { code: 'delegatedNotAllowed' },
    ],
    ['that is activated too briefly', [eligible(policy({ maximumMinutes: 15 }))], { code: 'duration' }],
    ['that is activated too long', [eligible(policy({ maximumMinutes: 720 }))], { code: 'duration' }],
    [
      'with too many who approve',
      [eligible(policy({ approvers: Array.from({ length: 11 }, (_, n) => approver(n)) }))],
      { code: 'tooManyApprovers' },
    ],
    [
      'that asks differently for one role',
      [eligible(), eligible({ principalId: others, ...policy({ mfa: false }) })],
      { code: 'policiesDiffer', principalId: others },
    ],
    [
      'with a role that nobody knows',
      [standing({ roleId: roleId(others) })],
      { code: 'roleUnknown', weight: 'advice' },
    ],
    [
      'that says one thing twice',
      [standing(), standing({ principalName: 'Again' })],
      { code: 'twice', weight: 'advice' },
    ],
    ['just in time for somebody who sees nothing before', [eligible()], { code: 'eligibleAlone', weight: 'advice' }],
    ['that only the customer can end', [standing()], { code: 'cannotRemoveItself', weight: 'advice' }],
    [
      'of a plan without a proper version',
      [leave],
      { code: 'planIncomplete', part: 'version' },
      { plan: { publisher: 'fabrikam', product: 'managed', name: 'standard', version: '1.0' } },
    ],
    [
      'of a plan whose name no plan can have',
      [leave],
      { code: 'planIncomplete', part: 'name' },
      { plan: { publisher: 'fabrikam', product: 'managed', name: 'My Plan', version: '1.0.0' } },
    ],
  ])('%s', (_, authorizations, fault, over) => {
    expect(faults(authorizations, over)).toContainEqual(expect.objectContaining(fault));
  });

  it('without a plan may be just in time only, and names each fault once', () => {
    const { plan: _, ...template } = content();
    const found = checkOffer({ ...template, authorizations: [eligible(), eligible()] }, new Map(), customer);
    expect(found.map(({ code }) => code)).toEqual(['twice', 'eligibleAlone', 'cannotRemoveItself']);
    expect(template.managedByTenantId).toBe(provider);
  });
});
