/*
 * Reading JSON that somebody else wrote. Azure leaves out what is empty, sends null for it, or changes a shape between
 * api-versions; a missing piece must never take the rest of the page with it.
 */

/** The object, or one without anything in it. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The array, or an empty one. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The string, or `undefined` when it is none or empty. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The strings of an array. */
export function texts(value: unknown): readonly string[] {
  return list(value).flatMap((item) => text(item) ?? []);
}

/** The entries of an object whose values are strings: tags. */
export function textEntries(value: unknown): Readonly<Record<string, string>> {
  const entries = Object.entries(record(value)).flatMap(([key, item]) =>
    typeof item === 'string' ? [[key, item] as const] : [],
  );
  return Object.fromEntries(entries);
}
