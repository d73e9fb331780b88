import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  content,
  copyIn,
  customer,
  offer,
  owner,
  provider,
  resourceGroup,
  subscription,
} from '../../test/domain/offers.ts';
import { azureWith, carryOut, changeSetFor } from '../../test/domain/runs.ts';
import { make, worlds } from '../../test/domain/worlds.ts';
import type { ChangeSet } from './changeSet.ts';
import { delegationId, tenantId } from './ids.ts';
import { isUnchanged, makeReceipt } from './makeReceipt.ts';
import type { ReceiptFacts } from './makeReceipt.ts';
import { makeRemoval } from './makeRemoval.ts';
import type { Offer } from './offer.ts';
import type { Receipt } from './receipt.ts';
import { receiptCsv, receiptFileName, receiptJson } from './receiptExport.ts';
import type { ItemStatus, RunState } from './run.ts';

const surroundings = { sha256: async (text: string) => createHash('sha256').update(text).digest('hex') };

function factsOf(changeSet: ChangeSet, state: RunState): ReceiptFacts {
  return {
    changeSet,
    state,
    app: { name: 'lighthouse-onboarding', version: '0.1.0' },
    zoneOffsetMinutes: 540,
    actor: { username: 'kim@contoso.example', name: '김하늘', homeTenantId: changeSet.tenantId, membership: 'member' },
    tenant: { id: changeSet.tenantId, name: 'Contoso', domain: 'contoso.example' },
    explained: changeSet.offer.content.authorizations.map(({ principalId, roleId, kind }) => ({
      principalId,
      roleId,
      kind,
      level: 4,
      roleName: 'Contributor',
    })),
    confirmation: { text: '3개 범위를 위임합니다.', language: 'ko' },
    reason: 'CHG-1042',
  };
}

const accepted = offer([copyIn(1)]);
const plan = { publisher: 'northwind', product: 'managed-azure', name: 'standard', version: '1.0.0' };

async function receiptOfThree(): Promise<Receipt> {
  const scopes = [subscription(1), subscription(2), resourceGroup(2, 'web'), resourceGroup(3, 'data')];
  const refused = new Map([
    [
      resourceGroup(3, 'data').id,
      { code: 'notAllowed' as const, azure: { status: 403, code: 'AuthorizationFailed', message: 'no' } },
    ],
  ]);
  const { azure, time } = azureWith(accepted, [subscription(1), subscription(2)], { refused });
  const changeSet = changeSetFor(azure, time, accepted, scopes);
  const { state } = await carryOut(azure, time, changeSet);
  return makeReceipt(factsOf(changeSet, state), surroundings);
}

describe('the receipt of a removal', () => {
  it('says what was removed, kept and written again, and what was read: gone or there', async () => {
    const copy = copyIn(1);
    const at = (n: number, of = copy) => ({
      id: delegationId(subscription(n).id, `dddddddd-0000-4000-8000-00000000000${n}`),
      scope: subscription(n).id,
      copyId: of.id,
      provisioning: 'succeeded' as const,
    });
    const keptCopy = copyIn(3, { ...content(), name: 'Another', plan: { ...plan, name: 'premium' } });
    const kept = { ...at(1, keptCopy), id: delegationId(subscription(1).id, 'dddddddd-0000-4000-8000-000000000009') };
    const ours = offer([copy], [at(1), at(2)]);
    const others = { ...offer([keptCopy], [kept]), key: 'kept' as Offer['key'] };
    const { azure, time } = azureWith(ours, [subscription(1), subscription(2), subscription(3)]);
    azure.seed({ copies: [keptCopy], delegations: [kept] });
    const facts = { tenantId: customer, actor: owner, offer: ours, offers: [ours, others], reapply: true, now: 0 };
    const changeSet = makeRemoval<never>({
      ...facts,
      delegations: [at(1).id],
      copies: [copy.id],
      blockersOf: () => [],
      nameOf: (id) => id,
    });
    const { state } = await carryOut(azure, time, changeSet);
    const receipt = await makeReceipt(factsOf(changeSet, state), surroundings);
    expect(receipt.kind).toBe('remove');
    expect(receipt.scopes).toMatchObject([
      { does: 'remove', outcome: 'done', delegationId: at(1).id, readBack: { found: 'gone' } },
      { does: 'reapplyCopy', outcome: 'done', keptOffer: 'Another', copyId: keptCopy.id, readBack: { found: 'there' } },
      { does: 'reapply', outcome: 'done', keptOffer: 'Another', delegationId: kept.id, readBack: { found: 'there' } },
      { outcome: 'cannot', copyId: copy.id, reasons: [{ code: 'copyStillUsed', by: [at(2).id] }] },
    ]);
    expect(receipt.scopes.flatMap((scope) => scope.attempts.map(({ kind }) => kind))).toEqual([
      'deleteDelegation',
      'writeCopy',
      'writeDelegation',
    ]);
    // The access that was taken away stands beside what it was taken from, and not beside what was written again.
    const [, ...rows] = receiptCsv(receipt).trim().split('\r\n');
    expect(rows.map((row) => row.split(',').slice(10, 13))).toEqual([
      ...receipt.authorizations.map(() => ['"remove"', '"remove"', '"done"']),
      ['"remove"', '"reapplyCopy"', '"done"'],
      ['"remove"', '"reapply"', '"done"'],
      ['"remove"', '""', '"cannot"'],
    ]);
  });
});

