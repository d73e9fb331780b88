import { createHash } from 'node:crypto';
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
import type { ChangeItem, ChangeSet } from './changeSet.ts';
import { planGuardrail } from './guardrail.ts';
import { makeGuardrailReceipt } from './guardrailReceipt.ts';
import { delegationId, roleId as role } from './ids.ts';
import { changedOffer, scopeRef } from './makeChangeSet.ts';
import { makeReceipt, offset } from './makeReceipt.ts';
import type { ReceiptFacts } from './makeReceipt.ts';
import { receiptCsv } from './receiptExport.ts';
import type { ItemRun, RunState } from './run.ts';

const surroundings = { sha256: async (text: string) => createHash('sha256').update(text).digest('hex') };

const copy = copyIn(1);
const scope = scopeRef(subscription(1));
const ids = { copyId: copy.id, delegationId: delegationId(scope.id, 'dddddddd-0000-4000-8000-000000000001') };
const second = Date.UTC(2026, 0, 5, 9, 0, 0);
const at = (seconds: number) => second + seconds * 1000;
const text = (seconds: number) => new Date(at(seconds)).toISOString();

const actor = {
  username: 'kim@contoso.example',
  name: '김하늘',
  homeTenantId: customer,
  membership: 'member',
} as const;
const app = { name: 'lighthouse-onboarding', version: '0.1.0' };
const confirmation = { text: 'Delegate 1 scope.', language: 'en' };

function changeSet(items: readonly ChangeItem[], facts: Partial<ChangeSet> = {}): ChangeSet {
  return {
    kind: 'delegate',
    tenantId: customer,
    actor: owner,
    madeAt: second,
    offer: changedOffer(offer([copy])),
    registrations: [],
    items,
    already: [],
    covered: [],
    cannot: [],
    ...facts,
  };
}

function stateOf(items: readonly ItemRun[], facts: Partial<RunState> = {}): RunState {
  return {
    runId: '3f2a91bc-07de-4000-8000-000000000000',
    tenantId: customer,
    actor: owner,
    fingerprint: 'f'.repeat(64),
    phase: { name: 'finished' },
    startedAt: at(0),
    endedAt: at(60),
    referencesRefused: false,
    items,
    shared: [],
    ...facts,
  };
}

const done = (proof: object = {}): ItemRun => ({
  status: { state: 'done', proof: { ...ids, readAt: at(9), clientRequestId: 'read', ...proof } },
  attempts: [],
  startedAt: at(1),
  endedAt: at(10),
});

const receiptOf = (set: ChangeSet, state: RunState, facts: Partial<ReceiptFacts> = {}) =>
  makeReceipt(
    {
      changeSet: set,
      state,
      app,
      zoneOffsetMinutes: 0,
      actor,
      tenant: { id: customer },
      explained: [],
      confirmation,
      ...facts,
    },
    surroundings,
  );

const base = {
  id: scope.id,
  kind: 'subscription',
  name: scope.name,
  subscriptionId: scope.subscriptionId,
  attempts: [],
};
const times = { startedAt: text(1), endedAt: text(10) };
const readBack = { found: 'there', at: text(9), clientRequestId: 'read' };
const { plan: _plan, description: _description, ...bare } = content();

describe('each kind of step is on record with what it was about and when', () => {
  const { copyId, delegationId: id } = ids;
  const items: readonly (readonly [ChangeItem, object])[] = [
    [
      { does: 'delegate', scope, ways: [{ kind: 'local', ...ids }] },
      { delegationId: id, copyId },
    ],
    [
      { does: 'accept', scope, copyId },
      { delegationId: id, copyId },
    ],
    [
      { does: 'update', scope, copyId, from: content('1.0.0'), to: content('2.0.0') },
      { copyId, fromVersion: '1.0.0' },
    ],
    // A template has no versions.
    [{ does: 'update', scope, copyId, from: bare, to: bare }, { copyId }],
    [{ does: 'remove', scope, ...ids }, ids],
    [{ does: 'removeCopy', scope, copyId, content: content() }, { copyId }],
    [
      { does: 'reapplyCopy', scope, copyId, content: content() },
      { copyId, keptOffer: content().name },
    ],
    [
      { does: 'reapply', scope, ...ids, offerName: 'Kept' },
      { ...ids, keptOffer: 'Kept' },
    ],
  ];
  it.each(items.map(([item, about]) => [item.does, item, about] as const))('%s', async (does, item, about) => {
    const { scopes } = await receiptOf(changeSet([item]), stateOf([done()]));
    expect(scopes).toEqual([{ ...base, ...ids, ...about, does, outcome: 'done', ...times, readBack }]);
  });

  it('keeps the ids of a step that failed, where they do not depend on how it went', async () => {
    const problem = { code: 'notAllowed' } as const;
    const failed: ItemRun = { status: { state: 'failed', problem }, attempts: [], startedAt: at(1), endedAt: at(10) };
    const about = async (item: ChangeItem) => (await receiptOf(changeSet([item]), stateOf([failed]))).scopes;
    const end = { outcome: 'failed', problem, ...times };
    expect(await about({ does: 'accept', scope, copyId })).toEqual([{ ...base, does: 'accept', copyId, ...end }]);
    expect(await about({ does: 'removeCopy', scope, copyId, content: bare })).toEqual([
      { ...base, does: 'removeCopy', copyId, ...end },
    ]);
    expect(await about({ does: 'update', scope, copyId, from: bare, to: bare })).toEqual([
      { ...base, does: 'update', copyId, ...end },
    ]);
    expect(await about({ does: 'update', scope, copyId, from: content('1.0.0'), to: bare })).toEqual([
      { ...base, does: 'update', copyId, fromVersion: '1.0.0', ...end },
    ]);
    expect(await about({ does: 'delegate', scope, ways: [{ kind: 'local', ...ids }] })).toEqual([
      { ...base, does: 'delegate', ...end },
    ]);
  });

  it('says of what was never begun that it was stopped, without a time', async () => {
    const item: ChangeItem = { does: 'remove', scope, ...ids };
    const stopped = { ...base, does: 'remove', ...ids, outcome: 'stopped' };
    const phase = { name: 'stopped' } as const;
    const state = stateOf([{ status: { state: 'stopped' }, attempts: [] }], { phase });
    expect(await receiptOf(changeSet([item]), state)).toMatchObject({ ended: 'stopped', scopes: [stopped] });
    const { scopes, ended } = await receiptOf(changeSet([item]), stateOf([], { phase }));
    expect([scopes, ended]).toEqual([[stopped], 'stopped']);
  });
});

