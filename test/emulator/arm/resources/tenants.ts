import type { Tenant } from '../../model.ts';
import { listAnswer } from '../paging.ts';
import type { Route } from '../request.ts';

/**
 * `GET /tenants`: the directories a person has an account in; for an application its own.
 * https://learn.microsoft.com/rest/api/resources/tenants/list
 */
export const tenantRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/tenants',
    type: 'tenants',
    kind: 'read',
    handler: (request) => {
      const { caller, world } = request;
      const ids = caller.persona ? Object.keys(caller.persona.objectIds) : [caller.tenantId];
      const tenants = world.tenants.filter((tenant) => ids.includes(tenant.id));
      return listAnswer(request, tenants, { key: (tenant) => tenant.id, present: presentTenant });
    },
  },
];

function presentTenant(tenant: Tenant): unknown {
  return {
    id: `/tenants/${tenant.id}`,
    tenantId: tenant.id,
    countryCode: tenant.countryCode,
    displayName: tenant.displayName,
    domains: [tenant.defaultDomain],
    tenantCategory: 'Home',
    defaultDomain: tenant.defaultDomain,
    tenantType: 'AAD',
  };
}
