import { describe, expect, it } from 'vitest';
import { showWhole, sideways, violations } from './axe.ts';
import { useStage } from './stage.ts';
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
});
