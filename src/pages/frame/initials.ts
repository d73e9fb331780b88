const latin = /^\p{Script=Latin}/u;

/**
 * What stands for a person in a small circle: the first letters of the first and the last word of a Latin name, the
 * first sign of any other, as a Korean given name does not shorten to letters. Words in brackets are left out.
 */
export function initialsOf(name: string): string {
  const words = name
    .replace(/[([{][^)\]}]*[)\]}]/g, ' ')
    .split(/[\s,._-]+/)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const [first = ''] = words;
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  const taken = latin.test(first) && latin.test(last) ? [first, last] : [first];
  return taken.map((word) => (/^./u.exec(word)?.[0] ?? '').toLocaleUpperCase()).join('');
}
