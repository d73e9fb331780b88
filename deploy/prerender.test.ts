import { describe, expect, it } from 'vitest';
import { fillMarkers } from './prerender.ts';

const page = '<main lang="en"><!--start:en--></main><main lang="ko"><!--start:ko--></main>';

describe('fillMarkers', () => {
  it('puts each language where its marker was, as it is', () => {
    expect(fillMarkers(page, (language) => `<p>${language} $& $1</p>`)).toBe(
      '<main lang="en"><p>en $& $1</p></main><main lang="ko"><p>ko $& $1</p></main>',
    );
  });

  it('refuses a page without one of the markers', () => {
    expect(() => fillMarkers('<!--start:en-->', String)).toThrow('<!--start:ko-->');
  });

  it('refuses a page with a marker twice', () => {
    expect(() => fillMarkers(page + page, String)).toThrow('exactly once');
  });
});
