import { describe, expect, it } from 'vitest';
import { parseQuery } from './parser.ts';
import { typeHint } from './typeHint.ts';

describe('typeHint', () => {
  it.each([
    [`where type =~ 'A/B'`, ['a/b']],
    [`where type == 'a'`, ['a']],
    [`where name == 'x' and type =~ 'a'`, ['a']],
    [`where type in~ ('A', 'b')`, ['a', 'b']],
    [`where type =~ 'a' or name == 'x'`, undefined],
    [`where type != 'a'`, undefined],
    [`where type !in ('a')`, undefined],
    [`where type == name`, undefined],
    [`where tolower(type) == 'a'`, undefined],
    [`extend type = name | where type == 'a'`, undefined],
    [`count`, undefined],
  ])('%s', (steps, types) => {
    expect(typeHint(parseQuery(`T | ${steps}`))).toEqual(types && new Set(types));
  });
});
