import type { GuardrailKind, GuardrailOutcome, PlannedGuardrail } from './guardrail.ts';
import { offset, problemIn, seal, timestamp } from './makeReceipt.ts';
import type { Surroundings } from './port.ts';
import type { Problem } from './problem.ts';
import type { Receipt, ReceiptProblem } from './receipt.ts';

/**
 * The record of one assignment of a policy: it stands among the receipts of runs, and is kept and sealed as they are. Plain
 * data with its own version.
 */
export interface GuardrailReceipt extends Pick<
  Receipt,
  | 'id'
  | 'app'
  | 'startedAt'
  | 'endedAt'
  | 'zoneOffset'
  | 'clock'
  | 'actor'
  | 'tenant'
  | 'reason'
  | 'confirmation'
  | 'fingerprint'
  | 'integrity'
> {
  readonly schemaVersion: 1;
  readonly kind: 'guardrail';
  readonly policy: GuardrailKind;
  /** The full id of the assignment, and what it was called where it was chosen. */
  readonly assignmentId: string;
  readonly place: string;
  /** As it was reviewed; where it was written, as it was read back. */
  readonly assignment: PlannedGuardrail['body'];
  /** `refused`: Azure did not take it; nothing was written. */
  readonly outcome: GuardrailOutcome | 'refused';
  readonly problem?: ReceiptProblem;
}

/** Every record that is kept on the device. */
export type KeptReceipt = Receipt | GuardrailReceipt;

/** Everything that the receipt of an assignment is made from; times in milliseconds. */
export interface GuardrailFacts extends Pick<
  GuardrailReceipt,
  'id' | 'app' | 'actor' | 'tenant' | 'confirmation' | 'reason' | 'fingerprint' | 'place' | 'outcome'
> {
  readonly planned: PlannedGuardrail;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly zoneOffsetMinutes: number;
  readonly problem?: Problem;
}

/** The receipt of an assignment that is over, one way or the other. */
export function makeGuardrailReceipt(
  { planned, startedAt, endedAt, zoneOffsetMinutes, problem, ...facts }: GuardrailFacts,
  surroundings: Pick<Surroundings, 'sha256'>,
): Promise<GuardrailReceipt> {
  return seal(
    {
      schemaVersion: 1,
      kind: 'guardrail',
      clock: 'client',
      ...facts,
      policy: planned.kind,
      assignmentId: planned.id,
      assignment: planned.body,
      startedAt: timestamp(startedAt),
      endedAt: timestamp(endedAt),
      zoneOffset: offset(zoneOffsetMinutes),
      ...(problem && { problem: problemIn(problem) }),
    },
    surroundings,
  );
}
