import { describe, expect, it } from 'vitest';
import { unexpectedIn, type Expectation } from './expectation.ts';
import { tenantId } from './ids.ts';

const northwind = tenantId('11111111-1111-4111-8111-111111111111');
const fabrikam = tenantId('22222222-2222-4222-8222-222222222222');
const plan = { publisher: 'Northwind', product: 'Managed', name: 'gold', version: '1.0.0' };

const offer = { managedByTenantId: northwind, content: { plan } };
const template = { managedByTenantId: northwind, content: {} };

function expecting(given: Partial<Expectation>): Expectation {
  return { tenants: [], offers: [], otherwise: 'block', ...given };
}

describe('unexpectedIn', () => {
  it('finds nothing where nothing is listed', () => {
    expect(unexpectedIn(offer, expecting({}))).toBeUndefined();
  });

  it('finds a managing tenant that is not listed', () => {
    expect(unexpectedIn(offer, expecting({ tenants: [fabrikam] }))).toBe('managingTenant');
    expect(unexpectedIn(offer, expecting({ tenants: [fabrikam, northwind] }))).toBeUndefined();
  });

  it('finds a plan that is not listed, in whatever case and version', () => {
    expect(unexpectedIn(offer, expecting({ offers: ['northwind.managed.gold'] }))).toBeUndefined();
    expect(unexpectedIn(offer, expecting({ offers: ['northwind.managed.silver'] }))).toBe('offer');
  });

  it('does not take a template offer for a listed plan, even of an expected tenant', () => {
    expect(unexpectedIn(template, expecting({ tenants: [northwind] }))).toBeUndefined();
    expect(unexpectedIn(template, expecting({ tenants: [northwind], offers: ['northwind.managed.gold'] }))).toBe(
      'offer',
    );
  });
});
