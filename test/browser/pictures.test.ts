import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Seen } from '../run/auditPage.ts';
import { violations, sideways } from './axe.ts';
import { chooseThree, openReview, openScopes } from './delegate.ts';
import { useStage } from './stage.ts';
import { visits } from './visits.ts';

const folder = process.env['SHOTS'] ?? '';
const widths = [1280, 380] as const;
const looks = (['en', 'ko'] as const).flatMap((language) => [false, true].map((dark) => ({ language, dark })));

/** Pictures for people to look at, each with what axe finds there; `npm run audit` makes them. */
describe.skipIf(folder === '')('pictures', () => {
  const stage = useStage({ timing: 'demo' });
  beforeAll(() => mkdir(folder, { recursive: true }));

  it.each(looks.flatMap((look) => visits.map((visit, at) => ({ ...visit, ...look, at }))))(
    '$name in $language, dark: $dark',
    { timeout: 600_000 },
    async ({ wish, lead, language, dark, at }) => {
      await stage.reset(wish);
      const person = await stage.person({ language, dark });
      const seen: Seen[] = [];
      const look = async (name: string, part?: string) => {
        for (const width of widths) {
          await person.page.setViewportSize({ width, height: 900 });
          const faults = [...(await violations(person.page, part))];
          const beside = await sideways(person.page);
          if (beside > 0) faults.push(`${beside} px lie beside the window`);
          // As tall as the page is: what sticks to the window's foot stands at the page's.
          const height = await person.page.evaluate(() => Math.max(900, document.documentElement.scrollHeight));
          await person.page.setViewportSize({ width, height: Math.min(height, 6000) });
          const file = `${name}-${language}-${dark ? 'dark' : 'light'}-${width}.png`;
          await person.page.screenshot({ path: join(folder, file), animations: 'disabled' });
          seen.push({ name, file, language, dark, width, faults });
        }
        await person.page.setViewportSize({ width: widths[0], height: 900 });
      };
      try {
        await lead(person, look, stage);
      } finally {
        const file = join(folder, `seen-${at}-${language}-${dark ? 'dark' : 'light'}.json`);
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
