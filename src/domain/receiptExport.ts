import { plainText } from './providerText.ts';
import type { Explained, Receipt, ReceiptScope } from './receipt.ts';
import type { Authorization } from './offer.ts';

/**
 * The receipt as a JSON file: always the same text for the same receipt. Characters that a provider could use to turn
 * or hide text stand there as escapes: the value is the same, and a viewer shows them.
 */
export function receiptJson(receipt: Receipt): string {
  return `${JSON.stringify(receipt, null, 2).replace(/[\p{Cf}\p{Zl}\p{Zp}\u007f-\u009f]/gu, escaped)}\n`;
}

function escaped(character: string): string {
  const units = character.split('').map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'));
  return units.map((unit) => `\\u${unit}`).join('');
}

/**
 * The receipt as a CSV file that Excel opens right in every language: UTF-8 with a byte order mark, one row per scope
 * and authorization given there, one for a scope where nothing was given. https://www.rfc-editor.org/rfc/rfc4180
 */
export function receiptCsv(receipt: Receipt): string {
  const given = new Set(receipt.scopes.filter(isThere).map(({ id }) => id));
  const rows = receipt.scopes.flatMap((scope) =>
    given.has(scope.coveredBy ?? scope.id)
      ? receipt.authorizations.map((authorization) => rowOf(receipt, scope, authorization))
      : [rowOf(receipt, scope)],
  );
  const names = Object.keys(rowOf(receipt)) as readonly (keyof Row)[];
  const lines = [names, ...rows.map((row) => names.map((name) => row[name]))];
  return `\uFEFF${lines.map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** The name of a file with this receipt: letters of ASCII only, the day in UTC, and enough of the id to be unique. */
export function receiptFileName({ id, endedAt }: Pick<Receipt, 'id' | 'endedAt'>, ending: 'json' | 'csv'): string {
  return `lighthouse-receipt-${endedAt.slice(0, 10)}-${id.replace(/[^0-9a-z]/gi, '').slice(0, 8)}.${ending}`;
}

/** What a spreadsheet takes for the beginning of a formula, full-width forms and leading controls included. */
const formula = /^[=+\-@\t\r\n\0＝＋－＠]/u;

/** One cell: plain, quoted, and never a formula (https://owasp.org/www-community/attacks/CSV_Injection). */
function cell(text: string): string {
  const plain = plainText(text, longestCell);
  const harmless = formula.test(text) || formula.test(plain) ? `'${plain}` : plain;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** Excel takes 32,767 characters per cell. */
const longestCell = 32_000;

function isThere({ outcome }: ReceiptScope): boolean {
  return outcome === 'done' || outcome === 'already';
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
    client_request_ids: scope?.attempts.map(({ clientRequestId }) => clientRequestId).join(' ') ?? '',
  };
}

function isOf({ principalId, roleId, kind }: Authorization): (explained: Explained) => boolean {
  return (one) => one.principalId === principalId && one.roleId === roleId && one.kind === kind;
}
