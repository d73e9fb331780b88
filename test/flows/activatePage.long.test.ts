import { describe, expect, it } from 'vitest';
import { activations, eligible, fillIn, send, store, toForm } from './activateStories.ts';
import { tellings } from './tellings.ts';

describe.each(tellings(import.meta.filename))('in %s', (language) => {
  it('an eligible Owner activates the role and goes on where they were, with the same selection', async () => {
    const world = await eligible({}, { language });
    const { t, reads, find, has, row } = world;
    await toForm(world);
    await world.pressInVain(t.activate.action('Owner'));
    expect(world.writes()).toEqual([]);
    await fillIn(world);
    await send(world);
    await reads(t.activate.active('Owner'));
    expect(activations(world)).toMatchObject([{ status: 'Provisioned', justification: 'Change 4711' }]);
    expect(world.writes()).toHaveLength(1);

    await world.press(t.activate.back);
    await find('table', t.delegate.table);
    await reads(t.readiness.ready, await row(store.name));
    await world.press(t.delegate.review);
    // An hour for one scope: that it is enough is said, too.
    await reads(t.roleEnds.before.enough(t.roleEnds.underAMinute));
    expect(has('checkbox', /./)).toBe(true);
  });
});