describe('each write is on record with Azure’s answer', () => {
  const write = { kind: 'writeDelegation', target: ids.delegationId, clientRequestId: 'w', startedAt: at(2) } as const;
  const problem = { code: 'mfaNeeded', claims: 'secret', azure: { status: 401 } } as const;
  it.each([
    ['accepted', { outcome: 'accepted', answer: 'working' }, { outcome: 'accepted', answer: 'working' }],
    [
      'refused',
      { outcome: 'refused', problem },
      { outcome: 'refused', problem: { code: 'mfaNeeded', azure: { status: 401 } } },
    ],
    [
      'never sent',
      { outcome: 'notSent', problem: { code: 'offline' } },
      { outcome: 'notSent', problem: { code: 'offline' } },
    ],
  ] as const)('%s', async (_, end, expected) => {
    const run: ItemRun = { ...done(), attempts: [{ ...write, end, endedAt: at(3) }] };
    const set = changeSet([{ does: 'remove', scope, ...ids }]);
    const { scopes } = await receiptOf(set, stateOf([run]));
    expect(scopes[0]?.attempts).toEqual([{ ...write, startedAt: text(2), endedAt: text(3), ...expected }]);
  });

  it('says so where no answer came', async () => {
    const { shared } = await receiptOf(changeSet([]), stateOf([], { shared: [write] }));
    expect(shared).toEqual([{ ...write, startedAt: text(2), outcome: 'unanswered' }]);
  });
});

describe('what a receipt says of the offer and the provider', () => {
  it('is what was reviewed', async () => {
    const { offer: of, provider: by } = await receiptOf(changeSet([]), stateOf([]));
    const { name, description, plan } = content();
    expect(of).toEqual({ source: 'marketplace', name, description, plan });
    expect(by).toEqual({ tenantId: provider, name: 'Northwind Managed Services', source: 'azure' });
  });

  it('leaves out what nobody said', async () => {
    const { providerName: _, ...of } = changedOffer(offer([copyIn(1, bare)]));
    const set = changeSet([], { offer: of });
    const receipt = await receiptOf(set, stateOf([]));
    expect(receipt.offer).toEqual({ source: 'template', name: bare.name });
    expect(receipt.provider).toEqual({ tenantId: provider, source: 'none' });
    expect(receipt).not.toHaveProperty('reason');
    expect(receipt).not.toHaveProperty('deployments');
  });

  it('names the deployments that carried it out', async () => {
    const deployments = [{ id: '/deployments/1', ended: 'done' }] as const;
    expect((await receiptOf(changeSet([]), stateOf([]), { deployments })).deployments).toEqual(deployments);
  });

  it('lists what was delegated already, with its ids', async () => {
    const { scopes } = await receiptOf(changeSet([], { already: [{ scope, ...ids }] }), stateOf([]));
    expect(scopes).toEqual([{ ...base, outcome: 'already', ...ids }]);
  });

  it('needs the moment when the run was over', async () => {
    const { endedAt: _, ...state } = stateOf([]);
    await expect(receiptOf(changeSet([]), state)).rejects.toThrow('over');
  });
});

it('gives the device’s zone as people write it', () => {
  expect([0, 540, -300, 345, -210, 5].map(offset)).toEqual([
    '+00:00',
    '+09:00',
    '-05:00',
    '+05:45',
    '-03:30',
    '+00:05',
  ]);
});

