import { describe, expect, it } from 'vitest';
import { content, copyIn, offer } from '../../test/domain/offers.ts';
import type { CatalogOffer } from './catalogOffer.ts';
import { newerVersion, oldestVersion } from './newer.ts';

function published(version: string): CatalogOffer {
  const { plan, managedByTenantId, authorizations } = content(version);
  if (!plan) throw new Error('A marketplace offer has a plan.');
  return { plan, managedByTenantId, authorizations, offerName: 'N', publisherName: 'N', planName: 'N' };
}

describe('newerVersion', () => {
  it('compares by number', () => {
    const stored = offer([copyIn(1, content('1.9.0'))]);
    expect(newerVersion(stored, ['1.9.0', '1.10.0', '1.2.0'].map(published))?.plan.version).toBe('1.10.0');
    expect(newerVersion(stored, ['1.9.0', '1.2.0'].map(published))).toBeUndefined();
    expect(newerVersion(stored, [])).toBeUndefined();
  });

  it('goes by the copy that is furthest behind', () => {
    const half = offer([copyIn(1, content('1.1.0')), copyIn(2, content('1.0.0'))]);
    expect(oldestVersion(half)).toBe('1.0.0');
    expect(newerVersion(half, [published('1.1.0')])?.plan.version).toBe('1.1.0');
  });

  it('knows no newer version of a template offer', () => {
    const { plan: _, ...plain } = content();
    expect(newerVersion(offer([copyIn(1, plain)]), [published('9.0.0')])).toBeUndefined();
    expect(oldestVersion(offer([copyIn(1, plain)]))).toBe('');
  });

  it('goes by what the offer itself says, where no copy of it is stored yet', () => {
    const incoming = { content: content('1.2.0'), copies: [] };
    expect(oldestVersion(incoming)).toBe('1.2.0');
    expect(newerVersion(incoming, [published('1.3.0')])?.plan.version).toBe('1.3.0');
    const { plan: _, ...plain } = content();
    expect(oldestVersion({ content: plain, copies: [] })).toBe('');
  });
});
