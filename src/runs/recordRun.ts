import type { SignedIn } from '../auth/session.ts';
import type { Membership } from '../domain/guest.ts';
import { makeReceipt } from '../domain/makeReceipt.ts';
import type { Surroundings } from '../domain/port.ts';
import type { Receipt } from '../domain/receipt.ts';
import type { RunState } from '../domain/run.ts';
import type { Tenant } from '../domain/scope.ts';
import type { Receipts } from '../storage/receipts.ts';
import type { EndedRun } from './runHost.ts';

export interface Recorder {
  readonly app: Receipt['app'];
  readonly person: SignedIn;
  readonly membership: Membership;
  /** The tenant with its name, as far as it can be had. */
  readonly tenant: () => Promise<Tenant>;
  readonly receipts: Receipts;
  readonly surroundings: Surroundings;
}

/**
 * Makes the receipt of a run that is over and keeps it. After a retry the newer one takes the place of the older.
 * `deployments`: what Azure's own engine carried it out with, where it was handed over.
 */
export async function recordRun(
  { changeSet, confirmation }: EndedRun,
  state: RunState,
  recorder: Recorder,
  deployments?: Receipt['deployments'],
): Promise<void> {
  const { person, surroundings } = recorder;
  const { username, name, homeTenantId } = person;
  const receipt = await makeReceipt(
    {
      changeSet,
      state,
      app: recorder.app,
      zoneOffsetMinutes: -new Date(surroundings.now()).getTimezoneOffset(),
      actor: { username, name, homeTenantId, membership: recorder.membership },
      tenant: await recorder.tenant(),
      explained: confirmation.explained,
      confirmation: { text: confirmation.text, language: confirmation.language },
      ...(confirmation.reason !== undefined && { reason: confirmation.reason }),
      ...(deployments && { deployments }),
    },
    surroundings,
  );
  await recorder.receipts.keep(receipt.id, state.endedAt ?? surroundings.now(), receipt);
}

/** Makes the receipt of a run that had ended before, where its page was gone a moment too early to make it. */
export async function recordUnlessKept(ended: EndedRun, state: RunState, recorder: Recorder): Promise<void> {
  const kept = await recorder.receipts.get(state.runId);
  const isKept = kept !== undefined && Date.parse(kept.endedAt) >= (state.endedAt ?? 0);
  if (!isKept) await recordRun(ended, state, recorder);
}
