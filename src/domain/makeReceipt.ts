import { canonicalJson } from './canonicalJson.ts';
import type { ChangeItem, ChangeSet, ScopeRef } from './changeSet.ts';
import type { Surroundings } from './port.ts';
import type { Problem } from './problem.ts';
import type {
  Explained,
  Receipt,
  ReceiptAttempt,
  ReceiptOutcome,
  ReceiptProblem,
  ReceiptScope,
  Timestamp,
} from './receipt.ts';
import { isOver } from './run.ts';
import type { Attempt, ItemRun, Proof, RunState } from './run.ts';
import type { Tenant } from './scope.ts';

/** Everything that a receipt is made from. */
export interface ReceiptFacts {
  readonly changeSet: ChangeSet;
  /** Of a run that is over. */
  readonly state: RunState;
  readonly app: Receipt['app'];
  /** Minutes east of UTC, on the device. */
  readonly zoneOffsetMinutes: number;
  readonly actor: Omit<Receipt['actor'], 'objectId'>;
  readonly tenant: Tenant;
  readonly explained: readonly Explained[];
  readonly confirmation: Receipt['confirmation'];
  readonly reason?: string;
  /** Where Azure's own deployment engine carried it out. */
  readonly deployments?: Receipt['deployments'];
}

const integrityNote =
  'Detects accidental change. It is not a signature: whoever changes the record can compute it again.';

/** The receipt of a run that is over. */
export async function makeReceipt(facts: ReceiptFacts, { sha256 }: Pick<Surroundings, 'sha256'>): Promise<Receipt> {
  return seal(bodyOf(facts), { sha256 });
}

/** A record with what shows that it was changed. */
export async function seal<Body extends object>(
  body: Body,
  { sha256 }: Pick<Surroundings, 'sha256'>,
): Promise<Body & Pick<Receipt, 'integrity'>> {
  return { ...body, integrity: { algorithm: 'SHA-256', hash: await sha256(canonicalJson(body)), note: integrityNote } };
}

/** Whether a receipt still says what it said when it was made. */
export async function isUnchanged(receipt: Receipt, { sha256 }: Pick<Surroundings, 'sha256'>): Promise<boolean> {
  const { integrity, ...body } = receipt;
  return (await sha256(canonicalJson(body))) === integrity.hash;
}

function bodyOf(facts: ReceiptFacts): Omit<Receipt, 'integrity'> {
  const { changeSet, state, reason, deployments } = facts;
  if (!isOver(state) || state.endedAt === undefined) throw new Error('A receipt needs a run that is over.');
  const { source, providerName, content } = changeSet.offer;
  const { managedByTenantId, name, description, plan, authorizations } = content;
  const scopes = scopesOf(changeSet, state);
  return {
    schemaVersion: 2,
    id: state.runId,
    kind: changeSet.kind,
    app: facts.app,
    startedAt: timestamp(state.startedAt),
    endedAt: timestamp(state.endedAt),
    zoneOffset: offset(facts.zoneOffsetMinutes),
    clock: 'client',
    ended: state.phase.name === 'stopped' ? 'stopped' : 'finished',
    actor: { objectId: changeSet.actor, ...facts.actor },
    tenant: facts.tenant,
    provider: {
      tenantId: managedByTenantId,
      ...(providerName === undefined ? { source: 'none' } : { name: providerName, source: 'azure' }),
    },
    offer: { source, name, ...(description !== undefined && { description }), ...(plan && { plan }) },
    authorizations,
    explained: facts.explained,
    ...(reason !== undefined && { reason }),
    confirmation: facts.confirmation,
    fingerprint: state.fingerprint,
    scopes,
    shared: state.shared.map(attemptOf),
    ...(deployments && { deployments }),
    summary: summaryOf(scopes),
  };
}

function scopesOf({ items, already, covered, cannot }: ChangeSet, state: RunState): readonly ReceiptScope[] {
  return [
    ...items.map((item, index) => resultOf(item, state.items[index])),
    ...already.map(({ scope, ...ids }) => ({ ...unwritten(scope, 'already'), ...ids })),
    ...covered.map(({ scope, by }) => ({ ...unwritten(scope, 'covered'), coveredBy: by })),
    ...cannot.map(({ scope, ...why }) => ({ ...unwritten(scope, 'cannot'), ...why })),
  ];
}

