import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '../domain/problem.ts';
import { problems as english } from './en/problems.ts';
import { problems as korean } from './ko/problems.ts';
import { problemTitle } from './problemTexts.ts';

// Every code is a key of the catalogs: they are complete by type.
const codes = Object.keys(english) as ProblemCode[];

describe('problem titles', () => {
  it.each(codes)('%s has a title of its own without any facts, in both languages', (code) => {
    for (const texts of [english, korean]) {
      const title = problemTitle(texts, code);
      expect(title).not.toMatch(/undefined/);
      expect(codes.filter((other) => problemTitle(texts, other) === title)).toEqual([code]);
    }
    expect(problemTitle(korean, code)).toMatch(/[가-힣]/);
  });
});
