import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { content, copyIn, customer, resourceGroup, subscription } from '../../test/domain/offers.ts';
import { copyId, delegationId, principalId, tenantId, type ScopeId } from './ids.ts';
import { givesAccess, makeInventory, type InventoryRow } from './inventory.ts';
import { inventoryCsv, inventoryFileName, inventoryJson } from './inventoryExport.ts';
import { inventoryFilter } from './inventoryFilter.ts';
import type { Delegation, OfferContent, OfferCopy, Provisioning } from './offer.ts';
import { groupOffers } from './offers.ts';

const copy = copyIn(1);
const missing = copyId(subscription(9).subscriptionId, 'cccccccc-0000-4000-8000-000000000099');

function delegated(scope: ScopeId, to = copy.id, provisioning: Provisioning = 'succeeded'): Delegation {
  return { id: delegationId(scope, 'dddddddd-0000-4000-8000-000000000001'), scope, copyId: to, provisioning };
}

function inventoryOf(delegations: readonly Delegation[], copies: readonly OfferCopy[] = [copy]) {
  const foreign = { ...subscription(8), tenantId: tenantId('88888888-8888-4888-8888-888888888888') };
  const estate = {
    subscriptions: [subscription(1), subscription(2), foreign],
    copies,
    delegations,
    source: 'resourceGraph',
    problems: [],
  } as const;
  return makeInventory(estate, groupOffers(copies, delegations), new Map(), customer);
}

const whole = delegated(subscription(1).id);
const part = delegated(resourceGroup(2, 'web').id);
const broken = delegated(subscription(2).id, missing);
const facts = {
  tenant: { id: customer, name: 'Contoso' },
  exportedAt: '2026-11-27T01:00:00.000Z',
  total: 3,
  problems: [],
} as const;

describe('makeInventory', () => {
  it('has a row for each delegation of the tenant, also where nobody can read what it gives', () => {
    const { rows, elsewhere } = inventoryOf([whole, part, broken, delegated(subscription(8).id)]);
    expect(rows.map(({ name, kind, condition, access }) => [name, kind, condition, access?.level])).toEqual([
      ['Subscription 1', 'subscription', 'inEffect', 4],
      ['web', 'resourceGroup', 'inEffect', 4],
      ['Subscription 2', 'subscription', 'unreadable', undefined],
    ]);
    expect(elsewhere).toBe(1);
  });

  it('goes by the copy that a delegation refers to, not by the newest one of the offer', () => {
    const newer = copyIn(2, content('1.1.0'));
    const { rows } = inventoryOf([whole, delegated(subscription(2).id, newer.id)], [copy, newer]);
    expect(rows.map((row) => [row.content?.plan?.version, row.offer?.content.plan?.version])).toEqual([
      ['1.0.0', '1.1.0'],
      ['1.1.0', '1.1.0'],
    ]);
  });

  it('says when a delegation began: as Azure says, else as it was read apart', () => {
    const dated = { ...whole, createdAt: '2026-01-01T00:00:00Z' };
    const estate = { subscriptions: [subscription(1)], copies: [copy], source: 'arm', problems: [] } as const;
    const since = (delegation: Delegation, read?: string) =>
      makeInventory(
        { ...estate, delegations: [delegation] },
        groupOffers([copy], [delegation]),
        new Map(),
        customer,
        () => read,
      ).rows[0]?.since;
    expect(since(dated, '2026-02-02T00:00:00Z')).toBe('2026-01-01T00:00:00Z');
    expect(since(whole, '2026-02-02T00:00:00Z')).toBe('2026-02-02T00:00:00Z');
    expect(since(whole)).toBeUndefined();
  });

  it.each([
    ['succeeded', 'inEffect', 'unreadable'],
    ['working', 'changing', 'changing'],
    ['deleting', 'changing', 'changing'],
    ['failed', 'notInEffect', 'notInEffect'],
    ['canceled', 'notInEffect', 'notInEffect'],
  ] as const)('calls %s %s, and %s where nobody can read what it gives', (provisioning, condition, unread) => {
    const stateBy = (to: typeof copy.id) =>
      inventoryOf([delegated(subscription(1).id, to, provisioning)]).rows[0]?.condition;
    expect([stateBy(copy.id), stateBy(missing)]).toEqual([condition, unread]);
  });

  it('knows the subscription of each, where it is seen, and passes over what has no scope', () => {
    const [row, ...rest] = inventoryOf([part, { ...whole, scope: 'nowhere' as ScopeId }]).rows;
    expect(rest).toEqual([]);
    expect(row).toMatchObject({ subscription: { name: 'Subscription 2' }, subscriptionName: 'Subscription 2' });
  });

  it('keeps a subscription that is not seen, by its id', () => {
    const [row] = inventoryOf([delegated(subscription(5).id)]).rows;
    expect(row).toMatchObject({ name: subscription(5).subscriptionId });
    expect(row).not.toHaveProperty('subscription');
  });

  it.each([
    ['succeeded', true],
    ['working', true],
    ['deleting', false],
    ['failed', false],
    ['canceled', false],
  ] as const)('%s gives access: %s', (provisioning, gives) => {
    const [row] = inventoryOf([delegated(subscription(1).id, copy.id, provisioning)]).rows;
    expect(row && givesAccess(row)).toBe(gives);
  });
});

