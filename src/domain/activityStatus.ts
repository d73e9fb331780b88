import type { ActivityEvent } from './activity.ts';

/**
 * How far an action came. Azure's list is of typical words only, so others have to be expected.
 * https://learn.microsoft.com/azure/azure-monitor/platform/activity-log-schema
 */
export type ActivityStatus =
  'started' | 'accepted' | 'inProgress' | 'succeeded' | 'failed' | 'canceled' | 'active' | 'resolved';

/** Azure's words, without case and spaces: it writes both `In progress` and `InProgress`. */
const known: ReadonlyMap<string, ActivityStatus> = new Map<string, ActivityStatus>([
  ['started', 'started'],
  ['accepted', 'accepted'],
  ['inprogress', 'inProgress'],
  ['succeeded', 'succeeded'],
  ['failed', 'failed'],
  ['canceled', 'canceled'],
  ['cancelled', 'canceled'],
  ['active', 'active'],
  ['resolved', 'resolved'],
]);

/** What the word of an entry means; `undefined` for one that the app does not know. */
export function activityStatusOf({ status }: Pick<ActivityEvent, 'status'>): ActivityStatus | undefined {
  return known.get(status.replace(/\s/g, '').toLowerCase());
}

/** Whether an entry says that its action has not ended yet. */
export function isUnderWay(event: Pick<ActivityEvent, 'status'>): boolean {
  const status = activityStatusOf(event);
  return status === 'started' || status === 'accepted' || status === 'inProgress';
}
