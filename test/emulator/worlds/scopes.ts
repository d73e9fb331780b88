/** Scope ids as Azure prints them. */

/** `/subscriptions/{id}` */
export function subscriptionScope(subscriptionId: string): string {
  return `/subscriptions/${subscriptionId}`;
}

/** `/subscriptions/{id}/resourceGroups/{name}` */
export function resourceGroupScope(subscriptionId: string, name: string): string {
  return `${subscriptionScope(subscriptionId)}/resourceGroups/${name}`;
}

/** `/providers/Microsoft.Management/managementGroups/{name}` */
export function managementGroupScope(name: string): string {
  return `/providers/Microsoft.Management/managementGroups/${name}`;
}

/** Id of a copy of an offer, as Azure prints it in full. */
export function definitionId(subscriptionId: string, name: string): string {
  return `${subscriptionScope(subscriptionId)}/providers/Microsoft.ManagedServices/registrationDefinitions/${name}`;
}
