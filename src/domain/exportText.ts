import { plainText } from './providerText.ts';

/*
 * Files for other programs. Names in them were written by providers: a spreadsheet must not take one for a formula, and
 * no viewer may be turned by one.
 */

/**
 * A JSON file: always the same text for the same value. Characters that a provider could use to turn or hide text stand
 * there as escapes: the value is the same, and a viewer shows them.
 */
export function jsonFile(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replace(/[\p{Cf}\p{Zl}\p{Zp}\u007f-\u009f]/gu, escaped)}\n`;
}

function escaped(character: string): string {
  const units = character.split('').map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'));
  return units.map((unit) => `\\u${unit}`).join('');
}

/**
 * A CSV file that Excel opens right in every language: UTF-8 with a byte order mark, every cell quoted, lines ended by
 * CR LF. `names`: the columns, in order. https://www.rfc-editor.org/rfc/rfc4180
 */
export function csvFile<Name extends string>(
  names: readonly Name[],
  rows: readonly Readonly<Record<Name, string>>[],
): string {
  const lines = [names, ...rows.map((row) => names.map((name) => row[name]))];
  return `\uFEFF${lines.map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** What a spreadsheet takes for the beginning of a formula, full-width forms and leading controls included. */
const formula = /^[=+\-@\t\r\n\0＝＋－＠]/u;

/** One cell: plain, quoted, and never a formula (https://owasp.org/www-community/attacks/CSV_Injection). */
function cell(text: string): string {
  const plain = plainText(text, longestCell);
  const harmless = formula.test(text) || formula.test(plain) ? `'${plain}` : plain;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** Excel takes 32,767 characters per cell. */
const longestCell = 32_000;
