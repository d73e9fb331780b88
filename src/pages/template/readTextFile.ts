import { maxFileLength } from '../../domain/template/limits.ts';
import type { TemplateFile, TemplateProblem } from '../../domain/template/templateProblem.ts';

/** Bytes of the longest text that is read at all: a character takes at most four. */
const maxBytes = maxFileLength * 4;

/** Byte order marks. Windows PowerShell writes UTF-16 where nobody asks for another encoding. */
const marks: readonly (readonly [string, readonly number[]])[] = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The text of a file, in UTF-8 or marked UTF-16; or why it is none. Looks at the size before it reads. */
export async function readTextFile(blob: File, file: TemplateFile): Promise<string | TemplateProblem> {
  if (blob.size > maxBytes) return { code: 'tooLarge', file, limit: maxFileLength };
  try {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const encoding = marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0] ?? 'utf-8';
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? { code: 'notText', file } : text;
  } catch {
    return { code: 'notText', file };
  }
}
