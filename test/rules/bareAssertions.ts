import { parseSync, Visitor } from 'vite';
import type { Source } from './sources.ts';

/** Every `value!` on a line that has no comment, with none on the line above, as `file:line`. */
export function bareAssertions({ path, text }: Source): string[] {
  // Most files hold nothing like it and need not be parsed.
  if (!/[\w)\]]!(?!=)/.test(text)) return [];
  const rows = text.split('\n');
  const found: string[] = [];
  const { program } = parseSync(path, text);
  new Visitor({
    TSNonNullExpression({ end }) {
      const row = text.slice(0, end).split('\n').length - 1;
      if (![rows[row], rows[row - 1]].some((line) => line !== undefined && /\/\/|\*\/|^\s*\*/.test(line))) {
        found.push(`${path}:${row + 1}`);
      }
    },
  }).visit(program);
  return found;
}
