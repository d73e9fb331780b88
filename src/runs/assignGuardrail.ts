import type { Azure } from '../azure/azure.ts';
import { asAssigned, type PlannedGuardrail } from '../domain/guardrail.ts';
import { makeGuardrailReceipt, type GuardrailFacts, type GuardrailReceipt } from '../domain/guardrailReceipt.ts';
import { principalId } from '../domain/ids.ts';
import { problemOf, type Problem } from '../domain/problem.ts';
import type { Reader } from '../queries/reader.ts';
import type { Recorder } from './recordRun.ts';

/** An assignment as a person confirmed it. */
export interface GuardrailWish extends Pick<GuardrailFacts, 'place' | 'confirmation' | 'reason' | 'fingerprint'> {
  readonly planned: PlannedGuardrail;
}

/** How an assignment ended. `problem`: why Azure did not take it, with everything it said. */
export interface GuardrailEnd {
  readonly receipt: GuardrailReceipt;
  readonly problem?: Problem;
}

/** Assigns a policy, lets the rest of the app know, and keeps the receipt: also of what Azure refused. */
export async function assignGuardrail(
  { planned, ...wish }: GuardrailWish,
  { azure, reader, ...recorder }: Recorder & { readonly azure: Azure; readonly reader: Reader },
): Promise<GuardrailEnd> {
  const { app, person, membership, surroundings, receipts } = recorder;
  const { username, name, homeTenantId, objectId } = person;
  const startedAt = surroundings.now();
  const ended = await azure.assignGuardrail(planned).then(
    (outcome) => ({ outcome }),
    (error: unknown) => ({ outcome: 'refused', problem: problemOf(error) }) as const,
  );
  const endedAt = surroundings.now();
  if (ended.outcome === 'written' || ended.outcome === 'already') reader.assigned(planned.kind, asAssigned(planned));
  const receipt = await makeGuardrailReceipt(
    {
      ...wish,
      ...ended,
      id: surroundings.newId(),
      planned,
      app,
      startedAt,
      endedAt,
      zoneOffsetMinutes: -new Date(startedAt).getTimezoneOffset(),
      actor: { objectId: principalId(objectId), username, name, homeTenantId, membership },
      tenant: await recorder.tenant(),
    },
    surroundings,
  );
  await receipts.keep(receipt.id, endedAt, receipt);
  return { receipt, ...('problem' in ended && { problem: ended.problem }) };
}
