import { describe, expect, it } from 'vitest';
import { tellings } from './tellings.ts';
import { delegationsIn } from './azureSays.ts';
import { openWorld } from './harness.ts';
import { reviewPath, subscription } from './places.ts';
import { confirmAndRun } from './stories.ts';
import { long } from '../long.ts';

const management = subscription(2);
const store = subscription(4);
const factory = subscription(8);
const three = [management, store, factory];
const secondFactor = JSON.stringify({ access_token: { acrs: { essential: true, values: ['p1'] } } });
const mfaOwner = { persona: 'mfaOwner', path: reviewPath(three) };

describe.each(tellings(import.meta.filename))(
  'an Owner who is asked for a second factor at the first write, in %s',
  (language) => {
    it('steps up, and the run goes on with the same scope', async () => {
      const world = await openWorld({ ...mfaOwner, language, switches: { exposedHeaders: 'all' } });
      const { t, format, reads, row, press } = world;
      await confirmAndRun(world, 3);
      await reads([t.run.stepUpTitle, t.problems.mfaNeeded({ code: 'mfaNeeded' }).what, t.run.stepUpWhat]);
      await reads(t.common.subscription, await row(t.run.state.needsYou));
      expect(world.writes()).toHaveLength(1);
      expect(delegationsIn(world)).toEqual([]);

      await press(t.run.stepUpGo);
      expect(world.session().trips).toEqual([{ to: 'stepUp', claims: secondFactor }]);
      await press(t.run.resume);
      await world.find('heading', t.run.endedAll(t.common.scopes(format, 3)));
      expect(delegationsIn(world)).toEqual(three.map(({ id }) => id));
      expect(world.written()).toHaveLength(3);
    });
  },
);

it('without reading the challenge the app asks for the second factor all the same', long, async () => {
  const world = await openWorld({ ...mfaOwner, switches: { exposedHeaders: 'none' } });
  const { t, reads, press } = world;
  await confirmAndRun(world, 3);
  await reads([t.run.stepUpTitle, t.run.stepUpWhat]);
  await press(t.run.stepUpGo);
  expect(world.session().trips).toEqual([{ to: 'stepUp', claims: secondFactor }]);
  expect(world.writes()).toHaveLength(1);
});

it('going on without it asks again, and stopping leaves everything as it was', long, async () => {
  const world = await openWorld({ ...mfaOwner, switches: { exposedHeaders: 'all' } });
  const { t, reads, press, row } = world;
  await confirmAndRun(world, 3);
  await reads(t.run.stepUpTitle);
  await press(t.run.resume);
  await reads(t.run.stepUpTitle);
  await press(t.run.stop);
  await reads(t.run.stopped);
  for (const { name } of three) await reads(t.run.state.stopped, await row(name));
  expect(delegationsIn(world)).toEqual([]);
  expect(world.written()).toEqual([]);
});
