import type { ChangeSet } from '../../src/domain/changeSet.ts';
import { startRun } from '../../src/domain/executor.ts';
import type { Run, RunOptions } from '../../src/domain/executor.ts';
import { fingerprintOf } from '../../src/domain/fingerprint.ts';
import { memoryJournal } from '../../src/domain/journal.ts';
import { makeChangeSet } from '../../src/domain/makeChangeSet.ts';
import type { ChosenScope } from '../../src/domain/makeChangeSet.ts';
import type { Offer } from '../../src/domain/offer.ts';
import type { RunState } from '../../src/domain/run.ts';
import type { Scope } from '../../src/domain/scope.ts';
import { AzureModel } from './azureModel.ts';
import type { AzureTraits } from './azureTraits.ts';
import { AzureSession, noTrouble } from './azureSession.ts';
import type { Trouble } from './azureSession.ts';
import { customer, owner } from './offers.ts';
import { VirtualTime } from './virtualTime.ts';

/** An Azure without surprises. */
const calm: AzureTraits = {
  references: 'allowed',
  registeringMs: 30_000,
  propagatingMs: 0,
  settlingMs: 15_000,
  hiddenMs: 0,
  refused: new Map(),
  failing: new Set(),
  lingerMs: 5000,
  guardsCopies: true,
};

/** An Azure where the offer's copies and delegations are there, and these subscriptions are registered. */
export function azureWith(offer: Offer, registered: readonly Scope[], traits: Partial<AzureTraits> = {}) {
  const time = new VirtualTime();
  const azure = new AzureModel(time, { ...calm, ...traits });
  azure.seed({
    registered: registered.map(({ subscriptionId }) => subscriptionId),
    copies: offer.copies,
    delegations: offer.delegations,
  });
  return { time, azure };
}

/** The change set for these scopes, from what the Azure model holds now. */
export function changeSetFor(
  azure: AzureModel,
  time: VirtualTime,
  offer: Offer,
  scopes: readonly Scope[],
): ChangeSet<never> {
  const chosen = scopes.map((scope): ChosenScope<never> => ({
    scope,
    registration: azure.registration(scope.subscriptionId),
    blockers: [],
  }));
  const [first, ...rest] = azure.copies();
  const copies: Offer['copies'] = first ? [first, ...rest] : offer.copies;
  return makeChangeSet<never>({
    tenantId: customer,
    actor: owner,
    offer: { ...offer, copies, delegations: azure.delegations() },
    chosen,
    now: time.now(),
  });
}

/** Starts a run in a page of its own. */
export async function startIn(
  session: AzureSession,
  changeSet: ChangeSet,
  options: Partial<RunOptions> & { readonly seed?: number } = {},
): Promise<Run> {
  const { seed = 1, ...rest } = options;
  const surroundings = session.surroundings(seed);
  return startRun({
    changeSet,
    fingerprint: await fingerprintOf(changeSet, surroundings),
    port: session.port,
    surroundings,
    journal: memoryJournal(),
    ...rest,
  });
}

/** Carries a change set out from beginning to end. */
export async function carryOut(
  azure: AzureModel,
  time: VirtualTime,
  changeSet: ChangeSet,
  trouble: Trouble = noTrouble,
): Promise<{ readonly state: RunState; readonly session: AzureSession }> {
  const session = new AzureSession(azure, time, trouble);
  const run = await startIn(session, changeSet);
  return { state: await time.until(run.finished), session };
}