describe('inventoryFilter', () => {
  const { rows } = inventoryOf([whole, part, broken]);
  const found = (filter: Parameters<typeof inventoryFilter>[0]) =>
    rows.filter(inventoryFilter(filter)).map(({ name }) => name);

  it('finds by provider, offer and the time when access holds', () => {
    const { standing, justInTime } = { standing: content().authorizations[0], justInTime: content().authorizations[1] };
    const giving = (n: number, authorizations: readonly unknown[], more: Partial<OfferCopy> = {}) =>
      copyIn(
        n,
        { ...content(), name: `Offer ${n}`, plan: undefined as never, authorizations: authorizations as never },
        more,
      );
    const elsewhere = tenantId('33333333-3333-4333-8333-333333333333');
    const several = [
      giving(1, [standing]),
      giving(2, [justInTime], { managedByTenantId: elsewhere, managedByTenantName: 'Tailspin' }),
      giving(3, []),
    ];
    const at = [subscription(1).id, subscription(2).id, resourceGroup(2, 'web').id] as const;
    const { rows: all } = inventoryOf([...at.map((scope, n) => delegated(scope, several[n]?.id)), broken], several);
    const names = (filter: Parameters<typeof inventoryFilter>[0]) =>
      all.filter(inventoryFilter(filter)).map(({ offer }) => offer?.content.name);
    expect(names({ provider: elsewhere })).toEqual(['Offer 2']);
    expect(names({ provider: tenantId('44444444-4444-4444-8444-444444444444') })).toEqual([]);
    expect(names({ offer: all.find(({ offer }) => offer?.content.name === 'Offer 1')?.offer?.key as never })).toEqual([
      'Offer 1',
    ]);
    expect(names({ terms: 'standing' })).toEqual(['Offer 1']);
    expect(names({ terms: 'justInTime' })).toEqual(['Offer 2']);
    expect(names({ terms: 'both' })).toEqual([]);
    expect(names({ level: 4 })).toEqual(['Offer 2']);
    expect(names({ level: 4, terms: 'standing' })).toEqual([]);
    expect(names({ text: 'tailspin' })).toEqual(['Offer 2']);
    expect(names({ text: elsewhere })).toEqual(['Offer 2']);
  });

  it('finds by any part, and everything without one', () => {
    expect(found({})).toHaveLength(3);
    expect(found({ kind: 'resourceGroup' })).toEqual(['web']);
    expect(found({ condition: 'unreadable' })).toEqual(['Subscription 2']);
    expect(found({ level: 4, terms: 'both' })).toEqual(['Subscription 1', 'web']);
    expect(found({ terms: 'standing' })).toEqual([]);
    expect(found({ text: 'NORTHWIND operators' })).toEqual(['Subscription 1', 'web']);
    expect(found({ text: 'subscription contributor' })).toEqual(['Subscription 1', 'web']);
    expect(found({ text: missing })).toEqual(['Subscription 2']);
    // What nobody can read is nobody's, as far as a filter goes.
    const [{ offer, content: given } = {}] = rows;
    expect(found({ offer: offer?.key ?? expect.fail('no offer') })).toEqual(['Subscription 1', 'web']);
    expect(found({ provider: given?.managedByTenantId ?? expect.fail('no tenant') })).toEqual([
      'Subscription 1',
      'web',
    ]);
  });
});

