import { describe, expect, it } from 'vitest';
import { customer, provider, resourceGroup, subscription, subscriptionNo } from '../../test/domain/offers.ts';
import { activityProviders, isChangeOfDelegation, sortActivity } from './activity.ts';
import type { ActivityEvent, ActivityLog } from './activity.ts';
import { activityCsv, activityFileName, activityJson } from './activityExport.ts';
import { tenantId } from './ids.ts';
import type { ScopeId, SubscriptionId } from './ids.ts';
import type { Known } from './known.ts';

const stranger = tenantId('44444444-4444-4444-8444-444444444444');
const { callerTenant: _, ...nobody } = event('', '', '');

function event(id: string, resourceId: string, at: string, over: Partial<ActivityEvent> = {}): ActivityEvent {
  return {
    id,
    at,
    subscriptionId: subscriptionNo(1),
    resourceId,
    operation: 'Microsoft.Compute/virtualMachines/write',
    status: 'Succeeded',
    callerTenant: provider,
    ...over,
  };
}
const known = (events: readonly ActivityEvent[], complete = true): Known<ActivityLog> => ({
  state: 'known',
  value: { events, complete },
});
const unknown: Known<ActivityLog> = { state: 'unknown', problem: { code: 'notAllowed' } };
const web = resourceGroup(1, 'web').id;
const logs = (...all: readonly Known<ActivityLog>[]): ReadonlyMap<SubscriptionId, Known<ActivityLog>> =>
  new Map(all.map((log, index) => [subscriptionNo(index + 1), log]));
const sorted = (of: ReturnType<typeof logs>, ...scopes: readonly ScopeId[]) =>
  sortActivity(of, [{ tenant: provider, name: 'Northwind', scopes }], customer);

describe('what a managing tenant did', () => {
  it('is what happened in the scopes handed to it, newest first', () => {
    const events = [
      event('old', `${web}/providers/x/vm/1`, '2026-01-01T00:00:00Z'),
      event('new', web.toUpperCase(), '2026-01-02T00:00:00Z'),
      // Another group whose name begins alike.
      event('beside', `${web}-2/providers/x/vm/1`, '2026-01-03T00:00:00Z'),
    ];
    const { providers, unnamed, strangers } = sorted(logs(known(events)), web);
    expect(providers).toMatchObject([{ name: 'Northwind', quiet: false }]);
    expect(providers[0]?.events.map(({ id }) => id)).toEqual(['new', 'old']);
    // What it did elsewhere is a stranger's doing there.
    expect([unnamed, strangers]).toEqual([0, 1]);
  });

  it('counts who else acted: Azure itself, tenants with nothing delegated, and not the own people', () => {
    const events = [
      event('own', web, '1', { callerTenant: customer }),
      event('guest', web, '2', { callerTenant: stranger }),
      { ...nobody, id: 'azure', resourceId: web, at: '3' },
      { ...nobody, id: 'azure too', resourceId: web, at: '4' },
    ];
    expect(sorted(logs(known(events)), web)).toMatchObject({
      providers: [{ events: [], quiet: true }],
      unnamed: 2,
      strangers: 1,
    });
  });

  it('is called quiet only where every log was read to its end', () => {
    const quiet = (...all: readonly Known<ActivityLog>[]) =>
      sorted(logs(...all), subscription(1).id, subscription(2).id).providers[0]?.quiet;
    expect(quiet(known([]), known([]))).toBe(true);
    expect(quiet(known([]), unknown)).toBe('unknown');
    expect(quiet(known([]), known([], false))).toBe('unknown');
    expect(quiet(known([]))).toBe('unknown');
    expect(quiet(known([event('1', subscription(1).id, '1')]), unknown)).toBe(false);
    expect(sorted(logs(unknown), web)).toMatchObject({ changes: [], unnamed: 0, strangers: 0 });
    expect(sorted(logs(known([])), 'not a scope' as ScopeId).providers[0]?.quiet).toBe('unknown');
  });

  it('stands beside every change of a delegation, by whomever', () => {
    const operation = 'Microsoft.ManagedServices/registrationAssignments/write';
    const events = [event('own', web, '1', { callerTenant: customer, operation }), event('other', web, '2')];
    expect(sorted(logs(known(events)), web).changes.map(({ id }) => id)).toEqual(['own']);
  });
});

it.each([
  ['Microsoft.ManagedServices/registrationAssignments/write', true],
  ['MICROSOFT.MANAGEDSERVICES/REGISTRATIONDEFINITIONS/DELETE', true],
  ['Microsoft.ManagedServices/registrationDefinitions/read', false],
  ['Microsoft.ManagedServices/register/action', false],
  ['Microsoft.ManagedServices/registrationAssignments/write/more', false],
  ['x/Microsoft.ManagedServices/registrationAssignments/write', false],
])('%s changes a delegation: %s', (operation, changes) => expect(isChangeOfDelegation(operation)).toBe(changes));

it('knows each managing tenant once, with every scope handed to it once', () => {
  const row = (tenant: typeof provider, scope: ScopeId) => ({ tenant, name: tenant.slice(0, 2), scope });
  const [one, two] = [subscription(1).id, subscription(2).id];
  expect(activityProviders([row(provider, one), row(stranger, one), row(provider, two), row(provider, one)])).toEqual([
    { tenant: provider, name: '22', scopes: [one, two] },
    { tenant: stranger, name: '44', scopes: [one] },
  ]);
});

describe('the files', () => {
  const facts = {
    tenant: { id: customer },
    exportedAt: '2026-01-05T09:00:00.000Z',
    from: '2026-01-01',
    to: '2026-01-05',
    unread: [{ subscriptionId: subscriptionNo(2), reason: 'notAllowed' }],
  } as const;
  const full = event('1', web, '2026-01-02', {
    caller: '=x',
    callerName: 'Kim',
    callerObjectId: 'o',
    correlationId: 'c',
  });
  const events = [
    { ...full, provider: 'Northwind', changesDelegation: true },
    { ...nobody, provider: '', changesDelegation: false },
  ];

  it('hold one row for each entry, and no formula', () => {
    const [names, first, second, ...rest] = activityCsv(events, facts).trim().split('\r\n');
    expect(rest).toEqual([]);
    const cells = (line = '') => line.replace('\uFEFF', '').slice(1, -1).split('","');
    expect(Object.fromEntries(cells(names).map((name, index) => [name, cells(first)[index]]))).toEqual({
      exported_at_utc: facts.exportedAt,
      at_utc: full.at,
      provider_name: 'Northwind',
      caller_tenant_id: provider,
      caller: "'=x",
      caller_name: 'Kim',
      caller_object_id: 'o',
      operation: full.operation,
      status: 'Succeeded',
      subscription_id: subscriptionNo(1),
      resource_id: web,
      correlation_id: 'c',
      changes_delegation: 'yes',
    });
    expect(cells(second).filter((cell) => cell === '')).toHaveLength(8);
    expect(cells(second).at(-1)).toBe('no');
  });

  it('say what could not be read', () => {
    expect(JSON.parse(activityJson(events, facts))).toEqual({
      schemaVersion: 1,
      kind: 'azure-lighthouse-activity',
      ...facts,
      events,
    });
    expect(activityFileName(facts.exportedAt, 'csv')).toBe('lighthouse-activity-2026-01-05.csv');
  });
});
