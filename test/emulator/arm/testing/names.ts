/** Who and what there is in the tests of this room. */

export const contoso = '11111111-1111-4111-8111-111111111111';
export const northwind = '22222222-2222-4222-8222-222222222222';
export const tailspin = '44444444-4444-4444-8444-444444444444';

export const registered = 'aaaaaaaa-0000-4000-8000-000000000001';
export const unregistered = 'aaaaaaaa-0000-4000-8000-000000000002';
export const disabled = 'aaaaaaaa-0000-4000-8000-000000000003';
export const reseller = 'aaaaaaaa-0000-4000-8000-000000000004';
export const foreign = 'bbbbbbbb-0000-4000-8000-000000000001';

export const roles = {
  owner: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
  contributor: 'b24988ac-6180-42a0-ab88-20f7382dd24c',
  reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
  userAccessAdministrator: '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9',
  accessAdministrator: 'f58310d9-a9f6-439a-9e8d-f62e7b41a168',
  dataReader: '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1',
  custom: '99999999-0000-4000-8000-000000000001',
} as const;

/** Object ids by the names the tests use; Northwind's support group and one engineer in it. */
export const ids = {
  owner: '00000000-1111-4000-8000-000000000001',
  viaGroup: '00000000-1111-4000-8000-000000000002',
  contributor: '00000000-1111-4000-8000-000000000003',
  reader: '00000000-1111-4000-8000-000000000004',
  userAccessAdministrator: '00000000-1111-4000-8000-000000000005',
  groupOwner: '00000000-1111-4000-8000-000000000006',
  guest: '00000000-1111-4000-8000-000000000007',
  nobody: '00000000-1111-4000-8000-000000000008',
  conditioned: '00000000-1111-4000-8000-000000000009',
  eligible: '00000000-1111-4000-8000-00000000000a',
  automation: '00000000-1111-4000-8000-00000000000b',
  owners: '00000000-1111-4000-8000-0000000000f1',
  support: '00000000-2222-4000-8000-0000000000f1',
  engineer: '00000000-2222-4000-8000-000000000001',
  bot: '00000000-2222-4000-8000-0000000000b1',
  toyOwner: '00000000-4444-4000-8000-000000000001',
} as const;
export type Who = keyof typeof ids;

export const groups: readonly Who[] = ['owners', 'support'];
export const applications: readonly Who[] = ['automation', 'bot'];

export const tenantOfPerson = (who: Who): string =>
  ids[who].startsWith('00000000-2') ? northwind : ids[who].startsWith('00000000-4') ? tailspin : contoso;

/** The management group above every subscription of Contoso. */
export const corp = '/providers/Microsoft.Management/managementGroups/corp';

/** The plan that the world's marketplace has in three versions; this is the first. */
export const plan = { publisher: 'northwind', product: 'managed', name: 'standard', version: '1.0.0' } as const;
