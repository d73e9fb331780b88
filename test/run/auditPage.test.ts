import { describe, expect, it } from 'vitest';
import { linesOf, pageOf, type Seen } from './auditPage.ts';

const one: Seen = { name: 'offers', file: 'offers-en.png', language: 'en', dark: false, width: 380, faults: [] };
const two: Seen = { ...one, file: 'offers-ko.png', language: 'ko', faults: ['label: <input>'] };

describe('what an audit has seen', () => {
  it('has one line per page, which counts the faults of all its pictures', () => {
    expect(linesOf([one, { ...one, name: 'runs' }, two])).toEqual([
      expect.stringMatching(/^offers +2 pictures {2}1 fault$/),
      expect.stringMatching(/^runs +1 pictures {2}ok$/),
    ]);
  });

  it('shows every picture, and code of a page as text', () => {
    const page = pageOf([one, two], [{ title: 'Performance', score: 96, goal: 95 }]);
    for (const { file } of [one, two]) expect(page).toContain(`src="${file}"`);
    expect(page).toContain('Performance: 96');
    expect(page).toContain('label: &#60;input&#62;');
    expect(page).not.toContain('<input>');
  });
});
