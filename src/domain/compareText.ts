/**
 * Plain code-unit order: the same on every device, unlike the order of a language. For canonical forms; what people read
 * is sorted by the page, in their language.
 */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
