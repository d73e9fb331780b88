import type { Caller, Context } from '../context.ts';
import type { World } from '../model.ts';

const queriesPerWindow = 15;
const windowMs = 5_000;

interface Window {
  readonly startedAt: number;
  used: number;
}

const windows = new WeakMap<World, Map<string, Window>>();

/**
 * Counts one query of this caller, by the world's clock: whether it may run, and the two headers that every answer carries.
 * https://learn.microsoft.com/azure/governance/resource-graph/concepts/guidance-for-throttled-requests
 */
export function takeFromQuota(context: Context, caller: Caller): { allowed: boolean; headers: Record<string, string> } {
  const now = context.clock.now();
  const window = currentWindow(context.world, `${caller.tenantId}/${caller.objectId}`, now);
  const allowed = window.used < queriesPerWindow;
  if (allowed) window.used += 1;
  const seconds = Math.max(1, Math.ceil((window.startedAt + windowMs - now) / 1_000));
  const headers = {
    'x-ms-user-quota-remaining': String(queriesPerWindow - window.used),
    'x-ms-user-quota-resets-after': `00:00:0${seconds}`,
  };
  return { allowed, headers: allowed ? headers : { ...headers, 'Retry-After': String(seconds) } };
}

function currentWindow(world: World, user: string, now: number): Window {
  const ofWorld = windows.get(world) ?? new Map<string, Window>();
  windows.set(world, ofWorld);
  const known = ofWorld.get(user);
  if (known && now >= known.startedAt && now < known.startedAt + windowMs) return known;
  const window = { startedAt: now, used: 0 };
  ofWorld.set(user, window);
  return window;
}
