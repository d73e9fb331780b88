import type { Tenant } from '../../domain/scope.ts';
import { useText } from '../../text/TextContext.tsx';
import { useServices } from '../services.ts';
import { useRead } from '../../queries/useRead.ts';

/** The tenant at hand, with its name as far as Azure gives it. */
export function useTenant(): Tenant {
  const { queries, session } = useServices();
  const { data } = useRead(queries.tenants());
  return data?.find(({ id }) => id === session.person.tenantId) ?? { id: session.person.tenantId };
}

/** What the tenant is called: its name, else its domain, else its id. */
export function tenantName(tenant: Tenant): string {
  return tenant.name ?? tenant.domain ?? tenant.id;
}

/** The document's title for a page: page and tenant. */
export function usePageTitle(page: string): string {
  const { t } = useText();
  return t.frame.pageTitle(page, tenantName(useTenant()));
}
