import type { ActivityEvent, ActivityLog } from '../../domain/activity.ts';
import { isGuid, subscriptionScope, tenantId, type SubscriptionId } from '../../domain/ids.ts';
import { record, text, textEntries } from '../shapes/json.ts';
import type { ArmReader } from './reader.ts';

/** So many pages of one log are read, of 200 entries or so each: a busy subscription has hundreds of thousands in 90 days. */
const mostPages = 100;

const fields = 'eventDataId,eventTimestamp,operationName,status,caller,claims,correlationId,resourceId';

/**
 * The activity log of a subscription between two instants, at most 90 days back.
 * https://learn.microsoft.com/rest/api/monitor/activity-logs/list
 * @param from ISO 8601, as is `to`
 */
export async function readActivityLog(
  reader: ArmReader,
  subscription: SubscriptionId,
  { from, to }: { readonly from: string; readonly to: string },
  signal: AbortSignal,
): Promise<ActivityLog> {
  const path = `${subscriptionScope(subscription)}/providers/Microsoft.Insights/eventtypes/management/values`;
  const query = { $filter: `eventTimestamp ge '${from}' and eventTimestamp le '${to}'`, $select: fields };
  const { items, complete } = await reader.listUpTo(path, '2015-04-01', query, mostPages, signal);
  return { events: items.flatMap((item) => toEvent(item, subscription) ?? []), complete };
}

const claimTypes = 'http://schemas.microsoft.com/identity/claims/';

/** An entry as the app knows it; `undefined` without a time or an operation. */
function toEvent(item: unknown, subscription: SubscriptionId): ActivityEvent | undefined {
  const entry = record(item);
  const at = Date.parse(text(entry.eventTimestamp) ?? '');
  const operation = text(record(entry.operationName).value);
  if (Number.isNaN(at) || operation === undefined) return undefined;
  const claims = textEntries(entry.claims);
  const tenant = claims[`${claimTypes}tenantid`] ?? /sts\.windows\.net\/([^/]+)/.exec(claims['iss'] ?? '')?.[1];
  const objectId = text(claims[`${claimTypes}objectidentifier`]);
  const caller = text(entry.caller);
  const name = text(claims['name']);
  const correlationId = text(entry.correlationId);
  return {
    id: text(entry.eventDataId) ?? `${at} ${operation}`,
    at: new Date(at).toISOString(),
    subscriptionId: subscription,
    resourceId: text(entry.resourceId) ?? subscriptionScope(subscription),
    operation,
    status: text(record(entry.status).value) ?? '',
    ...(caller !== undefined && { caller }),
    ...(name !== undefined && { callerName: name }),
    ...(objectId !== undefined && { callerObjectId: objectId }),
    ...(tenant !== undefined && isGuid(tenant) && { callerTenant: tenantId(tenant) }),
    ...(correlationId !== undefined && { correlationId }),
  };
}
