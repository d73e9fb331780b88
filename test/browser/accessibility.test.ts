import { describe, expect, it } from 'vitest';
import { sideways, violations } from './axe.ts';
import { useStage } from './stage.ts';
import { walk } from './walk.ts';

const stage = useStage({ timing: 'demo' });

describe('every page, in each of its states', () => {
  it.each([
    ['en', 'light', false],
    ['ko', 'dark', true],
  ] as const)(
    'keeps to WCAG 2.2 AA and never scrolls sideways: %s, %s',
    { timeout: 180_000 },
    async (...[language, , dark]) => {
      const person = await stage.person({ language, dark });
      const { page } = person;
      const found: string[] = [];
      const times: Record<string, number> = {};
      await walk(person, async (name, part) => {
        const note = (line: string) => found.push(`${name}: ${line}`);
        const begun = performance.now();
        for (const width of [1280, 380]) {
          await page.setViewportSize({ width, height: 900 });
          for (const line of await violations(page, part)) note(`${width}: ${line}`);
        }
        times[name] = Math.round(performance.now() - begun);
        for (const width of [380, 320]) {
          await page.setViewportSize({ width, height: 900 });
          const beside = await sideways(page);
          if (beside > 0) note(`${beside} px lie beside a window of ${width}`);
        }
        await page.setViewportSize({ width: 1280, height: 900 });
      });
      console.log(JSON.stringify(times));
      expect(found).toEqual([]);
    },
  );
});
