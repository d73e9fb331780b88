import { expect, it } from 'vitest';
import { csvFile } from './exportText.ts';

it('no cell begins like a formula: neither as it was written nor without what cannot be seen', () => {
  const cells = ['=1', '\u200B=1', '\t=1', ' +1', 'a=1', '"=1"'];
  const [, ...lines] = csvFile(
    ['cell'],
    cells.map((cell) => ({ cell })),
  )
    .trim()
    .split('\r\n');
  expect(lines).toEqual(['"\'=1"', '"\'=1"', '"\'=1"', '"\'+1"', '"a=1"', '"""=1"""']);
});
