import { describe, expect, it } from 'vitest';
import { readConfig, type Config } from '../../config.ts';
import { diagnosticsText, type DiagnosticFacts } from './diagnosticsText.ts';

const answer = readConfig(
  {
    clientId: '0a0a0a0a-5555-4555-8555-0a0a0a0a0a0a',
    tenant: 'organizations',
    supportContact: 'jiwoo.kim@contoso.example',
    local: { entra: 'http://localhost:5174', arm: 'http://localhost:5174' },
  },
  { hostname: 'localhost' },
);
const config: Config = 'config' in answer ? answer.config : expect.fail('The configuration is right.');

const facts: DiagnosticFacts = {
  app: { name: 'Lighthouse Onboarding', version: '1.2.3' },
  config,
  membership: 'member',
  tenantId: '11111111-1111-4111-8111-111111111111',
  language: 'ko',
  now: Date.UTC(2026, 0, 2, 3, 4, 5),
  browser: { userAgent: 'Browser/1', width: 380, height: 800, online: true, timeZone: 'Asia/Seoul' },
  keeps: true,
  run: undefined,
  trouble: [
    {
      at: Date.UTC(2026, 0, 2, 3, 4, 0),
      method: 'PUT',
      address: '/subscriptions/…?api-version=2022-10-01',
      code: 'throttled',
      status: 429,
      azureCode: 'TooManyRequests',
      clientRequestId: '33333333-3333-4333-8333-333333333333',
      took: 1200,
    },
  ],
};

describe('diagnosticsText', () => {
  it('says what a helper needs, a fact a line', () => {
    expect(diagnosticsText(facts).split('\n')).toEqual([
      'Lighthouse Onboarding 1.2.3',
      'time: 2026-01-02T03:04:05.000Z (Asia/Seoul)',
      'browser: Browser/1',
      'window: 380 x 800, online: true, keeps data: true',
      'language: ko',
      'tenant: 11111111-1111-4111-8111-111111111111, account: member',
      expect.stringMatching(/^config: \{.*"tenant":"organizations".*"supportContact":true,"local":true\}$/),
      'requests that did not end well: 1',
      '- 2026-01-02T03:04:00.000Z PUT /subscriptions/…?api-version=2022-10-01',
      '  throttled (429 TooManyRequests), 1200 ms, client request 33333333-3333-4333-8333-333333333333',
    ]);
  });

  it('does not tell whose address the contact is', () => {
    expect(diagnosticsText(facts)).not.toContain('jiwoo');
  });
});