/** A reader of RFC 4180, written apart from the writer. */
function readCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const [names = [], ...rows] = lines
    .filter((line) => line !== '')
    .map((line) => Array.from(line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g), ([, it]) => (it ?? '').replaceAll('""', '"')));
  return rows.map((row) => {
    expect(row).toHaveLength(names.length);
    return Object.fromEntries(names.map((name, at) => [name, row[at] ?? '']));
  });
}

describe('the CSV file', () => {
  it('has one row per scope, principal and role, and one where nobody can read them', () => {
    const rows = readCsv(inventoryCsv(inventoryOf([whole, part, broken]).rows, facts));
    expect(rows.map((row) => [row['scope_name'], row['role_name'], row['access_kind']])).toEqual([
      ['Subscription 1', 'Contributor', 'eligible'],
      ['Subscription 1', 'Reader', 'standing'],
      ['web', 'Contributor', 'eligible'],
      ['web', 'Reader', 'standing'],
      ['Subscription 2', '', ''],
    ]);
    expect(rows[4]).toMatchObject({ state: 'unreadable', copy_id: missing, delegation_id: broken.id });
    expect(rows[0]).toMatchObject({ maximum_minutes: '480', requires_mfa: 'true', scope_id: subscription(1).id });
  });

  it('begins with a byte order mark and ends its lines with CR LF', () => {
    const csv = inventoryCsv(inventoryOf([whole]).rows, facts);
    expect(csv.startsWith('\uFEFF"exported_at_utc",')).toBe(true);
    expect(csv.endsWith('"\r\n')).toBe(true);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('holds no formula and stays a table, whatever a provider calls things', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r\n', '＝', '"', ',', ' ='), fc.string())
        .map(([sign, rest]) => `${sign}${rest}`),
    );
    fc.assert(
      fc.property(hostile, (name) => {
        const written: OfferContent = {
          ...content(),
          name,
          authorizations: content().authorizations.map((one) => ({ ...one, principalName: name })),
        };
        const rows = readCsv(inventoryCsv(inventoryOf([whole], [copyIn(1, written)]).rows, facts));
        expect(rows).toHaveLength(2);
        for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^[=+\-@\t\r＝]/u);
      }),
    );
  });
});

describe('the JSON file', () => {
  const hostile = { ...content(), name: 'safe\u202Egpj.exe' };
  const rows: readonly InventoryRow[] = inventoryOf([whole, broken], [copyIn(1, hostile)]).rows;

  it('says its version, and null where something is unknown', () => {
    const text = inventoryJson(rows, facts);
    expect(text).toContain('safe\\u202egpj.exe');
    const file: unknown = JSON.parse(text);
    expect(file).toMatchObject({
      schemaVersion: 1,
      kind: 'azure-lighthouse-delegations',
      exportedAt: facts.exportedAt,
      tenant: { id: customer },
      delegationsInAll: 3,
      delegations: [
        { scope: { id: subscription(1).id }, offer: { name: hostile.name }, accessLevel: 4, since: null },
        { copyId: missing, offer: null, provider: null, access: null, accessLevel: null },
      ],
    });
    expect(JSON.stringify(file)).toContain(principalId('bbbbbbbb-0000-4000-8000-000000000001'));
  });
});

