import { describe, expect, it } from 'vitest';
import { headersFor, type Site } from './headers.ts';

const local: Site = { local: { entra: 'http://localhost:5174', arm: 'http://localhost:5174' } };
const cloud: Site = { cloud: 'public' };

function directives(path: string, site: Site): Map<string, string> {
  const policy = headersFor(path, site)['Content-Security-Policy'] ?? '';
  return new Map(
    policy.split('; ').map((part) => {
      const space = part.indexOf(' ');
      return [part.slice(0, space), part.slice(space + 1)];
    }),
  );
}

describe('the policy of the app', () => {
  it('lets it talk to Entra ID and ARM of its cloud and to nobody else', () => {
    const policy = directives('/index.html', cloud);
    expect(policy.get('connect-src')).toBe("'self' https://login.microsoftonline.com https://management.azure.com");
    expect(policy.get('frame-src')).toBe("'self' https://login.microsoftonline.com");
  });

  it.each([
    ['usgov', 'https://login.microsoftonline.us', 'https://management.usgovcloudapi.net'],
    ['china', 'https://login.chinacloudapi.cn', 'https://management.chinacloudapi.cn'],
  ] as const)('names the hosts of %s', (name, entra, arm) => {
    expect(directives('/index.html', { cloud: name }).get('connect-src')).toBe(`'self' ${entra} ${arm}`);
  });

  it('names Microsoft Graph only where the installation may ask it', () => {
    expect(directives('/index.html', { cloud: 'public', graph: true }).get('connect-src')).toBe(
      "'self' https://login.microsoftonline.com https://management.azure.com https://graph.microsoft.com",
    );
    expect(directives('/redirect.html', { cloud: 'public', graph: true }).get('connect-src')).toBe("'self'");
  });

  it('names one local origin once', () => {
    expect(directives('/index.html', local).get('connect-src')).toBe("'self' http://localhost:5174");
  });

  it('allows no inline script, no evaluation and no framing', () => {
    const policy = directives('/index.html', cloud);
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('script-src')).toBe("'self'");
    expect(policy.get('frame-ancestors')).toBe("'none'");
    expect(policy.get('form-action')).toBe("'none'");
    expect(policy.get('require-trusted-types-for')).toBe("'script'");
    expect([...policy.values()].join(' ')).not.toMatch(/unsafe|\*|http:/);
  });

  it('allows the empty style tag only, by its hash', async () => {
    const digest = await crypto.subtle.digest('SHA-256', new Uint8Array());
    const hash = Buffer.from(digest).toString('base64');
    expect(directives('/index.html', cloud).get('style-src')).toBe(`'self' 'sha256-${hash}'`);
  });
});

describe('the policy of the bridge page', () => {
  it('lets the app frame it, and lets it talk to nobody', () => {
    const policy = directives('/redirect.html', cloud);
    expect(policy.get('frame-ancestors')).toBe("'self'");
    expect(policy.get('frame-src')).toBe("'none'");
    expect(policy.get('connect-src')).toBe("'self'");
    expect(policy.get('trusted-types')).toBe("'none'");
  });

  it('has no opener policy and is never stored', () => {
    const headers = headersFor('/redirect.html', cloud);
    expect(headers).not.toHaveProperty('Cross-Origin-Opener-Policy');
    expect(headers['Cache-Control']).toBe('no-store');
  });
});

describe('other headers', () => {
  it.each([
    ['/index.html', 'no-cache'],
    ['/boot.js', 'no-cache'],
    ['/config.json', 'no-store'],
    ['/assets/index-BcD123.js', 'public, max-age=31536000, immutable'],
  ])('%s is cached as %s', (path, caching) => {
    expect(headersFor(path, cloud)['Cache-Control']).toBe(caching);
  });

  it('asks for https only where the site is served over https', () => {
    expect(headersFor('/index.html', cloud)).toHaveProperty('Strict-Transport-Security');
    expect(headersFor('/index.html', local)).not.toHaveProperty('Strict-Transport-Security');
  });

  it.each(['/index.html', '/redirect.html', '/assets/a.js', '/config.json'])(
    '%s is never sniffed or indexed',
    (path) => {
      const headers = headersFor(path, cloud);
      expect(headers['X-Content-Type-Options']).toBe('nosniff');
      expect(headers['Referrer-Policy']).toBe('no-referrer');
      expect(headers['X-Robots-Tag']).toBe('noindex');
      expect(headers['Permissions-Policy']).toContain('camera=()');
    },
  );
});
