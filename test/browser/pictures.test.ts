import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Seen } from '../run/auditPage.ts';
import { showWhole, sideways, violations } from './axe.ts';
import { chooseThree, openReview, openScopes } from './delegate.ts';
import { useStage } from './stage.ts';
import { visits } from './visits.ts';

const folder = process.env['SHOTS'] ?? '';
const widths = [1280, 380] as const;
const looks = (['en', 'ko'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((theme) => ({ language, theme })),
);
const trips = looks.flatMap((look) =>
  visits.map((visit, at) => ({ ...visit, ...look, at, title: `${visit.name}, in ${look.language}, ${look.theme}` })),
);

/** Pictures for people to look at, each with what axe finds there; `npm run audit` makes them. */
describe.skipIf(folder === '')('pictures', () => {
  const stage = useStage({ timing: 'demo' });
  beforeAll(() => mkdir(folder, { recursive: true }));

  it.each(trips.map((trip) => [trip.title, trip] as const))(
    '%s',
    { timeout: 600_000 },
    async (_, { wish, lead, language, theme, at }) => {
      const dark = theme === 'dark';
      await stage.reset(wish);
      const person = await stage.person({ language, dark });
      const seen: Seen[] = [];
      const look = async (name: string, part?: string) => {
        for (const width of widths) {
          await showWhole(person.page, width);
          const faults = [...(await violations(person.page, part))];
          const beside = await sideways(person.page);
          if (beside > 0) faults.push(`${beside} px lie beside the window`);
          const file = `${name}-${language}-${theme}-${width}.png`;
          await person.page.screenshot({ path: join(folder, file), animations: 'disabled' });
          seen.push({ name, file, language, dark, width, faults });
        }
        await person.page.setViewportSize({ width: widths[0], height: 900 });
      };
      try {
        await lead(person, look, stage);
      } finally {
        const file = join(folder, `seen-${at}-${language}-${theme}.json`);
        await writeFile(file, JSON.stringify(seen));
      }
      expect(seen.flatMap(({ file, faults }) => faults.map((fault) => `${file}: ${fault}`))).toEqual([]);
    },
  );

  it('of the review, as docs/app.png shows it', async () => {
    const person = await stage.person();
    await person.signInAs('owner');
    await openScopes(person);
    await chooseThree(person);
    await openReview(person);
    const { fingerprintHint } = person.t.review;
    await person.page.getByText(fingerprintHint).waitFor();
    await person.page.screenshot({ path: join(folder, 'app.png'), animations: 'disabled' });
    expect((await stat(join(folder, 'app.png'))).size).toBeLessThan(200_000);
  });
});