function unwritten({ kind, id, subscriptionId, name }: ScopeRef, outcome: ReceiptOutcome): ReceiptScope {
  return { id, kind, name, subscriptionId, outcome, attempts: [] };
}

function resultOf(item: ChangeItem, run: ItemRun | undefined): ReceiptScope {
  const { status, attempts, startedAt, endedAt } = run ?? { status: { state: 'stopped' }, attempts: [] };
  return {
    ...unwritten(item.scope, outcomeOf(status.state)),
    ...aboutItem(item),
    attempts: attempts.map(attemptOf),
    ...(startedAt !== undefined && { startedAt: timestamp(startedAt) }),
    ...(endedAt !== undefined && { endedAt: timestamp(endedAt) }),
    ...('problem' in status && { problem: problemIn(status.problem) }),
    ...('proof' in status && proven(status.proof)),
  };
}

/** What the item was to do, and its ids where they do not depend on how it went. */
function aboutItem(
  item: ChangeItem,
): Pick<ReceiptScope, 'does' | 'delegationId' | 'copyId' | 'fromVersion' | 'keptOffer'> {
  switch (item.does) {
    case 'delegate':
      return { does: item.does };
    case 'accept':
    case 'removeCopy':
      return { does: item.does, copyId: item.copyId };
    case 'update': {
      const version = item.from.plan?.version;
      return { does: item.does, copyId: item.copyId, ...(version !== undefined && { fromVersion: version }) };
    }
    case 'remove':
      return { does: item.does, delegationId: item.delegationId, copyId: item.copyId };
    case 'reapplyCopy':
      return { does: item.does, copyId: item.copyId, keptOffer: item.content.name };
    case 'reapply': {
      const { does, delegationId, copyId, offerName } = item;
      return { does, delegationId, copyId, keptOffer: offerName };
    }
  }
}

function proven({ delegationId, copyId, gone, readAt, clientRequestId }: Proof) {
  return {
    ...(delegationId !== undefined && { delegationId }),
    copyId,
    readBack: { found: gone ? 'gone' : 'there', at: timestamp(readAt), clientRequestId },
  } as const;
}

/** Of a run that is over every item has ended; anything else would be a fault of ours, and is not known. */
function outcomeOf(state: ItemRun['status']['state']): ReceiptOutcome {
  switch (state) {
    case 'done':
    case 'already':
    case 'failed':
    case 'unknown':
    case 'stopped':
      return state;
    case 'waiting':
    case 'checking':
    case 'registering':
    case 'writingCopy':
    case 'updating':
    case 'delegating':
    case 'removing':
    case 'removingCopy':
    case 'reapplying':
    case 'confirming':
    case 'needsYou':
      return 'unknown';
  }
}

function attemptOf({ kind, target, clientRequestId, startedAt, endedAt, end }: Attempt): ReceiptAttempt {
  return {
    kind,
    target,
    clientRequestId,
    startedAt: timestamp(startedAt),
    ...(endedAt !== undefined && { endedAt: timestamp(endedAt) }),
    outcome: end?.outcome ?? 'unanswered',
    ...(end && ('problem' in end ? { problem: problemIn(end.problem) } : { answer: end.answer })),
  };
}

/** Without what a problem carries for the app alone: a claims challenge is no part of a record. */
export function problemIn({ code, azure }: Problem): ReceiptProblem {
  return { code, ...(azure && { azure }) };
}

function summaryOf(scopes: readonly ReceiptScope[]): Receipt['summary'] {
  const summary = { done: 0, already: 0, failed: 0, unknown: 0, stopped: 0, covered: 0, cannot: 0 };
  for (const { outcome } of scopes) summary[outcome] += 1;
  return summary;
}

export function timestamp(ms: number): Timestamp {
  return new Date(ms).toISOString();
}

export function offset(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
