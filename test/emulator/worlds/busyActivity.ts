import { claimsOf } from '../arm/insights/entries.ts';
import type { ActivityEntry, Principal, World } from '../model.ts';
import { estateId } from './estate.ts';
import { guidOf } from './guid.ts';
import { contosoPrincipals, personaId, providerPrincipals } from './people.ts';
import { resourceGroupScope, subscriptionScope } from './scopes.ts';
import { contoso } from './tenants.ts';

const hourMs = 60 * 60_000;

/** What happened lately in some of the subscriptions of `busy`. Provider names are what the providers call their people. */
export function addBusyActivity(world: World, now: number): void {
  const add = (
    hoursAgo: number,
    scope: string,
    operation: string,
    who: Partial<ActivityEntry>,
    status = 'Succeeded',
  ) => {
    const id = guidOf(`activity/${world.activity.length}`);
    const resourceId = `${scope}/providers/${operation.replace(/\/[^/]+(?:\/action)?$/, '')}/${id.slice(0, 8)}`;
    const entry = { id, at: now - hoursAgo * hourMs, scope, resourceId, operation, status, correlationId: id, ...who };
    world.activity.push(entry);
    // What takes a while is written down twice, when it begins and when it has ended.
    if (/\/(?:write|delete|restart\/action)$/.test(operation)) {
      const began = { ...entry, id: guidOf(`activity/${world.activity.length}`), at: entry.at - 60_000 };
      world.activity.push({ ...began, status: 'Started' });
    }
  };
  const store = subscriptionScope(estateId(4));
  const desk = by(providerPrincipals.serviceDesk, 'Mira Koskinen', 'mira.koskinen@northwind-msp.example');
  add(
    5,
    resourceGroupScope(estateId(4), 'rg-store-web-prod'),
    'Microsoft.Compute/virtualMachines/restart/action',
    desk,
  );
  add(6, store, 'Microsoft.Support/supportTickets/write', desk, 'Failed');
  add(400, store, 'Microsoft.Compute/virtualMachines/write', desk);
  const hostile = by(
    providerPrincipals.proseware,
    '\u202E=HYPERLINK("https://proseware.example")',
    "=cmd|' /C calc'!A0",
  );
  add(8, resourceGroupScope(estateId(8), 'rg-mes-공통'), 'Microsoft.Storage/storageAccounts/listKeys/action', hostile);
  add(9, store, 'Microsoft.Resources/tags/write', by(contosoPrincipals.automation, 'contoso-azure-automation'));
  add(10, store, 'Microsoft.Insights/scheduledQueryRules/action', {});
  const owner = claimsOf(contoso.id, personaId('owner'), 'Jiwoo Kim (김지우)');
  const oldCopy = 'Microsoft.ManagedServices/registrationAssignments/delete';
  add(30, store, oldCopy, { caller: 'owner@contoso.example', claims: owner });
}

function by(principal: Principal, name: string, caller = principal.id): Partial<ActivityEntry> {
  return { caller, claims: claimsOf(principal.tenantId, principal.id, name) };
}
