import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActivityEvent } from './activity.ts';
import { foldActivity, placeActions } from './activityFold.ts';
import { parseScope, subscriptionId, tenantId } from './ids.ts';

const subscription = subscriptionId('5a000004-0000-4000-8000-000000000004');
const managing = tenantId('22222222-2222-4222-8222-222222222222');
const scopeOf = (text: string) => parseScope(text)?.id ?? expect.fail(`${text} is no scope`);
const whole = scopeOf(`/subscriptions/${subscription}`);
const web = scopeOf(`${whole}/resourceGroups/rg-web`);

const event = (more: Partial<ActivityEvent> = {}): ActivityEvent => ({
  id: 'one',
  at: '2026-11-01T10:00:00.000Z',
  subscriptionId: subscription,
  resourceId: `${web}/providers/Microsoft.Compute/virtualMachines/vm-1`,
  operation: 'Microsoft.Compute/virtualMachines/restart/action',
  status: 'Succeeded',
  callerTenant: managing,
  correlationId: 'c-1',
  ...more,
});

describe('entries of one action', () => {
  it('are one row, with how it ended', () => {
    const started = event({ id: 'two', at: '2026-11-01T10:00:00.000Z', status: 'Started' });
    const ended = event({ at: '2026-11-01T10:01:00.000Z', status: 'Failed' });
    const [action, ...others] = foldActivity([started, ended]);
    expect(others).toEqual([]);
    expect(action).toMatchObject({ events: [ended, started], last: ended, changesDelegation: false });
  });

  it('say that it goes on while nothing says that it ended, also where both have the same time', () => {
    const started = event({ id: 'two', status: 'Started' });
    expect(foldActivity([started, event({ id: 'three', status: 'Accepted' })])[0]?.last.status).toBe('Started');
    expect(foldActivity([started, event()])[0]?.last.status).toBe('Succeeded');
  });

  it.each([
    ['another thing', { resourceId: `${web}/providers/Microsoft.Compute/virtualMachines/vm-2` }],
    ['another operation', { operation: 'Microsoft.Compute/virtualMachines/delete' }],
    ['somebody else', { callerTenant: tenantId('33333333-3333-4333-8333-333333333333') }],
    ['another request', { correlationId: 'c-2' }],
  ])('are not those of %s', (_what, more) => {
    expect(foldActivity([event(), event({ id: 'two', ...more })])).toHaveLength(2);
  });

  it('are one though Azure writes their ids in other letters, and two where nothing joins them', () => {
    const loud = event({ id: 'two', operation: 'MICROSOFT.COMPUTE/virtualMachines/restart/ACTION' });
    expect(foldActivity([event(), loud])).toHaveLength(1);
    const { correlationId: _, ...alone } = event();
    expect(foldActivity([alone, { ...alone, id: 'two' }])).toHaveLength(2);
  });

  it('lose none, whatever the log holds, and stay in the order of time', () => {
    const entries = fc.array(
      fc.record({
        id: fc.uuid(),
        minute: fc.integer({ min: 0, max: 59 }),
        status: fc.constantFrom('Started', 'Accepted', 'Succeeded', 'Failed', ''),
        correlationId: fc.option(fc.constantFrom('c-1', 'c-2', 'c-3'), { nil: undefined }),
      }),
    );
    fc.assert(
      fc.property(entries, (rows) => {
        const events = rows.map(({ minute, correlationId, ...rest }) => {
          const { correlationId: _, ...plain } = event(rest);
          const at = `2026-11-01T10:${String(minute).padStart(2, '0')}:00.000Z`;
          return { ...plain, at, ...(correlationId !== undefined && { correlationId }) };
        });
        const actions = foldActivity(events);
        expect(actions.flatMap((action) => action.events.map(({ id }) => id)).toSorted()).toEqual(
          events.map(({ id }) => id).toSorted(),
        );
        const times = actions.map((action) => action.events[0].at);
        expect(times).toEqual(times.toSorted().toReversed());
      }),
    );
  });
});

describe('the place of an action', () => {
  const provider = { tenant: managing, name: 'Northwind', scopes: [whole, web] };

  it('is the nearest scope handed over', () => {
    const [inside, outside] = placeActions(
      foldActivity([
        event(),
        event({ correlationId: 'c-2', resourceId: `${whole}/providers/Microsoft.Support/tickets/1` }),
      ]),
      [provider],
    );
    expect([inside?.scope, outside?.scope]).toEqual([web, whole]);
    expect(inside?.providerName).toBe('Northwind');
  });

  it('is where it happened, where it is nobody’s', () => {
    const [action] = placeActions(
      foldActivity([event({ callerTenant: tenantId('11111111-1111-4111-8111-111111111111') })]),
      [provider],
    );
    expect(action?.scope).toBe(web);
    expect(action?.providerName).toBeUndefined();
  });

  it('is said with who acted, where the log says', () => {
    const { callerTenant: _, ...unnamed } = event();
    const [own, nobody] = [event(), unnamed].map((one) => placeActions(foldActivity([one]), [provider])[0]);
    expect(own).toMatchObject({ tenant: managing, providerName: 'Northwind' });
    expect(nobody).not.toHaveProperty('tenant');
    expect(nobody).not.toHaveProperty('providerName');
    expect(nobody?.scope).toBe(web);
  });

  it('is the subscription where it happened in none of its groups, and none where it is in no subscription', () => {
    const place = (resourceId: string) => placeActions(foldActivity([event({ resourceId })]), [])[0]?.scope;
    expect(place(`${whole}/providers/Microsoft.Support/tickets/1`)).toBe(whole);
    expect(place(`/providers/Microsoft.Management${web}`)).toBeUndefined();
    expect(place('')).toBeUndefined();
    // Of several scopes handed over, none that only begins alike, nor one elsewhere.
    const beside = scopeOf(`${whole}/resourceGroups/rg`);
    expect(placeActions(foldActivity([event()]), [{ ...provider, scopes: [beside, whole] }])[0]?.scope).toBe(whole);
    expect(placeActions(foldActivity([event()]), [{ ...provider, scopes: [beside] }])[0]?.scope).toBe(web);
  });

  it('marks what changes a delegation', () => {
    const operation = 'Microsoft.ManagedServices/registrationAssignments/delete';
    expect(foldActivity([event({ operation })])[0]?.changesDelegation).toBe(true);
  });
});
