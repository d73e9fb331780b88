import { describe, expect, it } from 'vitest';
import { isAppPage } from './fallback.ts';

describe('isAppPage', () => {
  it.each(['/', '/offers', '/offers/contoso.managed-1.0.0', '/delegate/scopes', '/runs/2026-01-01T00:00'])(
    '%s is a page',
    (path) => {
      expect(isAppPage(path)).toBe(true);
    },
  );

  it.each(['/config.json', '/assets/index-abc.js', '/assets/anything', '/redirect.html', '/boot.js', '/favicon.svg'])(
    '%s is a file',
    (path) => {
      expect(isAppPage(path)).toBe(false);
    },
  );
});
