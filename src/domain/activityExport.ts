import type { ActivityEvent } from './activity.ts';
import { csvFile, jsonFile } from './exportText.ts';
import type { ProblemCode } from './problem.ts';
import type { Tenant } from './scope.ts';

/** What a file of the activity says about itself. */
export interface ActivityFacts {
  readonly tenant: Tenant;
  /** ISO 8601 in UTC. */
  readonly exportedAt: string;
  readonly from: string;
  readonly to: string;
  /** Subscriptions whose log is missing here, with the reason. */
  readonly unread: readonly { readonly subscriptionId: string; readonly reason: ProblemCode | 'incomplete' }[];
}

/** An event with the provider that it is shown under. */
export interface ExportedEvent extends ActivityEvent {
  readonly provider: string;
  /** It wrote or deleted a delegation, or a copy of an offer. */
  readonly changesDelegation: boolean;
}

const columns = [
  'exported_at_utc',
  'at_utc',
  'provider_name',
  'caller_tenant_id',
  'caller',
  'caller_name',
  'caller_object_id',
  'operation',
  'status',
  'subscription_id',
  'resource_id',
  'correlation_id',
  'changes_delegation',
] as const;

/** The activity as a CSV file: one row per entry of the log. */
export function activityCsv(events: readonly ExportedEvent[], facts: ActivityFacts): string {
  return csvFile(
    columns,
    events.map((event) => ({
      exported_at_utc: facts.exportedAt,
      at_utc: event.at,
      provider_name: event.provider,
      caller_tenant_id: event.callerTenant ?? '',
      caller: event.caller ?? '',
      caller_name: event.callerName ?? '',
      caller_object_id: event.callerObjectId ?? '',
      operation: event.operation,
      status: event.status,
      subscription_id: event.subscriptionId,
      resource_id: event.resourceId,
      correlation_id: event.correlationId ?? '',
      changes_delegation: event.changesDelegation ? 'yes' : 'no',
    })),
  );
}

/** The same as a JSON file, with what could not be read. */
export function activityJson(events: readonly ExportedEvent[], facts: ActivityFacts): string {
  return jsonFile({ schemaVersion: 1, kind: 'azure-lighthouse-activity', ...facts, events });
}

/** The name of the file: ASCII only, with the day in UTC. */
export function activityFileName(exportedAt: string, ending: 'json' | 'csv'): string {
  return `lighthouse-activity-${exportedAt.slice(0, 10)}.${ending}`;
}
