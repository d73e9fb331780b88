import { describe, expect, it } from 'vitest';
import { fetchConfig } from './configFile.ts';

const page = { hostname: 'onboarding.contoso.com' };
const good = '{"clientId":"0a0a0a0a-5555-4555-8555-0a0a0a0a0a0a","tenant":"organizations"}';
const answering = (body: string, status: number, type: string) => () =>
  Promise.resolve(new Response(body, { status, headers: { 'Content-Type': type } }));

describe('fetchConfig', () => {
  it('reads the file, and asks past every cache', async () => {
    const asked: unknown[] = [];
    const answer = await fetchConfig(page, (...request) => {
      asked.push(request);
      return answering(good, 200, 'application/json')();
    });
    expect(answer).toHaveProperty('config.tenant', 'organizations');
    expect(asked).toEqual([['/config.json', { cache: 'no-store', credentials: 'same-origin' }]]);
  });

  it.each([
    ['missing', answering('Not found', 404, 'text/plain')],
    ['missing', answering('<h1>404</h1>', 404, 'text/html')],
    ['unreachable', answering('', 503, 'text/plain')],
    ['unreachable', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['html', answering('<!doctype html>', 200, 'text/html; charset=utf-8')],
    ['html', answering('\n <!doctype html>', 200, 'application/json')],
    ['notJson', answering('{clientId: 1}', 200, 'application/json')],
    ['notJson', answering('', 200, 'application/json')],
    ['notObject', answering('[]', 200, 'application/json')],
  ])('%s', async (code, fetcher) => {
    expect(await fetchConfig(page, fetcher)).toEqual({ fault: { code } });
  });
});
