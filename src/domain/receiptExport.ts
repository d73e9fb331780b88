import type { KeptReceipt } from './guardrailReceipt.ts';
import { csvFile, jsonFile } from './exportText.ts';
import type { Explained, Receipt, ReceiptScope } from './receipt.ts';
import type { Authorization } from './offer.ts';

/** The receipt as a JSON file: always the same text for the same receipt. */
export function receiptJson(receipt: KeptReceipt): string {
  return jsonFile(receipt);
}

/** The receipt as a CSV file: one row per scope and authorization given or taken away there, one for a scope where nothing was. */
export function receiptCsv(receipt: Receipt): string {
  const given = new Set(receipt.scopes.filter(isAbout).map(({ id }) => id));
  const rows = receipt.scopes.flatMap((scope) =>
    (scope.outcome === 'covered' || isAbout(scope)) && given.has(scope.coveredBy ?? scope.id)
      ? receipt.authorizations.map((authorization) => rowOf(receipt, scope, authorization))
      : [rowOf(receipt, scope)],
  );
  return csvFile(Object.keys(rowOf(receipt)) as readonly (keyof Row)[], rows);
}

/** The name of a file with this receipt: letters of ASCII only, the day in UTC, and enough of the id to be unique. */
export function receiptFileName({ id, endedAt }: Pick<Receipt, 'id' | 'endedAt'>, ending: 'json' | 'csv'): string {
  return `lighthouse-receipt-${endedAt.slice(0, 10)}-${id.replace(/[^0-9a-z]/gi, '').slice(0, 8)}.${ending}`;
}

/** Whether the receipt's authorizations were given or taken away there. What is written again gives another offer's. */
function isAbout({ outcome, does }: ReceiptScope): boolean {
  return (outcome === 'done' || outcome === 'already') && does !== 'reapply' && does !== 'reapplyCopy';
}

type Row = ReturnType<typeof rowOf>;

function rowOf(receipt: Receipt, scope?: ReceiptScope, given?: Authorization) {
  const explained = given && receipt.explained.find(isOf(given));
  return {
    run_correlation_id: receipt.id,
    ended_at_utc: receipt.endedAt,
    tenant_id: receipt.tenant.id,
    actor_object_id: receipt.actor.objectId,
    provider_tenant_id: receipt.provider.tenantId,
    provider_name: receipt.provider.name ?? '',
    offer_name: receipt.offer.name,
    offer_version: receipt.offer.plan?.version ?? '',
    scope_id: scope?.id ?? '',
    scope_name: scope?.name ?? '',
    change: receipt.kind,
    action: scope?.does ?? '',
    outcome: scope?.outcome ?? '',
    problem: scope?.problem?.code ?? '',
    delegation_id: scope?.delegationId ?? '',
    copy_id: scope?.copyId ?? '',
    covered_by: scope?.coveredBy ?? '',
    principal_id: given?.principalId ?? '',
    principal_name_by_provider: given?.principalName ?? '',
    role_id: given?.roleId ?? '',
    role_name: explained?.roleName ?? '',
    access_level: explained === undefined ? '' : String(explained.level),
    access_kind: given?.kind ?? '',
    maximum_minutes: given?.justInTime === undefined ? '' : String(given.justInTime.maximumMinutes),
    requires_mfa: given?.justInTime === undefined ? '' : String(given.justInTime.mfa),
    read_back_at_utc: scope?.readBack?.at ?? '',
    read_back_found: scope?.readBack?.found ?? '',
    client_request_ids: scope?.attempts.map(({ clientRequestId }) => clientRequestId).join(' ') ?? '',
  };
}

function isOf({ principalId, roleId, kind }: Authorization): (explained: Explained) => boolean {
  return (one) => one.principalId === principalId && one.roleId === roleId && one.kind === kind;
}
