import { describe, expect, it } from 'vitest';
import { content, copyIn, offer, resourceGroup, subscription } from '../../test/domain/offers.ts';
import { contentOfCatalog, versionMeant } from './catalogOffer.ts';
import type { CatalogOffer } from './catalogOffer.ts';
import { delegationId } from './ids.ts';
import type { ScopeId } from './ids.ts';
import type { Delegation, Provisioning } from './offer.ts';
import { storedVersions } from './offerVersions.ts';

function published(version: string, name = 'standard'): CatalogOffer {
  const { managedByTenantId, authorizations } = content();
  const plan = { publisher: 'northwind', product: 'managed-azure', name, version };
  return { plan, managedByTenantId, authorizations, offerName: 'Managed', publisherName: 'N', planName: 'S' };
}

describe('the version that is meant', () => {
  const plan = { publisher: 'NORTHWIND', product: 'managed-azure', plan: 'Standard' };
  const versions = ['1.9.0', '1.10.0', '1.2.0'].map((version) => published(version));
  const meant = (of: readonly CatalogOffer[], version?: string) =>
    versionMeant(of, { ...plan, ...(version !== undefined && { version }) })?.plan;

  it('is the one that is named, else the newest by number', () => {
    expect(meant(versions)?.version).toBe('1.10.0');
    expect(meant(versions, '1.2.0')?.version).toBe('1.2.0');
    expect(meant(versions, '1.2.1')).toBeUndefined();
  });

  it('is one of that plan alone', () => {
    expect(meant([published('2.0.0', 'premium'), ...versions])?.version).toBe('1.10.0');
    expect(meant([published('2.0.0', 'premium')])).toBeUndefined();
    expect(meant([])).toBeUndefined();
  });
});

it('a copy of it says what the marketplace publishes, and no description', () => {
  const { plan, managedByTenantId, authorizations } = published('1.0.0');
  expect(contentOfCatalog(published('1.0.0'))).toEqual({ managedByTenantId, name: 'Managed', plan, authorizations });
});

describe('who is on which version', () => {
  const at = (scope: ScopeId, n: number, provisioning: Provisioning = 'succeeded'): Delegation => ({
    id: delegationId(scope, `dddddddd-0000-4000-8000-00000000000${n}`),
    scope,
    copyId: copyIn(n).id,
    provisioning,
  });

  it('is told for each, the newest first, with what is delegated by it and gives access', () => {
    const copies = [copyIn(1, content('1.9.0')), copyIn(2, content('1.10.0')), copyIn(3, content('1.9.0'))] as const;
    const [old, third, fresh] = [
      at(subscription(1).id, 1),
      at(resourceGroup(3, 'web').id, 3),
      at(subscription(2).id, 2),
    ];
    const stored = storedVersions(offer(copies, [old, fresh, third, at(subscription(4).id, 1, 'failed')]));
    expect(stored.map(({ version, copies: of, delegations }) => [version, of, delegations])).toEqual([
      ['1.10.0', [copies[1]], [fresh]],
      ['1.9.0', [copies[0], copies[2]], [old, third]],
    ]);
  });

  it('knows no version of a template', () => {
    const { plan: _, ...bare } = content();
    const [only] = storedVersions(offer([copyIn(1, bare)]));
    expect(only?.version).toBeUndefined();
  });
});
