import { describe, expect, it } from 'vitest';
import { faultsOf, showWhole, sideways, violations } from './axe.ts';
import { useStage } from './stage.ts';
import { visits } from './visits.ts';
import { walk } from './walk.ts';

const stage = useStage({ timing: 'demo' });
const wide = 1280;
const narrow = 380;

describe('every page, in each of its states', () => {
  // Each is seen in both languages, both themes and both widths; not in every combination, which takes twice as long.
  it.each([
    { language: 'en', dark: false, first: wide, then: narrow },
    { language: 'ko', dark: true, first: narrow, then: wide },
  ] as const)(
    'keeps to WCAG 2.2 AA and never scrolls sideways: $language, dark: $dark',
    { timeout: 180_000 },
    async ({ language, dark, first, then }) => {
      const person = await stage.person({ language, dark });
      const { page } = person;
      const found: string[] = [];
      let looks = 0;
      await walk(person, async (name, part) => {
        const width = looks % 2 === 0 ? first : then;
        looks += 1;
        await showWhole(page, width);
        for (const line of await violations(page, part)) found.push(`${name} at ${width}: ${line}`);
        for (const small of [narrow, 320]) {
          await page.setViewportSize({ width: small, height: 900 });
          const beside = await sideways(page);
          if (beside > 0) found.push(`${name} at ${small}: ${beside} px lie beside the window`);
        }
        await page.setViewportSize({ width: wide, height: 900 });
      });
      expect(looks).toBeGreaterThanOrEqual(20);
      expect(found).toEqual([]);
    },
  );

  // The same for what does not lie on the way; language, theme and width rotate.
  it.each(
    visits
      .filter(({ lead }) => lead !== walk)
      .map((visit, at) => ({ ...visit, language: at % 2 === 0 ? 'ko' : 'en', dark: at % 4 > 1 }) as const),
  )('$name: $language, dark: $dark', { timeout: 180_000 }, async ({ wish, lead, language, dark }) => {
    await stage.reset(wish);
    const person = await stage.person({ language, dark });
    const found: string[] = [];
    let looks = 0;
    const look = async (name: string, part?: string) => {
      looks += 1;
      found.push(...(await faultsOf(person.page, name, [looks % 2 === 0 ? wide : narrow, 320], part)));
      await person.page.setViewportSize({ width: wide, height: 900 });
    };
    await lead(person, look, stage);
    expect(looks).toBeGreaterThanOrEqual(5);
    expect(found).toEqual([]);
  });
});
