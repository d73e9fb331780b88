import { describe, expect, it } from 'vitest';
import { asking, openOwners, treasurer } from './ownerNamesStories.ts';
import { openWorld } from './harness.ts';
import { long } from '../long.ts';
import { tellings } from './tellings.ts';

describe.each(tellings(import.meta.filename))('the names of Owners, in %s', (language) => {
  it('are asked for by a press and by nothing else, and can be hidden again', async () => {
    const world = await openWorld({ ...asking, language, names: { allowed: true } });
    const { t, format, reads } = world;
    const dialog = await openOwners(world);
    await reads([t.owners.noName, treasurer.id, t.ownerNames.lead], dialog);
    expect(world.asksForNames()).toEqual([]);

    await world.press(t.ownerNames.show, dialog);
    await reads(['Seoyun Han (한서윤)', 'seoyun.han@contoso.example', treasurer.id], dialog);
    await reads([t.ownerNames.shown(format, 2, 2), t.ownerNames.others], dialog);
    await world.press(t.ownerNames.hide, dialog);
    await reads([t.owners.noName, treasurer.id], dialog);
    expect(world.says(dialog)).not.toContain('seoyun.han');

    // Nobody is asked twice for the same.
    await world.press(t.ownerNames.show, dialog);
    await reads('Seoyun Han (한서윤)', dialog);
    expect(world.asksForNames().map(({ method, status }) => [method, status])).toEqual([['GET', 200]]);
  });
});

describe('an installation without Microsoft Graph', () => {
  it('offers nothing and asks nothing', long, async () => {
    const world = await openWorld(asking);
    const { t } = world;
    const dialog = await openOwners(world);
    await world.reads(t.owners.namesHint, dialog);
    expect(world.has('button', t.ownerNames.show)).toBe(false);
    expect(world.asksForNames()).toEqual([]);
  });
});
