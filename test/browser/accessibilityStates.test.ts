import { describe, expect, it } from 'vitest';
import { faultsOf } from './axe.ts';
import { useStage } from './stage.ts';
import { visits } from './visits.ts';
import { walk } from './walk.ts';

const stage = useStage({ timing: 'demo' });
const wide = 1280;
const narrow = 380;

describe('every page, in each of its states', () => {
  // What does not lie on the main way; language, theme and width rotate.
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
