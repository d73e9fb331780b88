import type { RegistrationDefinition } from '../../model.ts';
import { knowOnly, parseFilter, wanted } from '../odata.ts';
import { queryOf, type ArmRequest } from '../request.ts';

/**
 * The `$filter` of definitions and assignments: `managedByTenantId eq 'guid'` or `managedByTenantId in ('guid', 'guid')`.
 * An assignment whose definition is gone matches no tenant.
 * https://learn.microsoft.com/rest/api/managedservices/registration-assignments/list
 */
export function managingTenantFilter(request: ArmRequest): (definition: RegistrationDefinition | undefined) => boolean {
  const terms = parseFilter(queryOf(request.url, '$filter'));
  knowOnly(terms, ['managedByTenantId']);
  const ids = wanted(terms, 'managedByTenantId')?.map((id) => id.toLowerCase());
  return (definition) =>
    !ids || (definition !== undefined && ids.includes(definition.properties.managedByTenantId.toLowerCase()));
}
