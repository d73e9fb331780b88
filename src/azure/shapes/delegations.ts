import { idKey, parseCopyId, parseDelegationId, type CopyId } from '../../domain/ids.ts';
import type { Delegation } from '../../domain/offer.ts';
import { toOfferCopy } from './copies.ts';
import { record, text } from './json.ts';
import { toProvisioning } from './provisioning.ts';

/**
 * A registrationAssignment as ARM or Resource Graph gives it. `undefined` when its id is not that of one. A reference
 * that cannot be read is kept as it is: the delegation is there, whatever it refers to.
 */
export function toDelegation(assignment: unknown): Delegation | undefined {
  const { id, properties, systemData } = record(assignment);
  const where = parseDelegationId(text(id) ?? '');
  if (!where) return undefined;
  const { registrationDefinitionId, registrationDefinition, provisioningState } = record(properties);
  const reference = text(registrationDefinitionId) ?? text(record(registrationDefinition).id) ?? '';
  const copyId = parseCopyId(reference)?.id ?? (idKey(reference) as CopyId);
  const copy = toOfferCopy(registrationDefinition, copyId);
  const createdAt = toInstant(record(systemData).createdAt);
  return {
    id: where.id,
    scope: where.scope,
    copyId,
    provisioning: toProvisioning(provisioningState),
    ...(createdAt !== undefined && { createdAt }),
    ...(registrationDefinition !== undefined && registrationDefinition !== null && copy && { copy }),
  };
}

/** ISO 8601, from a date or from text. */
export function toInstant(value: unknown): string | undefined {
  const date = value instanceof Date ? value : new Date(text(value) ?? NaN);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
