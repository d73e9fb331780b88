/**
 * Whether the condition of a role assignment keeps an action back.
 *
 * A condition constrains the actions it names with `ActionMatches{'...'}` by attributes of the request, and an ordinary
 * request carries none of these attributes; so what it names is taken as not granted. Whether the real service judges a
 * delegation the same way is unverified. https://learn.microsoft.com/azure/role-based-access-control/conditions-format
 */
export function withholds(condition: string | undefined, action: string): boolean {
  if (condition === undefined) return false;
  const named = [...condition.matchAll(/ActionMatches\s*\{\s*'([^']+)'\s*\}/gi)].map((match) =>
    match[1]?.toLowerCase(),
  );
  return named.includes(action.toLowerCase());
}
