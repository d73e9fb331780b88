import { describe, expect, it } from 'vitest';
import { content, copyIn, offer, resourceGroup, subscription, subscriptionNo } from '../../test/domain/offers.ts';
import { copyId } from './ids.ts';
import { ownCopyId, ownDelegationId } from './names.ts';

describe('names of what a run writes', () => {
  // Frozen: another name here would make what earlier runs wrote unrecognizable, and could delegate a scope twice.
  it('are these, for ever', () => {
    const own = ownCopyId(subscriptionNo(1), offer([copyIn(1)]));
    const portal = copyIn(1).id;
    const names = {
      own,
      subscriptionToOwn: ownDelegationId(subscription(1).id, own),
      subscriptionToPortal: ownDelegationId(subscription(2).id, portal),
      groupToPortal: ownDelegationId(resourceGroup(2, 'Prod-Web').id, portal),
    };
    expect(Object.entries(names).map(([name, id]) => [name, id.split('/').at(-1)])).toEqual([
      ['own', '59d4b23a-3d5e-54ec-9cbd-e55b7019c048'],
      ['subscriptionToOwn', '2b0bbb9a-7c3e-5e23-b30f-184f8bf88d48'],
      ['subscriptionToPortal', '954d8439-ecba-5bc6-8c52-011dadf0da2f'],
      ['groupToPortal', 'd76de1ae-446c-5afa-82a8-1dd0cf0ef63b'],
    ]);
  });

  it('do not depend on the version of the plan, on the subscription only by where they are', () => {
    const [one, two] = [content('1.0.0'), content('2.1.0')].map((of) =>
      ownCopyId(subscriptionNo(1), offer([copyIn(1, of)])),
    );
    expect(one).toBe(two);
    const elsewhere = ownCopyId(subscriptionNo(2), offer([copyIn(1)]));
    expect(elsewhere.split('/').at(-1)).toBe(one?.split('/').at(-1));
    expect(elsewhere).not.toBe(one);
  });

  it('do not depend on how Azure writes letters', () => {
    const upper = {
      ...content(),
      plan: { publisher: 'NorthWind', product: 'Managed-Azure', name: 'Standard', version: '1.0.0' },
    };
    expect(ownCopyId(subscriptionNo(1), offer([copyIn(1, upper)]))).toBe(
      ownCopyId(subscriptionNo(1), offer([copyIn(1)])),
    );
    const group = resourceGroup(1, 'prod').id;
    expect(ownDelegationId(resourceGroup(1, 'PROD').id, copyIn(1).id).split('/').at(-1)).toBe(
      ownDelegationId(group, copyIn(1).id).split('/').at(-1),
    );
  });

  it('of a template offer are those that its template computed', () => {
    const { plan: _, ...template } = content();
    const there = copyIn(3, template);
    expect(ownCopyId(subscriptionNo(1), offer([there]))).toBe(
      copyId(subscriptionNo(1), 'cccccccc-0000-4000-8000-000000000003'),
    );
  });

  it('of a template that is at hand are those it computes, each scope its own', () => {
    const { plan: _, ...template } = content();
    const names = { copy: 'dddddddd-0000-4000-8000-000000000001', delegation: 'dddddddd-0000-4000-8000-000000000002' };
    const group = resourceGroup(1, 'prod');
    const notStored = {
      content: template,
      copies: [],
      namesAt: (scope: string) => (scope === group.id ? names : { copy: 'eeeeeeee-0000-4000-8000-000000000001' }),
    };
    const copy = ownCopyId(subscriptionNo(1), notStored, group.id);
    expect(copy).toBe(copyId(subscriptionNo(1), names.copy));
    expect(ownDelegationId(group.id, copy, names)).toBe(
      `${group.id}/providers/Microsoft.ManagedServices/registrationAssignments/${names.delegation}`,
    );
    // A delegation that refers to another copy is not the template's own.
    expect(ownDelegationId(group.id, copyIn(2).id, names)).toBe(ownDelegationId(group.id, copyIn(2).id));
    expect(ownCopyId(subscriptionNo(1), notStored)).toBe(
      copyId(subscriptionNo(1), 'eeeeeeee-0000-4000-8000-000000000001'),
    );
  });
});
