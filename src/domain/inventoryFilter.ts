import type { OfferAccess } from './access.ts';
import type { AccessLevel } from './findings.ts';
import type { TenantId } from './ids.ts';
import type { Condition, InventoryRow } from './inventory.ts';
import type { OfferContent, OfferKey } from './offer.ts';
import { plainText } from './providerText.ts';
import { foldText, textFilter } from './scopeFilter.ts';

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

/*
 * What a search looks at is made at its first letter, for all rows at once. Thousands of delegations give the same: what
 * their offers say is by far the longest part, and is made once for all of them.
 */
const ofRows = new WeakMap<InventoryRow, string>();
const ofContents = new WeakMap<OfferContent, string>();
const ofAccesses = new WeakMap<OfferAccess, string>();

function remembered<Key extends object>(memo: WeakMap<Key, string>, key: Key, parts: () => readonly string[]): string {
  const known = memo.get(key);
  if (known !== undefined) return known;
  const text = foldText(parts().join('\n'));
  memo.set(key, text);
  return text;
}

/** Everything that a search looks at: names and ids of scope, offer, provider, principals and roles. */
function searchTextsOf(row: InventoryRow): readonly string[] {
  const { delegation, offer, content, access } = row;
  return [
    remembered(ofRows, row, () => [
      row.name,
      row.subscriptionName,
      delegation.id,
      delegation.copyId,
      offer?.providerName ?? '',
    ]),
    content === undefined
      ? ''
      : remembered(ofContents, content, () => [
          plainText(content.name, longestName),
          content.managedByTenantId,
          content.plan
            ? `${content.plan.publisher}.${content.plan.product}.${content.plan.name}.${content.plan.version}`
            : '',
        ]),
    access === undefined
      ? ''
      : remembered(ofAccesses, access, () =>
          access.principals.flatMap(({ principalId, names, access: given }) => [
            principalId,
            ...names.map((name) => plainText(name, longestName)),
            ...given.map(({ role }) => `${role.name ?? ''} ${role.roleId}`),
          ]),
        ),
  ];
}

/** Whether rows pass the filter: made ready once for all of them. What nobody can read passes only where nothing is asked about it. */
export function inventoryFilter(filter: InventoryFilter): (row: InventoryRow) => boolean {
  const hasText = filter.text === undefined ? undefined : textFilter(filter.text);
  return (row) => {
    const terms = row.access && termsOf(row.access);
    return (
      (filter.provider === undefined || row.content?.managedByTenantId === filter.provider) &&
      (filter.offer === undefined || row.offer?.key === filter.offer) &&
      (filter.level === undefined || row.access?.level === filter.level) &&
      (filter.kind === undefined || row.kind === filter.kind) &&
      (filter.condition === undefined || row.condition === filter.condition) &&
      (filter.terms === undefined || terms === filter.terms) &&
      (hasText === undefined || hasText(...searchTextsOf(row)))
    );
  };
}