it('names files by the day', () => {
  expect(inventoryFileName(facts.exportedAt, 'csv')).toBe('lighthouse-delegations-2026-11-27.csv');
});

describe('every cell of a file', () => {
  const groups = [
    { name: 'root', displayName: 'Root' },
    { name: 'it', displayName: 'IT' },
  ];
  const approvers = [
    principalId('aaaaaaaa-0000-4000-8000-000000000001'),
    principalId('aaaaaaaa-0000-4000-8000-000000000002'),
  ];
  const [reader, contributor] = content().authorizations;
  const written = copyIn(
    1,
    {
      ...content(),
      authorizations: [
        { ...reader, delegatedRoleIds: reader ? [reader.roleId] : [] },
        {
          ...contributor,
          justInTime: { mfa: false, maximumMinutes: 60, approvers: approvers.map((one) => ({ principalId: one })) },
        },
      ] as OfferContent['authorizations'],
    },
    { managedByTenantName: 'Northwind' },
  );
  const delegation = { ...delegated(resourceGroup(1, 'web').id), createdAt: '2026-01-01T00:00:00Z' };
  const estate = {
    subscriptions: [{ ...subscription(1), managementGroups: groups }],
    copies: [written],
    delegations: [delegation],
    source: 'arm',
    problems: [],
  } as const;
  const { rows } = makeInventory(estate, groupOffers([written], [delegation]), new Map(), customer);

  it('is what is known of the delegation', () => {
    const lines = readCsv(inventoryCsv(rows, facts));
    const common = {
      exported_at_utc: facts.exportedAt,
      tenant_id: customer,
      scope_kind: 'resourceGroup',
      subscription_name: 'Subscription 1',
      subscription_id: subscription(1).subscriptionId,
      management_groups: 'root / it',
      provider_name: 'Northwind',
      offer_source: 'marketplace',
      plan_publisher: 'northwind',
      plan_product: 'managed-azure',
      plan_name: 'standard',
      offer_version: '1.0.0',
      since_utc: '2026-01-01T00:00:00Z',
      copy_id: written.id,
    };
    expect(lines).toMatchObject([
      { ...common, maximum_minutes: '', requires_mfa: '', approver_ids: '', roles_it_may_pass_on: reader?.roleId },
      { ...common, access_level: '4', maximum_minutes: '60', requires_mfa: 'false', approver_ids: approvers.join(' ') },
    ]);
  });

  it('is in the JSON file as well', () => {
    const { delegations } = JSON.parse(inventoryJson(rows, facts)) as { delegations: readonly unknown[] };
    expect(delegations).toMatchObject([
      {
        since: '2026-01-01T00:00:00Z',
        scope: { name: 'web', subscriptionName: 'Subscription 1', managementGroups: groups },
        provider: { name: 'Northwind' },
        offer: { source: 'marketplace', plan: written.plan },
        access: [{ roleName: 'Reader' }, { roleName: 'Contributor' }],
      },
    ]);
  });

  it('is empty or null where nothing is known', () => {
    const { plan: _, ...bare } = content();
    const plain = copyIn(1, { ...bare, authorizations: [{ ...reader, roleId: 'x' }] as never });
    const some = inventoryOf([delegated(subscription(5).id, plain.id)], [plain]).rows;
    expect(readCsv(inventoryCsv(some, facts))[0]).toMatchObject({
      subscription_name: '',
      management_groups: '',
      provider_name: '',
      plan_publisher: '',
      plan_product: '',
      plan_name: '',
      offer_version: '',
      since_utc: '',
      role_name: '',
      approver_ids: '',
    });
    const { delegations } = JSON.parse(inventoryJson(some, facts)) as { delegations: readonly unknown[] };
    expect(delegations).toMatchObject([
      {
        scope: { subscriptionName: null, managementGroups: null },
        provider: { name: null },
        offer: { source: 'template', plan: null },
        access: [{ roleName: null }],
      },
    ]);
  });
});
