import { describe, expect, it } from 'vitest';
import type { Context } from '../context.ts';
import { estateId } from '../worlds/estate.ts';
import { addDelegation } from '../worlds/fill.ts';
import { definitionId, subscriptionScope } from '../worlds/scopes.ts';
import { ask, contextFor } from './context.testing.ts';
import type { Body } from './context.testing.ts';
import { noteWrite } from './lag.ts';

const lag = 30_000;
const author = { by: 'owner@contoso.example', at: 0 };
const copyId = definitionId(estateId(2), '0ffe0001-0000-4000-8000-000000000001');
const copyKey = `${estateId(2)}/0ffe0001-0000-4000-8000-000000000001`;

function states(context: Context): unknown[] {
  const query = `managedservicesresources | where type endswith 'assignments' and id contains '${estateId(9)}' | project state = tostring(properties.provisioningState)`;
  return (ask(context, query).body as Body).data.map(({ state }) => state);
}

/** Delegates subscription 9 as ARM does: noted first, `Accepted` for 15 seconds. Answers the key. */
function delegate(context: Context): string {
  const scope = subscriptionScope(estateId(9));
  const settlesAt = context.clock.now() + 15_000;
  const before = new Set(context.world.assignments.keys());
  const trial = contextFor('small');
  addDelegation(trial.world, scope, copyId, author);
  const key = [...trial.world.assignments.keys()][0] ?? '';
  noteWrite(context, 'assignments', key);
  addDelegation(context.world, scope, copyId, {
    ...author,
    provisioning: { state: 'Accepted', settlesAt, then: 'Succeeded' },
  });
  expect(before.has(key)).toBe(false);
  return key;
}

describe('Resource Graph after a write', () => {
  it('does not know a new delegation until the lag has passed, and then learns its state as late', () => {
    const context = contextFor('small', { lag });
    delegate(context);
    expect(states(context)).toEqual([]);
    context.clock.advance(lag - 1);
    expect(states(context)).toEqual([]);
    context.clock.advance(1);
    expect(states(context)).toEqual(['Accepted']);
    context.clock.advance(15_000);
    expect(states(context)).toEqual(['Succeeded']);
  });

  it('goes on showing what was deleted', () => {
    const context = contextFor('small', { lag });
    const key = delegate(context);
    context.clock.advance(100_000);
    noteWrite(context, 'assignments', key);
    const row = context.world.assignments.get(key);
    if (row) row.goneAt = context.clock.now() + 35_000;
    expect(states(context)).toEqual(['Succeeded']);
    context.clock.advance(lag);
    expect(states(context)).toEqual(['Deleting']);
    context.clock.advance(35_000);
    expect(states(context)).toEqual([]);
  });

  it('shows each of two writes when its own time has come', () => {
    const context = contextFor('small', { lag });
    const nameOf = () => {
      const query = `managedservicesresources | project name = tostring(properties.registrationDefinitionName)`;
      return (ask(context, query).body as Body).data.map(({ name }) => name);
    };
    const rename = (registrationDefinitionName: string) => {
      noteWrite(context, 'definitions', copyKey);
      const copy = context.world.definitions.get(copyKey);
      if (copy) copy.properties.registrationDefinitionName = registrationDefinitionName;
    };
    rename('second');
    context.clock.advance(10_000);
    rename('third');
    expect(nameOf()).toEqual(['Northwind Managed Platform']);
    context.clock.advance(20_000);
    expect(nameOf()).toEqual(['second']);
    context.clock.advance(10_000);
    expect(nameOf()).toEqual(['third']);
  });

  it('knows everything at once where there is no lag', () => {
    const context = contextFor('small');
    delegate(context);
    expect(states(context)).toEqual(['Accepted']);
  });

  it('forgets with the world', () => {
    const context = contextFor('small', { lag });
    delegate(context);
    context.world = contextFor('small').world;
    expect(states(context)).toEqual([]);
    context.clock.advance(lag);
    expect(states(context)).toEqual([]);
  });
});
