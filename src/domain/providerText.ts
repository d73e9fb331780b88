/*
 * Text that a provider wrote is hostile input: an offer's name may carry controls that turn the reading direction, hide
 * letters or break a layout. What leaves here is plain: it can still lie in words, but not in form.
 */

/** Characters that show as nothing, though some count as letters: fillers, joiners, variation selectors, tags. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;
/** Controls, format characters (all direction and zero-width ones, tags, soft hyphen), lone surrogates and private use. */
const controls = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu;
/** Every kind of white space, line ends included, and the blank Braille cell. */
const whiteSpace = /[\s\u2028\u2029\u2800]+/gu;
/** A letter may carry a few marks; towers of them only cover the lines around. */
const markTower = /(\p{M}{3})\p{M}+/gu;

/**
 * The text without anything that could change how text around it is read: no controls, no direction marks, no invisible
 * characters, no lone surrogates, single spaces only, at most `maxLength` characters (code points), the last one an
 * ellipsis where something was cut. Composed form (NFC), so that Korean names compare and measure alike.
 * https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
export function plainText(text: string, maxLength: number): string {
  const plain = text
    .replace(whiteSpace, ' ')
    .replace(controls, '')
    .replace(invisible, '')
    .normalize('NFC')
    .replace(markTower, '$1')
    .replace(/ {2,}/g, ' ')
    .trim();
  const characters = Array.from(plain);
  if (characters.length <= maxLength) return plain;
  if (maxLength < 1) return '';
  return `${characters
    .slice(0, maxLength - 1)
    .join('')
    .replace(/[\s\p{M}]+$/u, '')}…`;
}
