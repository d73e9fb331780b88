import { describe, expect, it } from 'vitest';
import { keyOf, objectOf, parseJson, valueOf, type Json } from './json.ts';
import { maxDepth, maxFileLength, maxValues } from './limits.ts';
import { TemplateFault } from './templateProblem.ts';

/** What a file says; else why it is refused. */
function read(text: string): Json {
  try {
    return parseJson(text, 'template');
  } catch (error) {
    if (error instanceof TemplateFault) return error.problem.code;
    throw error;
  }
}

describe('a file', () => {
  it.each<[string, Json]>([
    ['false', false],
    ['[true, null, -1.5e3]', [true, null, -1500]],
    [String.raw`"\"\\\/\b\f\n\r\t\u00e9\uAC00"`, '"\\/\b\f\n\r\té가'],
    [String.raw`"\u00e90"`, 'é0'],
    [String.raw`"\u0e"`, 'malformed'],
    ['/*/ 1 /*/ 2', 2],
    ['//\n3', 3],
    ['\uFEFF4', 4],
  ])('is read to the letter: %s', (text, value) => expect(read(text)).toEqual(value));

  it('is read up to the length, the depth and the number of values that anybody needs, and no further', () => {
    const long = (length: number) => read(`"${'x'.repeat(length - 2)}"`);
    expect(long(maxFileLength)).toHaveLength(maxFileLength - 2);
    expect(long(maxFileLength + 1)).toBe('tooLarge');
    const many = (values: number) => read(`[${'1,'.repeat(values - 1)}]`);
    expect(many(maxValues)).toHaveLength(maxValues - 1);
    expect(many(maxValues + 1)).toBe('tooManyValues');
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const deep = (depth: number) => read(`${open.repeat(depth)}1${close.repeat(depth)}`);
      expect(deep(maxDepth)).toBeTypeOf('object');
      expect(deep(maxDepth + 1)).toBe('tooDeep');
    }
  });
});

describe('a key', () => {
  it('is found in any case, and first as it is written', () => {
    const object = objectOf([
      ['a', 1],
      ['A', 2],
    ]);
    expect(keyOf(object, 'A')).toBe('A');
    expect(valueOf(object, 'A')).toBe(2);
    expect(valueOf(objectOf([['Name', 3]]), 'nAME')).toBe(3);
  });

  it('that is not there has no value, whatever else is called', () => {
    expect(valueOf(objectOf([['undefined', 1]]), 'a')).toBeUndefined();
  });
});
