import { describe, expect, it } from 'vitest';
import { contosoPrincipals } from '../emulator/worlds/people.ts';
import { openWorld, type World, type WorldOptions } from './harness.ts';
import { scopesPath, subscription } from './places.ts';
import { tellings } from './tellings.ts';

const store = subscription(4);
const treasury = subscription(16);
const { treasurer } = contosoPrincipals;
const asking = { path: scopesPath([store]) } satisfies WorldOptions;

/** Opens the dialog with the Owners of a subscription that belongs to others. */
async function openOwners(world: World): Promise<HTMLElement> {
  const { t } = world;
  await world.press(t.delegate.whoFor(treasury.name));
  const dialog = await world.find('dialog', t.owners.title(treasury.name));
  await world.reads([`${t.owners.type.user}, ${t.owners.direct}`, treasurer.id], dialog);
  return dialog;
}

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
  it('offers nothing and asks nothing', async () => {
    const world = await openWorld(asking);
    const { t } = world;
    const dialog = await openOwners(world);
    await world.reads(t.owners.namesHint, dialog);
    expect(world.has('button', t.ownerNames.show)).toBe(false);
    expect(world.asksForNames()).toEqual([]);
  });
});
