import type { Tenant } from '../model.ts';

/** The customer of every world. */
export const contoso: Tenant = {
  id: '11111111-1111-4111-8111-111111111111',
  displayName: 'Contoso',
  defaultDomain: 'contoso.onmicrosoft.com',
  countryCode: 'KR',
};

/** A provider with a marketplace offer. */
export const northwind: Tenant = {
  id: '22222222-2222-4222-8222-222222222222',
  displayName: 'Northwind Managed Services',
  defaultDomain: 'northwind-msp.example',
  countryCode: 'US',
};

/** A provider that hands out an ARM template instead. */
export const fabrikam: Tenant = {
  id: '33333333-3333-4333-8333-333333333333',
  displayName: 'Fabrikam Cloud Care',
  defaultDomain: 'fabrikam-care.example',
  countryCode: 'DE',
};

/** A second customer tenant: home of the guests, and of the subscription that Contoso looks after. */
export const tailspin: Tenant = {
  id: '44444444-4444-4444-8444-444444444444',
  displayName: 'Tailspin Toys',
  defaultDomain: 'tailspin.example',
  countryCode: 'SE',
};

/** A provider whose texts are an attack on whoever shows them. Only in `busy`. */
export const proseware: Tenant = {
  id: '66666666-6666-4666-8666-666666666666',
  displayName: 'Proseware <b>Verified by Microsoft</b>',
  defaultDomain: 'proseware.example',
  countryCode: 'US',
};
