/* Readers of quoted texts, written from the grammars: what each language takes a text for, and where it ends. */

/** Reads a Bicep string; throws where it ends early or holds something that is worked out. */
export function readBicepText(source: string): string {
  return read(source, "'", /^(?:\$\{)/, (rest) => {
    const unicode = /^\\u\{([0-9a-f]+)\}/i.exec(rest);
    if (unicode?.[1]) return [String.fromCodePoint(Number.parseInt(unicode[1], 16)), unicode[0].length];
    const signs: Record<string, string> = {
      '\\\\': '\\',
      "\\'": "'",
      '\\n': '\n',
      '\\r': '\r',
      '\\t': '\t',
      '\\$': '$',
    };
    return [signs[rest.slice(0, 2)], 2];
  });
}

/** Reads an HCL string; throws where it ends early or holds something that is worked out. */
export function readHclText(source: string): string {
  return read(source, '"', /^[$%]\{/, (rest) => {
    const unicode = /^\\u([0-9a-f]{4})/i.exec(rest);
    if (unicode?.[1]) return [String.fromCodePoint(Number.parseInt(unicode[1], 16)), unicode[0].length];
    const signs: Record<string, string> = { '\\\\': '\\', '\\"': '"', '\\n': '\n', '\\r': '\r', '\\t': '\t' };
    return [signs[rest.slice(0, 2)], 2];
  });
}

function read(
  source: string,
  quote: string,
  workedOut: RegExp,
  escaped: (rest: string) => readonly [string | undefined, number],
): string {
  if (!source.startsWith(quote)) throw new Error('No quote at the start.');
  let found = '';
  let at = 1;
  while (at < source.length) {
    const rest = source.slice(at);
    if (rest.startsWith(quote)) {
      if (rest.length > 1) throw new Error(`It ends before its end: ${rest}`);
      return found;
    }
    if (/^[\n\r]/.test(rest) || workedOut.test(rest)) throw new Error(`Not a plain text: ${rest}`);
    const [sign, length] = rest.startsWith('\\') ? escaped(rest) : [rest[0], 1];
    if (sign === undefined) throw new Error(`Unknown escape: ${rest}`);
    found += sign;
    at += length;
  }
  throw new Error('It never ends.');
}
