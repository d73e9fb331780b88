import { isList, isObject, valueOf, type Json } from './json.ts';
import type { Open, Place } from './values.ts';

/* What the functions of templates share. */

/** What a function may use besides its arguments. `spend` ends a template that wants too much. */
export interface Tools {
  readonly place: Place;
  readonly spend: (amount: number) => void;
}

/** Answers `undefined` where Azure would refuse these arguments. */
export type TemplateFunction = (given: readonly Json[], tools: Tools) => Json | Open | undefined;

export function texts(values: readonly Json[]): readonly string[] | undefined {
  const found = values.filter((value) => typeof value === 'string');
  return found.length === values.length && found.length > 0 ? found : undefined;
}

/** Texts, numbers and yes or no, as they are written. */
export function written(values: readonly Json[]): readonly string[] | undefined {
  const found = values.flatMap((value) => (typeof value === 'object' ? [] : [writtenOne(value)]));
  return found.length === values.length ? found : undefined;
}

/** Azure writes yes and no as .NET does. */
export function writtenOne(value: string | number | boolean): string {
  return typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value);
}

/** Puts pieces together, once it is clear that the result is not too long. */
export function join(pieces: readonly string[], between: string, { spend }: Tools): string {
  spend(pieces.reduce((sum, piece) => sum + piece.length + between.length, 0));
  return pieces.join(between);
}

/** A value as JSON, counting every value in it. */
export function toText(value: Json, tools: Tools): string {
  tools.spend(1);
  if (isList(value))
    return `[${join(
      value.map((each) => toText(each, tools)),
      ',',
      tools,
    )}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}:${toText(each, tools)}`);
  return `{${join(entries, ',', tools)}}`;
}

export function equal(one: Json | undefined, other: Json | undefined, tools: Tools): boolean {
  tools.spend(1);
  if (isList(one)) {
    return isList(other) && one.length === other.length && one.every((each, at) => equal(each, other[at], tools));
  }
  if (!isObject(one)) return one === other;
  if (!isObject(other) || Object.keys(one).length !== Object.keys(other).length) return false;
  return Object.entries(one).every(([key, value]) => equal(value, valueOf(other, key), tools));
}

export function toNumber(value: Json | undefined): number | undefined {
  const number = typeof value === 'string' && /^\s*-?\d{1,15}\s*$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}