describe('the row of an authorization', () => {
  const group = scopeRef(resourceGroup(1, 'web'));
  const rows = async (outcome: 'done' | 'already' | 'failed') => {
    const end =
      outcome === 'failed'
        ? ({ status: { state: 'failed', problem: { code: 'notAllowed' } }, attempts: [] } as const)
        : done();
    const write = { kind: 'writeDelegation', target: ids.delegationId, startedAt: at(2) } as const;
    const run: ItemRun = {
      ...end,
      attempts: ['first', 'second'].map((clientRequestId) => ({ ...write, clientRequestId })),
    };
    const isThere = outcome === 'already';
    const set = changeSet(isThere ? [] : [{ does: 'delegate', scope, ways: [{ kind: 'local', ...ids }] }], {
      already: isThere ? [{ scope, ...ids }] : [],
      covered: [{ scope: group, by: scope.id }],
    });
    const levels = content().authorizations.map(({ principalId, roleId, kind }) => ({
      principalId,
      roleId,
      kind,
      level: kind === 'standing' ? (1 as const) : (4 as const),
      roleName: kind === 'standing' ? 'Reader' : 'Contributor',
    }));
    // Each of these is another authorization, by one of the three things that make one.
    const others = levels.flatMap((one) => [
      { ...one, principalId: owner, roleName: 'Of somebody else' },
      { ...one, roleId: role('00000000-0000-4000-8000-00000000000f'), roleName: 'Another' },
      { ...one, kind: one.kind === 'standing' ? ('eligible' as const) : ('standing' as const), roleName: 'Otherwise' },
    ]);
    const explained = [...others, ...levels];
    const receipt = await receiptOf(set, stateOf(isThere ? [] : [run]), { explained });
    const [names = [], ...lines] = receiptCsv(receipt)
      .replace(/^\uFEFF/, '')
      .trim()
      .split('\r\n')
      .map((line) => line.slice(1, -1).split('","'));
    return lines.map((line) => Object.fromEntries(names.map((name, index) => [name, line[index]])));
  };

  it('says by whom and what, and how it was explained', async () => {
    const [reader, contributor] = await rows('done');
    expect(reader).toMatchObject({
      provider_name: 'Northwind Managed Services',
      offer_version: '1.0.0',
      scope_id: scope.id,
      role_name: 'Reader',
      access_level: '1',
      access_kind: 'standing',
      maximum_minutes: '',
      requires_mfa: '',
      client_request_ids: 'first second',
      read_back_found: 'there',
    });
    expect(contributor).toMatchObject({
      role_name: 'Contributor',
      access_level: '4',
      access_kind: 'eligible',
      maximum_minutes: '480',
      requires_mfa: 'true',
    });
  });

  it('stands at a resource group that came with its subscription too, and nowhere where nothing was given', async () => {
    const given = (lines: Awaited<ReturnType<typeof rows>>) =>
      lines.map((line) => `${line['scope_name']} ${line['access_kind']}`);
    expect(given(await rows('done'))).toEqual([
      'Subscription 1 standing',
      'Subscription 1 eligible',
      'web standing',
      'web eligible',
    ]);
    expect(given(await rows('already'))).toEqual(given(await rows('done')));
    expect(given(await rows('failed'))).toEqual(['Subscription 1 ', 'web ']);
  });
});

describe('the receipt of a policy', () => {
  const planned = planGuardrail(
    'allow',
    '/providers/Microsoft.Management/managementGroups/root',
    [provider],
    'Only us',
  );
  const facts = {
    planned,
    id: 'r',
    app,
    actor: { ...actor, objectId: owner },
    tenant: { id: customer },
    confirmation,
    fingerprint: 'f',
    place: 'Root',
    startedAt: at(0),
    endedAt: at(5),
    zoneOffsetMinutes: 540,
  };

  it('says what was assigned where, and by whom', async () => {
    const { integrity, ...receipt } = await makeGuardrailReceipt({ ...facts, outcome: 'written' }, surroundings);
    const { planned: _planned, zoneOffsetMinutes: _zone, ...rest } = facts;
    expect(receipt).toEqual({
      ...rest,
      schemaVersion: 1,
      kind: 'guardrail',
      clock: 'client',
      outcome: 'written',
      policy: 'allow',
      assignmentId: planned.id,
      assignment: planned.body,
      startedAt: text(0),
      endedAt: text(5),
      zoneOffset: '+09:00',
    });
    expect(integrity.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('keeps why Azure refused, without the challenge', async () => {
    const problem = { code: 'mfaNeeded', claims: 'secret', azure: { status: 401 } } as const;
    const receipt = await makeGuardrailReceipt({ ...facts, outcome: 'refused', problem }, surroundings);
    expect(receipt.problem).toEqual({ code: 'mfaNeeded', azure: { status: 401 } });
  });
});
