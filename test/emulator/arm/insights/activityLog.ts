import type { RequestRecord } from '../../context.ts';
import type { ActivityEntry } from '../../model.ts';
import { ArmError } from '../errors.ts';
import { listAnswer } from '../paging.ts';
import { queryOf, type ArmRequest, type Route } from '../request.ts';
import { entriesOfRequests } from './entries.ts';

const dayMs = 24 * 60 * 60_000;

/**
 * The activity log of a subscription: what happened there in the past, and what this emulator was asked since. Asks for a
 * start and keeps 90 days. https://learn.microsoft.com/rest/api/monitor/activity-logs/list
 */
export const activityLogRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/subscriptions/{subscriptionId}/providers/Microsoft.Insights/eventtypes/management/values',
    type: 'Microsoft.Insights/eventtypes',
    kind: 'read',
    action: 'Microsoft.Insights/eventtypes/values/Read',
    handler: (request) =>
      listAnswer(request, chosen(request), { key: ({ id }) => id, present: (entry) => present(request, entry) }),
  },
];

const PERIOD = /^eventTimestamp ge '([^']+)'(?: and eventTimestamp le '([^']+)')?$/i;

function chosen(request: ArmRequest): readonly ActivityEntry[] {
  const filter = PERIOD.exec((queryOf(request.url, '$filter') ?? '').trim());
  const from = Date.parse(filter?.[1] ?? '');
  const to = filter?.[2] === undefined ? request.now : Date.parse(filter[2]);
  if (Number.isNaN(from) || Number.isNaN(to))
    throw new ArmError(400, 'BadRequest', "The $filter has to hold a start time: eventTimestamp ge '...'.");
  if (from < request.now - 90 * dayMs - 60_000)
    throw new ArmError(400, 'BadRequest', 'The start time cannot be more than 90 days in the past.');
  const asked: readonly RequestRecord[] = request.context.requests;
  return [...request.world.activity, ...entriesOfRequests(request.world, asked)].filter(
    ({ at, scope }) =>
      at >= from && at <= to && `${scope}/`.toLowerCase().startsWith(`${request.scope.id}/`.toLowerCase()),
  );
}

function present(request: ArmRequest, entry: ActivityEntry): unknown {
  const { at, operation, status, caller, claims, correlationId, scope, resourceId } = entry;
  const group = /\/resourceGroups\/([^/]+)/i.exec(scope)?.[1];
  const whole: Readonly<Record<string, unknown>> = {
    id: `${resourceId}/events/${entry.id}/ticks/${at}`,
    eventDataId: entry.id,
    eventTimestamp: new Date(at).toISOString(),
    operationName: { value: operation, localizedValue: operation },
    status: { value: status, localizedValue: status },
    correlationId,
    resourceId,
    ...(group !== undefined && { resourceGroupName: group }),
    subscriptionId: request.parameters['subscriptionId'],
    tenantId: request.world.customerTenantId,
    ...(caller !== undefined && { caller }),
    ...(claims && { claims }),
    authorization: { action: operation, scope: resourceId },
    category: { value: 'Administrative', localizedValue: 'Administrative' },
    level: status === 'Failed' ? 'Error' : 'Informational',
  };
  const selected = queryOf(request.url, '$select');
  if (selected === undefined) return whole;
  const names = new Set(selected.split(',').map((name) => name.trim().toLowerCase()));
  return Object.fromEntries(Object.entries(whole).filter(([name]) => names.has(name.toLowerCase())));
}
