import type { OfferAccess } from './access.ts';
import type { AccessLevel } from './findings.ts';
import type { TenantId } from './ids.ts';
import type { Condition, InventoryRow } from './inventory.ts';
import type { OfferKey } from './offer.ts';
import { plainText } from './providerText.ts';
import { foldText, matchesText } from './scopeFilter.ts';

/** When the access holds. */
export type Terms = 'standing' | 'justInTime' | 'both';

/** What a person narrows the inventory down by; all parts must hold. Empty: everything. */
export interface InventoryFilter {
  readonly text?: string;
  readonly provider?: TenantId;
  readonly offer?: OfferKey;
  readonly level?: AccessLevel;
  readonly kind?: InventoryRow['kind'];
  readonly condition?: Condition;
  readonly terms?: Terms;
}

/** Whether what is given holds all the time, must be activated first, or some of each; `undefined` where nothing is. */
export function termsOf({ standing, justInTime }: OfferAccess): Terms | undefined {
  if (standing === undefined) return justInTime === undefined ? undefined : 'justInTime';
  return justInTime === undefined ? 'standing' : 'both';
}

const longestName = 200;
const searched = new WeakMap<InventoryRow, string>();

/** Everything that a search looks at: names and ids of scope, offer, provider, principals and roles. */
function searchTextOf(row: InventoryRow): string {
  const known = searched.get(row);
  if (known !== undefined) return known;
  const { offer, content, access } = row;
  const text = foldText(
    [
      row.name,
      row.subscriptionName,
      row.delegation.id,
      row.delegation.copyId,
      plainText(content?.name ?? '', longestName),
      offer?.providerName ?? '',
      content?.managedByTenantId ?? '',
      content?.plan
        ? `${content.plan.publisher}.${content.plan.product}.${content.plan.name}.${content.plan.version}`
        : '',
      ...(access?.principals ?? []).flatMap(({ principalId, names, access: given }) => [
        principalId,
        ...names.map((name) => plainText(name, longestName)),
        ...given.map(({ role }) => `${role.name ?? ''} ${role.roleId}`),
      ]),
    ].join('\n'),
  );
  searched.set(row, text);
  return text;
}

/** Whether a row passes the filter. What nobody can read passes only where nothing is asked about it. */
export function matchesInventory(row: InventoryRow, filter: InventoryFilter): boolean {
  const terms = row.access && termsOf(row.access);
  return (
    (filter.provider === undefined || row.content?.managedByTenantId === filter.provider) &&
    (filter.offer === undefined || row.offer?.key === filter.offer) &&
    (filter.level === undefined || row.access?.level === filter.level) &&
    (filter.kind === undefined || row.kind === filter.kind) &&
    (filter.condition === undefined || row.condition === filter.condition) &&
    (filter.terms === undefined || terms === filter.terms) &&
    (filter.text === undefined || matchesText(searchTextOf(row), filter.text))
  );
}
