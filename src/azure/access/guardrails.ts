import type { GuardrailOutcome, PlannedGuardrail } from '../../domain/guardrail.ts';
import { idKey } from '../../domain/ids.ts';
import { problemOf, ProblemError } from '../../domain/problem.ts';
import { record, text, texts } from '../shapes/json.ts';
import type { ArmReader } from './reader.ts';

const apiVersion = '2023-04-01';

/**
 * Assigns a policy as planned, and reads it back. What is there already under that name is never replaced. Rejects with
 * `noAnswer` or whatever Azure said where it is not there afterwards.
 * https://learn.microsoft.com/rest/api/policy/policy-assignments/create
 */
export async function assignGuardrail(reader: ArmReader, planned: PlannedGuardrail): Promise<GuardrailOutcome> {
  const before = await find(reader, planned.id);
  if (before !== undefined) return says(before, planned) ? 'already' : 'different';
  const refusal = await reader.put(planned.id, apiVersion, planned.body).then(() => undefined, problemOf);
  // An answer that was lost is no word about the assignment: Azure is asked.
  if (refusal && refusal.code !== 'noAnswer') throw new ProblemError(refusal);
  const after = await find(reader, planned.id);
  if (after !== undefined) return says(after, planned) ? 'written' : 'different';
  throw new ProblemError(refusal ?? { code: 'badAnswer' });
}

async function find(reader: ArmReader, id: string): Promise<unknown> {
  try {
    return await reader.get(id, apiVersion, {}, new AbortController().signal);
  } catch (error) {
    const problem = problemOf(error);
    if (problem.azure?.status === 404) return undefined;
    throw error;
  }
}

/** Whether what Azure holds has the effect that was planned. */
function says(found: unknown, { body: { properties: planned } }: PlannedGuardrail): boolean {
  const { policyDefinitionId, parameters, enforcementMode, notScopes } = record(record(found).properties);
  const tenants = texts(record(record(parameters).listOfAllowedTenants).value).map((each) => each.toLowerCase());
  return (
    idKey(text(policyDefinitionId) ?? '') === idKey(planned.policyDefinitionId) &&
    text(enforcementMode)?.toLowerCase() !== 'donotenforce' &&
    texts(notScopes).length === 0 &&
    tenants.toSorted().join() === (planned.parameters['listOfAllowedTenants']?.value ?? []).join()
  );
}