describe('a receipt', () => {
  it('says who gave what to whom, on what review, and by which clock', async () => {
    const receipt = await receiptOfThree();
    expect(receipt).toMatchObject({
      schemaVersion: 2,
      kind: 'delegate',
      zoneOffset: '+09:00',
      clock: 'client',
      ended: 'finished',
      actor: { username: 'kim@contoso.example', membership: 'member' },
      tenant: { name: 'Contoso' },
      provider: { tenantId: provider, name: 'Northwind Managed Services', source: 'azure' },
      offer: { source: 'marketplace', plan: { version: '1.0.0' } },
      reason: 'CHG-1042',
      confirmation: { text: '3개 범위를 위임합니다.', language: 'ko' },
    });
    expect(receipt.authorizations).toEqual(accepted.content.authorizations);
    expect(receipt.startedAt).toBe('2026-01-05T09:00:00.000Z');
    expect(receipt.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  it('gives each chosen scope its result, its ids and what was read back', async () => {
    const { scopes, summary, shared } = await receiptOfThree();
    expect(summary).toEqual({ done: 2, already: 0, failed: 1, unknown: 0, stopped: 0, covered: 1, cannot: 0 });
    expect(scopes.map(({ name, outcome }) => `${name}: ${outcome}`)).toEqual([
      'Subscription 1: done',
      'Subscription 2: done',
      'data: failed',
      'web: covered',
    ]);
    expect(scopes[0]).toMatchObject({
      copyId: copyIn(1).id,
      attempts: [{ kind: 'writeDelegation', outcome: 'accepted', answer: 'working' }],
    });
    expect(scopes[0]?.readBack?.clientRequestId).toBeDefined();
    expect(scopes[2]).toMatchObject({ problem: { code: 'notAllowed', azure: { code: 'AuthorizationFailed' } } });
    expect(scopes[2]?.readBack).toBeUndefined();
    expect(scopes[3]).toMatchObject({ coveredBy: subscription(2).id, attempts: [] });
    expect(shared.map(({ kind }) => kind)).toEqual(['register']);
  });

  it('shows a change of a single letter', async () => {
    const receipt = await receiptOfThree();
    expect(await isUnchanged(receipt, surroundings)).toBe(true);
    expect(await isUnchanged({ ...receipt, reason: 'CHG-1043' }, surroundings)).toBe(false);
    const stored: unknown = JSON.parse(receiptJson(receipt));
    expect(await isUnchanged(stored as Receipt, surroundings)).toBe(true);
  });

  it('is made only of a run that is over', async () => {
    const { azure, time } = azureWith(accepted, []);
    const changeSet = changeSetFor(azure, time, accepted, [subscription(1)]);
    const { state } = await carryOut(azure, time, changeSet);
    await expect(
      makeReceipt(factsOf(changeSet, { ...state, phase: { name: 'running' } }), surroundings),
    ).rejects.toThrow('over');
  });

  it.each<ItemStatus>([
    ...(['waiting', 'checking', 'registering', 'writingCopy', 'updating', 'delegating'] as const).map((state) => ({
      state,
    })),
    ...(['removing', 'removingCopy', 'reapplying', 'confirming'] as const).map((state) => ({ state })),
    { state: 'needsYou', problem: { code: 'mfaNeeded' }, then: { state: 'waiting' } },
  ])('calls unknown what a damaged journal left without an end: $state', async (status) => {
    const { azure, time } = azureWith(accepted, [subscription(2)]);
    const changeSet = changeSetFor(azure, time, accepted, [subscription(2)]);
    const { state } = await carryOut(azure, time, changeSet);
    const items = state.items.map((item) => ({ ...item, status }));
    const receipt = await makeReceipt(factsOf(changeSet, { ...state, items }), surroundings);
    expect(receipt.scopes.map(({ outcome }) => outcome)).toEqual(['unknown']);
  });

  it('carries no claims challenge', async () => {
    const { azure, time } = azureWith(accepted, [subscription(2)]);
    const changeSet = changeSetFor(azure, time, accepted, [subscription(2)]);
    const { state } = await carryOut(azure, time, changeSet);
    const asked = state.items.map(
      (item) => ({ ...item, status: { state: 'failed', problem: { code: 'mfaNeeded', claims: 'secret' } } }) as const,
    );
    const receipt = await makeReceipt(factsOf(changeSet, { ...state, items: asked }), surroundings);
    expect(JSON.stringify(receipt)).not.toContain('secret');
  });

  it('equals what Azure has on record, in every world', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const { azure, time, offer: of, chosen, trouble } = make({ ...world, mfaFromWrite: undefined });
        const changeSet = changeSetFor(azure, time, of, chosen);
        const { state } = await carryOut(azure, time, changeSet, trouble);
        const receipt = await makeReceipt(factsOf(changeSet, state), surroundings);
        expect(Object.values(receipt.summary).reduce((sum, n) => sum + n)).toBe(chosen.length);
        const attempts = [...receipt.shared, ...receipt.scopes.flatMap((scope) => scope.attempts)];
        const recorded = new Map(attempts.map((attempt) => [attempt.clientRequestId, attempt.target]));
        expect(azure.audit.filter(({ clientRequestId, target }) => recorded.get(clientRequestId) !== target)).toEqual(
          [],
        );
        expect(azure.audit.filter(({ correlationId }) => correlationId !== receipt.id)).toEqual([]);
      }),
    );
  });
});

