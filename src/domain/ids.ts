import { v5 as uuidv5 } from 'uuid';

/*
 * Which kind of string is this? Azure compares ids without regard to case and echoes them as they were sent, so two
 * strings that name one thing may differ. Everything here turns a string into its one canonical form.
 */

declare const kind: unique symbol;
type Branded<Kind extends string> = string & { readonly [kind]: Kind };

/** GUID of a Microsoft Entra tenant, lower-case. */
export type TenantId = Branded<'TenantId'>;
/** GUID of a subscription, lower-case. */
export type SubscriptionId = Branded<'SubscriptionId'>;
/** `/subscriptions/{guid}` or `/subscriptions/{guid}/resourceGroups/{name}`; GUID lower-case, name as Azure shows it. */
export type ScopeId = Branded<'ScopeId'>;
/** Id of a registrationDefinition: `/subscriptions/{guid}/providers/Microsoft.ManagedServices/registrationDefinitions/{guid}`. */
export type CopyId = Branded<'CopyId'>;
/** Id of a registrationAssignment: `{scope}/providers/Microsoft.ManagedServices/registrationAssignments/{guid}`. */
export type DelegationId = Branded<'DelegationId'>;
/** GUID of a role definition, lower-case. */
export type RoleId = Branded<'RoleId'>;
/** GUID of a principal (user, group or service principal) in its own tenant, lower-case. */
export type PrincipalId = Branded<'PrincipalId'>;

const guidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a string has the form of a GUID, in any case. */
export function isGuid(text: string): boolean {
  return guidPattern.test(text.toLowerCase());
}

/** The tenant id in its canonical form. Whether it is a GUID is for the caller to check where it matters. */
export function tenantId(text: string): TenantId {
  return text.trim().toLowerCase() as TenantId;
}

/** The subscription id in its canonical form. */
export function subscriptionId(text: string): SubscriptionId {
  return text.trim().toLowerCase() as SubscriptionId;
}

/** The principal id in its canonical form. */
export function principalId(text: string): PrincipalId {
  return text.trim().toLowerCase() as PrincipalId;
}

/** The role's GUID, from a GUID or from any full role definition id that ends in one. */
export function roleId(text: string): RoleId {
  return (text.trim().split('/').at(-1) ?? '').toLowerCase() as RoleId;
}

/** The scope id of a subscription. */
export function subscriptionScope(subscription: SubscriptionId): ScopeId {
  return `/subscriptions/${subscription}` as ScopeId;
}

/** The scope id of a resource group. */
export function resourceGroupScope(subscription: SubscriptionId, name: string): ScopeId {
  return `/subscriptions/${subscription}/resourceGroups/${name}` as ScopeId;
}

const scopePattern = /^\/?subscriptions\/([^/]+)(?:\/resourceGroups\/([^/]+))?\/?$/i;

/** The parts of a scope, or `undefined` when the text is neither a subscription nor a resource group. */
export function parseScope(
  text: string,
): { readonly id: ScopeId; readonly subscriptionId: SubscriptionId; readonly resourceGroup?: string } | undefined {
  const found = scopePattern.exec(text.trim());
  if (!found?.[1] || !isGuid(found[1])) return undefined;
  const subscription = subscriptionId(found[1]);
  const group = found[2];
  return group === undefined
    ? { id: subscriptionScope(subscription), subscriptionId: subscription }
    : { id: resourceGroupScope(subscription, group), subscriptionId: subscription, resourceGroup: group };
}

const tidyId = /^\/[^/\s](?:[^]*[^/\s])?$/;

/** The form in which two ARM ids may be compared: one leading slash, none trailing, lower-case. */
export function idKey(id: string): string {
  // Nearly every id is written like that, and long lists compare thousands of them at once.
  if (tidyId.test(id)) return id.toLowerCase();
  return `/${id.trim().replace(/^\/+|\/+$/g, '')}`.toLowerCase();
}

/** Whether two ARM ids name the same thing. Azure echoes ids as sent: case and the leading slash may differ. */
export function sameId(one: string, other: string): boolean {
  return idKey(one) === idKey(other);
}

/** The namespace that ARM's template function guid() uses. */
const armNamespace = '11fb06fb-712d-4ddd-98c7-e71bbd588830';

/**
 * The GUID that ARM's template function `guid(...)` gives for these values in lower case: the same inputs always give the
 * same name, however Azure spells an id today, which makes every write repeatable.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#guid
 */
export function armGuid(...inputs: readonly string[]): string {
  return templateGuid(inputs.map((input) => input.toLowerCase()));
}

/**
 * The GUID that ARM's `guid(...)` gives for exactly these values: it tells upper from lower case. Half a character pair, which
 * has no bytes of its own, counts as the replacement character.
 */
export function templateGuid(inputs: readonly string[]): string {
  return uuidv5(inputs.join('-').replace(/\p{Cs}/gu, '\uFFFD'), armNamespace);
}

const copyType = 'providers/Microsoft.ManagedServices/registrationDefinitions';
const delegationType = 'providers/Microsoft.ManagedServices/registrationAssignments';

/** The id of the copy with this GUID in this subscription. */
export function copyId(subscription: SubscriptionId, name: string): CopyId {
  return `${subscriptionScope(subscription)}/${copyType}/${name.toLowerCase()}` as CopyId;
}

/** The id of the delegation with this GUID at this scope. */
export function delegationId(scope: ScopeId, name: string): DelegationId {
  return `${scope}/${delegationType}/${name.toLowerCase()}` as DelegationId;
}

/** The copy's id in canonical form, from an id as Azure echoes it; `undefined` when it is not one. */
export function parseCopyId(
  text: string,
): { readonly id: CopyId; readonly subscriptionId: SubscriptionId; readonly name: string } | undefined {
  const found =
    /^\/?subscriptions\/([^/]+)\/providers\/Microsoft\.ManagedServices\/registrationDefinitions\/([^/]+)\/?$/i.exec(
      text.trim(),
    );
  if (!found?.[1] || !found[2]) return undefined;
  const subscription = subscriptionId(found[1]);
  return { id: copyId(subscription, found[2]), subscriptionId: subscription, name: found[2].toLowerCase() };
}

/** The delegation's id in canonical form, from an id as Azure echoes it; `undefined` when it is not one. */
export function parseDelegationId(
  text: string,
): { readonly id: DelegationId; readonly scope: ScopeId; readonly name: string } | undefined {
  const found = /^(.*)\/providers\/Microsoft\.ManagedServices\/registrationAssignments\/([^/]+)\/?$/i.exec(text.trim());
  const scope = found?.[1] === undefined ? undefined : parseScope(found[1]);
  if (!scope || !found?.[2]) return undefined;
  return { id: delegationId(scope.id, found[2]), scope: scope.id, name: found[2].toLowerCase() };
}
