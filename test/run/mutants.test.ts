import { expect, it } from 'vitest';
import { judgeMutants, type MutationReport } from './mutants.ts';

const source = [
  'function more(a: number, b: number) {',
  '  if (a > b) return true;',
  '  return {',
  '    a,',
  '  };',
  '}',
];
const at = (line: number, from: number, toLine: number, to: number) => ({
  start: { line, column: from },
  end: { line: toLine, column: to },
});
const report: MutationReport = {
  files: {
    'src/domain/more.ts': {
      source: source.join('\n'),
      mutants: [
        { status: 'Killed', replacement: 'false', location: at(2, 7, 2, 12) },
        { status: 'Survived', replacement: 'a >= b', location: at(2, 7, 2, 12) },
        { status: 'NoCoverage', replacement: '{}', location: at(3, 10, 5, 4) },
        { status: 'Ignored', replacement: '""', location: at(1, 1, 1, 2) },
      ],
    },
    'src/domain/engine/line.ts': {
      source: 'wait(1);',
      mutants: [{ status: 'Timeout', replacement: '', location: at(1, 1, 1, 9) }],
    },
  },
};
const bound = 'if (⟦a > b → a >= b⟧) return true;';
const left = 'return ⟦{ a, } → {}⟧;';

it('counts what was noticed by folder, and names what has no reason as it would stand among the explanations', () => {
  const { table, unexplained, reasons, outdated } = judgeMutants(report, {});
  expect(table.map((line) => line.trim().replaceAll(/ {2,}/g, ' | '))).toEqual([
    'changes | noticed | share | explained | not',
    'src/domain | 3 | 1 | 33.3 % | 0 | 2',
    'src/domain/engine | 1 | 1 | 100.0 % | 0 | 0',
    'together | 4 | 2 | 50.0 % | 0 | 2',
  ]);
  expect(unexplained).toEqual([`src/domain/more.ts: ${bound}`, `src/domain/more.ts: ${left}`]);
  expect(reasons).toEqual([]);
  expect(outdated).toEqual([]);
});

it('counts the reasons that are given, and names those of changes that are noticed by now', () => {
  const explained = { 'src/domain/more.ts': { bound: [bound, 'wait(⟦1 → 2⟧);'], absent: [left] } };
  const { table, unexplained, reasons, outdated } = judgeMutants(report, explained);
  expect(table.at(-1)?.replaceAll(/ {2,}/g, ' | ')).toBe('together | 4 | 2 | 50.0 % | 2 | 0');
  expect(unexplained).toEqual([]);
  expect(reasons).toEqual([
    ['bound', 1],
    ['absent', 1],
  ]);
  expect(outdated).toEqual(['src/domain/more.ts: wait(⟦1 → 2⟧);']);
});
