/*
 * Text for links, from characters that every browser leaves alone in a query: letters, digits and `- . _ *`. Dots part
 * the pieces, so no piece holds one.
 */

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const bytesPerGuid = 16;
const charactersPerGuid = 22;

/** A GUID in 22 characters instead of 36 (base64url). */
export function packGuid(guid: string): string {
  const hex = `${guid.replaceAll('-', '')}0000`;
  let packed = '';
  for (let at = 0; at < bytesPerGuid * 2; at += 6) {
    let bits = Number.parseInt(hex.slice(at, at + 6), 16);
    let group = '';
    for (let n = 0; n < 4; n += 1) {
      group = (digits[bits % 64] ?? '') + group;
      bits = Math.floor(bits / 64);
    }
    packed += group;
  }
  return packed.slice(0, charactersPerGuid);
}

/** The GUID that `packGuid` packed; `undefined` for anything else. */
export function unpackGuid(packed: string): string | undefined {
  if (!/^[A-Za-z0-9_-]{22}$/.test(packed)) return undefined;
  let hex = '';
  for (let at = 0; at < charactersPerGuid; at += 4) {
    const group = packed.slice(at, at + 4).padEnd(4, 'A');
    const bits = Array.from(group).reduce((sum, digit) => sum * 64 + digits.indexOf(digit), 0);
    hex += bits.toString(16).padStart(6, '0');
  }
  const guid = hex.slice(0, bytesPerGuid * 2).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  // The last character holds four bits that are nobody's: only one spelling counts.
  return packGuid(guid) === packed ? guid : undefined;
}

/** Any text, in link characters: all but letters, digits and hyphens becomes `_code_`, the code in base 36. */
export function packText(text: string): string {
  return Array.from(text)
    .map((character) =>
      /[A-Za-z0-9-]/.test(character) ? character : `_${(character.codePointAt(0) ?? 0).toString(36)}_`,
    )
    .join('');
}

/** The text that `packText` packed; `undefined` for anything else. */
export function unpackText(packed: string): string | undefined {
  if (!/^(?:[A-Za-z0-9-]|_[a-z0-9]{1,4}_)*$/.test(packed)) return undefined;
  const text = packed.replace(/_([a-z0-9]+)_/g, (_whole, code: string) => {
    const point = Number.parseInt(code, 36);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
  return packText(text) === packed ? text : undefined;
}