/** A reader of RFC 4180, written apart from the writer. */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows = text.replace(/^\uFEFF/, '').split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  return rows
    .filter((row) => row !== '')
    .map((row) =>
      Array.from(row.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g), ([, cell]) => (cell ?? '').replaceAll('""', '"')),
    );
}

describe('the CSV file', () => {
  it('has one row per scope and authorization given there, and one where nothing was given', async () => {
    const csv = receiptCsv(await receiptOfThree());
    expect(csv.startsWith('\uFEFF"run_correlation_id",')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    const [names = [], ...rows] = readCsv(csv);
    const column = (name: string) => rows.map((row) => row[names.indexOf(name)]);
    expect(rows.every((row) => row.length === names.length)).toBe(true);
    expect(column('scope_name')).toEqual([
      'Subscription 1',
      'Subscription 1',
      'Subscription 2',
      'Subscription 2',
      'data',
      'web',
      'web',
    ]);
    expect(column('access_kind')).toEqual(['standing', 'eligible', 'standing', 'eligible', '', 'standing', 'eligible']);
    expect(column('problem')).toEqual(['', '', '', '', 'notAllowed', '', '']);
  });

  it('leaves empty what an offer from a template does not have: no plan, and a provider without a name', async () => {
    const receipt = await receiptOfThree();
    const { plan: _, ...planless } = receipt.offer;
    const { tenantId: providerId } = receipt.provider;
    const [names = [], ...rows] = readCsv(
      receiptCsv({ ...receipt, offer: planless, provider: { tenantId: providerId, source: 'none' } }),
    );
    for (const row of rows) {
      expect([row[names.indexOf('provider_name')], row[names.indexOf('offer_version')]]).toEqual(['', '']);
      expect(row[names.indexOf('provider_tenant_id')]).toBe(providerId);
    }
  });

  it('holds no formula, whatever a provider calls its people, and loses no letter of theirs', async () => {
    const receipt = await receiptOfThree();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc
            .tuple(
              fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠', ' ='),
              fc.string(),
            )
            .map(([sign, rest]) => `${sign}${rest}`),
        ),
        async (principalName) => {
          const authorizations = receipt.authorizations.map((it) => ({ ...it, principalName }));
          const [names = [], ...rows] = readCsv(receiptCsv({ ...receipt, authorizations }));
          for (const row of rows) {
            expect(row).toHaveLength(names.length);
            for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r\n\0＝＋－＠]/u);
          }
        },
      ),
    );
    const quoted = receipt.authorizations.map((it) => ({ ...it, principalName: '한국 "운영", 팀' }));
    const [names = [], row] = readCsv(receiptCsv({ ...receipt, authorizations: quoted }));
    expect(row?.[names.indexOf('principal_name_by_provider')]).toBe('한국 "운영", 팀');
  });
});

describe('the JSON file', () => {
  it('is the same text each time, and shows what would turn or hide text', async () => {
    const receipt = await receiptOfThree();
    const hostile = { ...receipt, offer: { ...receipt.offer, name: 'safe\u202Egpj.exe\u{E0041}\u200B' } };
    const text = receiptJson(hostile);
    expect(text).toBe(receiptJson(hostile));
    expect(text).toContain('safe\\u202egpj.exe\\udb40\\udc41\\u200b');
    expect(JSON.parse(text)).toEqual(hostile);
  });
});

it('names files with ASCII letters and the day', async () => {
  const receipt = { id: '3f2a91bc-07de-4000-8000-000000000000', endedAt: '2026-01-05T09:00:19.200Z' };
  expect(receiptFileName(receipt, 'csv')).toBe('lighthouse-receipt-2026-01-05-3f2a91bc.csv');
  expect(receiptFileName({ ...receipt, id: tenantId('../한국') }, 'json')).toBe('lighthouse-receipt-2026-01-05-.json');
});
