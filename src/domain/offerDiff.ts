import { canonicalAuthorizations } from './authorizations.ts';
import type { Approver, Authorization, OfferContent } from './offer.ts';

/** What may differ between two authorizations that are the same one before and after. */
export type ChangedPart =
  'principal' | 'role' | 'kind' | 'delegatedRoles' | 'duration' | 'mfa' | 'approvers' | 'name' | 'approverNames';

export type AuthorizationChange =
  | { readonly kind: 'added'; readonly after: Authorization }
  | { readonly kind: 'removed'; readonly before: Authorization }
  | {
      readonly kind: 'changed';
      readonly before: Authorization;
      readonly after: Authorization;
      /** At least one, in a fixed order. */
      readonly parts: readonly ChangedPart[];
    };

/** A fact of the offer as a whole that differs; absent on the side that does not say it. */
export interface TextChange {
  readonly what: 'managingTenant' | 'name' | 'description' | 'plan' | 'version';
  readonly before?: string;
  readonly after?: string;
}

export interface OfferDiff {
  readonly texts: readonly TextChange[];
  /** In a fixed order: changed, added, removed; each in canonical order. */
  readonly authorizations: readonly AuthorizationChange[];
  /** What is in both, in canonical order. */
  readonly same: readonly Authorization[];
}

/**
 * What differs between two versions of an offer, to the last field. Each authorization of either side stands in exactly one
 * place. Which one became which is decided from the most alike to the least: the same principal and role first, then the
 * same principal, then the same name with the same role under a new id. Order, repetition and the case of ids do not count.
 * https://learn.microsoft.com/azure/lighthouse/how-to/update-delegation
 */
export function offerDiff(before: OfferContent, after: OfferContent): OfferDiff {
  const from = [...canonicalAuthorizations(before.authorizations)];
  const to = [...canonicalAuthorizations(after.authorizations)];
  const pairs = likenesses.flatMap((likeness) => takePairs(from, to, likeness));
  const judged = pairs.map(([one, other]) => ({ before: one, after: other, parts: changedParts(one, other) }));
  const same = judged.filter(({ parts }) => parts.length === 0).map((pair) => pair.after);
  const changed = judged
    .filter(({ parts }) => parts.length > 0)
    .map((pair): AuthorizationChange => ({ kind: 'changed', ...pair }));
  return {
    texts: textChanges(before, after),
    authorizations: [
      ...changed,
      ...to.map((one): AuthorizationChange => ({ kind: 'added', after: one })),
      ...from.map((one): AuthorizationChange => ({ kind: 'removed', before: one })),
    ],
    same: canonicalAuthorizations(same),
  };
}

/** Whether nothing differs that anybody could see. */
export function isSame(diff: OfferDiff): boolean {
  return diff.texts.length === 0 && diff.authorizations.length === 0;
}

/** Whether something differs, and nothing but words: what the offer and the people in it are called, how it is described. */
export function onlyWords({ texts, authorizations }: OfferDiff): boolean {
  const words: readonly string[] = ['name', 'description', 'approverNames'];
  return (
    texts.length + authorizations.length > 0 &&
    texts.every(({ what }) => words.includes(what)) &&
    authorizations.every((change) => change.kind === 'changed' && change.parts.every((part) => words.includes(part)))
  );
}

/** What an authorization looks like when only this much of it counts; `undefined` where it does not count at all. */
type Likeness = (one: Authorization) => string | undefined;

const likenesses: readonly Likeness[] = [
  (one) => JSON.stringify([one.principalId, one.roleId, one.kind, termsOf(one), one.principalName ?? null]),
  (one) => JSON.stringify([one.principalId, one.roleId, one.kind]),
  (one) => JSON.stringify([one.principalId, one.roleId]),
  (one) => JSON.stringify([one.principalId, one.kind]),
  (one) => JSON.stringify([one.principalId]),
  (one) => named(one, [one.roleId, one.kind]),
  (one) => named(one, [one.roleId]),
];

function named(one: Authorization, rest: readonly string[]): string | undefined {
  const name = one.principalName?.trim().toLowerCase() ?? '';
  return name === '' ? undefined : JSON.stringify([name, ...rest]);
}

/** Takes out of both lists what is alike, the first with the first. */
function takePairs(
  from: Authorization[],
  to: Authorization[],
  likeness: Likeness,
): (readonly [Authorization, Authorization])[] {
  const pairs: (readonly [Authorization, Authorization])[] = [];
  for (const one of from.slice()) {
    const key = likeness(one);
    const at = key === undefined ? -1 : to.findIndex((other) => likeness(other) === key);
    const other = to[at];
    if (other === undefined) continue;
    pairs.push([one, other]);
    from.splice(from.indexOf(one), 1);
    to.splice(at, 1);
  }
  return pairs;
}

function termsOf({ justInTime, delegatedRoleIds }: Authorization): unknown {
  return [
    delegatedRoleIds,
    justInTime ? [justInTime.mfa, justInTime.maximumMinutes, justInTime.approvers.map(approverKey)] : null,
  ];
}

function approverKey({ principalId, name }: Approver): readonly (string | null)[] {
  return [principalId, name ?? null];
}

function changedParts(before: Authorization, after: Authorization): readonly ChangedPart[] {
  const [one, other] = [before.justInTime, after.justInTime];
  // Between standing and just-in-time the terms are what `kind` means; they are no changes of their own.
  const terms = before.kind === after.kind;
  const ids = (side: typeof one) => (side?.approvers ?? []).map(({ principalId }) => principalId);
  const differs: Readonly<Record<ChangedPart, boolean>> = {
    principal: before.principalId !== after.principalId,
    role: before.roleId !== after.roleId,
    kind: !terms,
    delegatedRoles: !alike(before.delegatedRoleIds, after.delegatedRoleIds),
    duration: terms && one?.maximumMinutes !== other?.maximumMinutes,
    mfa: terms && one?.mfa !== other?.mfa,
    approvers: terms && !alike(ids(one), ids(other)),
    name: (before.principalName ?? '') !== (after.principalName ?? ''),
    approverNames:
      terms &&
      alike(ids(one), ids(other)) &&
      !alike((one?.approvers ?? []).map(approverKey), (other?.approvers ?? []).map(approverKey)),
  };
  return parts.filter((part) => differs[part]);
}

const parts: readonly ChangedPart[] = [
  'principal',
  'role',
  'kind',
  'delegatedRoles',
  'duration',
  'mfa',
  'approvers',
  'name',
  'approverNames',
];

function alike(one: readonly unknown[], other: readonly unknown[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function textChanges(before: OfferContent, after: OfferContent): readonly TextChange[] {
  const planOf = ({ plan }: OfferContent) =>
    plan && [plan.publisher, plan.product, plan.name].map((part) => part.toLowerCase()).join('.');
  const sides = (content: OfferContent): Readonly<Record<TextChange['what'], string | undefined>> => ({
    managingTenant: content.managedByTenantId,
    name: content.name,
    description: content.description || undefined,
    plan: planOf(content),
    version: content.plan?.version,
  });
  const [one, other] = [sides(before), sides(after)];
  const whats = ['managingTenant', 'name', 'description', 'plan', 'version'] as const;
  return whats
    .filter((what) => one[what] !== other[what])
    .map((what) => ({
      what,
      ...(one[what] !== undefined && { before: one[what] }),
      ...(other[what] !== undefined && { after: other[what] }),
    }));
}
