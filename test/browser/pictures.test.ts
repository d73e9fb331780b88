import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { chooseThree, openReview, openScopes } from './delegate.ts';
import { useStage } from './stage.ts';
import { walk } from './walk.ts';

const folder = process.env['SHOTS'] ?? '';
const widths = [1280, 380] as const;

/** Pictures for people to look at: `SHOTS=folder npx vitest run --project browser test/browser/pictures.test.ts`. */
describe.skipIf(folder === '')('pictures', () => {
  const stage = useStage({ timing: 'demo' });
  beforeAll(() => mkdir(folder, { recursive: true }));

  it.each([
    ['en', false],
    ['en', true],
    ['ko', false],
    ['ko', true],
  ] as const)('of every page in %s, dark: %s', { timeout: 300_000 }, async (language, dark) => {
    const person = await stage.person({ language, dark });
    let taken = 0;
    await walk(person, async (name) => {
      for (const width of widths) {
        // As tall as the page is: what sticks to the window's foot stands at the page's.
        await person.page.setViewportSize({ width, height: 900 });
        const height = await person.page.evaluate(() => Math.max(900, document.documentElement.scrollHeight));
        await person.page.setViewportSize({ width, height });
        const file = `${name}-${language}-${dark ? 'dark' : 'light'}-${width}.png`;
        await person.page.screenshot({ path: join(folder, file), animations: 'disabled' });
        taken += 1;
      }
      await person.page.setViewportSize({ width: widths[0], height: 900 });
    });
    expect(taken).toBeGreaterThan(30);
  });

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
