import { describe, expect, it } from 'vitest';
import type { Context } from '../../context.ts';
import { testContext } from '../testing/ask.ts';
import {
  assignmentId,
  call,
  delegate,
  first,
  properties,
  second,
  store,
  subscriptionId,
} from '../testing/managedServices.ts';
import { registered, tailspin } from '../testing/names.ts';
import { effectiveAccess } from './lostAccess.ts';

const sub = subscriptionId();
const web = `${sub}/resourceGroups/rg-Web`;

function isWhole(context: Context, id: string): boolean {
  const row = effectiveAccess(context.world, context.clock.now()).find(
    (one) => one.id.toLowerCase() === id.toLowerCase(),
  );
  if (!row) throw new Error(`Not in force: ${id}`);
  return row.access.every(({ effective }) => effective);
}

/** Two offers of one provider for one principal: the first at the subscription, the second at one of its groups. */
async function overlapping(context: Context, more: Readonly<Record<string, unknown>> = {}) {
  const other = { registrationDefinitionName: 'Another', ...more };
  await delegate(context, first, sub, await store(context));
  await delegate(context, second, web, await store(context, second, registered, other));
  context.clock.advance(15_000);
  return {
    kept: assignmentId(second, web),
    definition: `${sub}/providers/Microsoft.ManagedServices/registrationDefinitions/${second}`,
    other,
  };
}

describe('taking one of two delegations away that give the same', () => {
  it('takes the other’s access when the deletion ends; definition and assignment written again bring it back', async () => {
    const context = testContext();
    const { kept, definition, other } = await overlapping(context);
    await call(context, 'owner', 'DELETE', assignmentId());
    expect(isWhole(context, kept)).toBe(true);
    context.clock.advance(40_000);
    expect(isWhole(context, kept)).toBe(false);

    const again = { properties: { registrationDefinitionId: definition } };
    await call(context, 'owner', 'PUT', kept, again);
    context.clock.advance(15_000);
    expect(isWhole(context, kept)).toBe(false);
    await call(context, 'owner', 'PUT', definition, { properties: properties(other) });
    context.clock.advance(30_000);
    expect(isWhole(context, kept)).toBe(false);
    await call(context, 'owner', 'PUT', kept, again);
    context.clock.advance(15_000);
    expect(isWhole(context, kept)).toBe(true);
  });

  it('is not helped by what was written before the deletion ended', async () => {
    const context = testContext();
    const { kept, definition, other } = await overlapping(context);
    await call(context, 'owner', 'DELETE', assignmentId());
    await call(context, 'owner', 'PUT', definition, { properties: properties(other) });
    context.clock.advance(10_000);
    await call(context, 'owner', 'PUT', kept, { properties: { registrationDefinitionId: definition } });
    context.clock.advance(40_000);
    expect(isWhole(context, kept)).toBe(false);
  });

  it('concerns nobody else', async () => {
    const context = testContext();
    const { kept } = await overlapping(context, { managedByTenantId: tailspin });
    await call(context, 'owner', 'DELETE', assignmentId());
    context.clock.advance(40_000);
    expect(isWhole(context, kept)).toBe(true);
  });
});
