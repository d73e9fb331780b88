/** One entry of ARM's permissions API, control plane only. https://learn.microsoft.com/rest/api/authorization/permissions */
export interface Permission {
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
}

/**
 * Whether a role's pattern includes an action. `*` stands for any run of characters, also none and also across `/`; case
 * does not count, nor do blanks around the pattern. A `*` in the action itself is matched only by a `*` in the pattern, so the same function answers
 * "does this pattern include all of that pattern?".
 * https://learn.microsoft.com/azure/role-based-access-control/role-definitions#actions-format
 */
export function actionMatches(pattern: string, action: string): boolean {
  const text = action.toLowerCase();
  const parts = partsOf(pattern);
  const first = parts[0] ?? '';
  if (parts.length === 1) return text === first;
  const last = parts.at(-1) ?? '';
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const part of parts.slice(1, -1)) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}

/** Whether two patterns have an action in common: there is one that both include. */
export function patternsMeet(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  // Whether what is left of `a` meets what is left of `b`, for every place in `b`; from the end of `a` to its beginning.
  let after: readonly boolean[] = [];
  for (let i = a.length; i >= 0; i -= 1) {
    const here: boolean[] = [];
    for (let j = b.length; j >= 0; j -= 1) {
      const [down, right, both] = [after[j] === true, here[j + 1] === true, after[j + 1] === true];
      const bothEnd = i === a.length && j === b.length;
      const star = a[i] === '*' || b[j] === '*';
      here[j] = bothEnd || (star ? down || right : i < a.length && a[i] === b[j] && both);
    }
    after = here;
  }
  return after[0] === true;
}

/** Every role is compared with the same few hundred patterns, thousands of times. */
const known = new Map<string, readonly string[]>();

function partsOf(pattern: string): readonly string[] {
  let parts = known.get(pattern);
  if (parts === undefined) {
    parts = pattern.trim().toLowerCase().split('*');
    known.set(pattern, parts);
  }
  return parts;
}

/** Whether one entry holds the action: in its `actions` and not taken out again by its own `notActions`. */
function entryAllows(entry: Permission, action: string): boolean {
  return (
    entry.actions.some((pattern) => actionMatches(pattern, action)) &&
    !entry.notActions.some((pattern) => actionMatches(pattern, action))
  );
}

/**
 * Whether someone with these entries holds the action. One entry is enough: `notActions` takes away from its own entry
 * only, it is no deny. Deny assignments and conditions are not part of these facts.
 * https://learn.microsoft.com/azure/role-based-access-control/role-definitions#notactions
 */
export function allows(permissions: readonly Permission[], action: string): boolean {
  return permissions.some((entry) => entryAllows(entry, action));
}

/** The needed actions that these entries do not hold, in the order asked; empty when all are held. */
export function missingActions(permissions: readonly Permission[], needed: readonly string[]): string[] {
  return needed.filter((action) => !allows(permissions, action));
}

/**
 * The actions that Azure Lighthouse asks of whoever gives or takes away access, at the subscription, also when only a
 * resource group is delegated. https://learn.microsoft.com/azure/lighthouse/how-to/onboard-customer
 */
const roleAssignmentActions = [
  'Microsoft.Authorization/roleAssignments/write',
  'Microsoft.Authorization/roleAssignments/delete',
  'Microsoft.Authorization/roleAssignments/read',
] as const;

/**
 * The actions that each kind of step needs, reading the result back included.
 * https://learn.microsoft.com/azure/role-based-access-control/permissions/management-and-governance#microsoftmanagedservices
 */
export const actionsFor: {
  readonly delegate: readonly string[];
  /** On top of nothing: whoever holds this may register, also without the right to delegate. */
  readonly register: readonly string[];
  /** On top of `delegate`: to store or change a copy of an offer. */
  readonly copy: readonly string[];
  /** To take delegations away and then delete the copy. */
  readonly remove: readonly string[];
} = {
  delegate: [
    ...roleAssignmentActions,
    'Microsoft.ManagedServices/registrationAssignments/read',
    'Microsoft.ManagedServices/registrationAssignments/write',
    'Microsoft.ManagedServices/registrationDefinitions/read',
    'Microsoft.ManagedServices/operationStatuses/read',
  ],
  register: ['Microsoft.ManagedServices/register/action'],
  copy: ['Microsoft.ManagedServices/registrationDefinitions/write'],
  remove: [
    ...roleAssignmentActions,
    'Microsoft.ManagedServices/registrationAssignments/read',
    'Microsoft.ManagedServices/registrationAssignments/delete',
    'Microsoft.ManagedServices/registrationDefinitions/read',
    'Microsoft.ManagedServices/registrationDefinitions/delete',
    'Microsoft.ManagedServices/operationStatuses/read',
  ],
};
