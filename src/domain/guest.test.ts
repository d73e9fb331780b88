import { describe, expect, it } from 'vitest';
import { blocksDelegation, membership, type Membership } from './guest.ts';
import { tenantId } from './ids.ts';

const contoso = tenantId('11111111-1111-4111-8111-111111111111');
const fabrikam = tenantId('22222222-2222-4222-8222-222222222222');

describe('membership', () => {
  it.each([
    ['own account, acct 0', { tenantId: contoso, homeTenantId: contoso, acct: 0 }, 'member'],
    ['own account, acct 1: an internal guest', { tenantId: contoso, homeTenantId: contoso, acct: 1 }, 'guest'],
    ['own account, no claim', { tenantId: contoso, homeTenantId: contoso }, 'memberAssumed'],
    ['foreign account, acct 0', { tenantId: contoso, homeTenantId: fabrikam, acct: 0 }, 'externalMember'],
    ['foreign account, acct 1', { tenantId: contoso, homeTenantId: fabrikam, acct: 1 }, 'guest'],
    ['foreign account, no claim', { tenantId: contoso, homeTenantId: fabrikam }, 'guest'],
  ] as const)('%s', (_, person, expected) => {
    expect(membership(person)).toBe(expected);
  });
});

describe('blocksDelegation', () => {
  it.each([
    ['guest', 'block', true],
    ['guest', 'warn', false],
    ['member', 'block', false],
    ['memberAssumed', 'block', false],
    ['externalMember', 'block', false],
    ['externalMember', 'warn', false],
  ] satisfies [Membership, 'block' | 'warn', boolean][])('%s with %s: %s', (member, guests, expected) => {
    expect(blocksDelegation(member, guests)).toBe(expected);
  });
});
