import { expect, it } from 'vitest';
import { tellings } from './tellings.ts';
import { delegationsIn } from './azureSays.ts';
import { openWorld } from './harness.ts';
import { long } from '../long.ts';
import { interrupted, interruptedScopes } from './interrupted.ts';

it.each(
  tellings(import.meta.filename).flatMap((language) => [
    { language, lost: true },
    ...(long.skip ? [] : [{ language, lost: false }]),
  ]),
)(
  'a run whose tab was closed says in numbers where it stands, and ends as if nothing had been: %o',
  async ({ language, lost }) => {
    const before = await interrupted({ language, lost });
    const world = await openWorld({ language, from: before });
    const { t, format, reads } = world;
    await reads(t.frame.unfinished('4', '1', '3'));
    await before.device.quiet();
    expect(before.written()).toHaveLength(lost ? 4 : 5);

    await world.press(t.frame.resume);
    await world.find('heading', t.run.endedAll(t.common.scopes(format, 8)));
    expect(delegationsIn(world)).toEqual(interruptedScopes.map(({ id }) => id).toSorted());
    expect(before.written()).toHaveLength(8);
    expect(new Set(before.written()).size).toBe(8);
    await world.press(t.run.receipt);
    for (const { name } of interruptedScopes) await reads(name);
  },
);
