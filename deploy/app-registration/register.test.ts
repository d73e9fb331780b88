import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

// The script over a stand-in for the Azure CLI that answers what the real one would and keeps what it was asked. Whether Entra
// takes it is on the README's live checklist.
const script = join(import.meta.dirname, 'register.sh');
const hasBash = spawnSync('bash', ['--version']).status === 0;

const standIn = `#!/usr/bin/env bash
printf '%s\\n' "$*" >>"$ASKED"
case "$*" in
  'cloud show --query endpoints.microsoftGraphResourceId'*) echo https://graph.microsoft.com/ ;;
  'cloud show --query endpoints.activeDirectory'*) echo https://login.microsoftonline.com ;;
  'account show'*) echo 11111111-1111-4111-8111-111111111111 ;;
  'ad sp show --id 797f4846'*) echo 41094075-9dad-400e-a0bd-54e686782033 ;;
  'ad sp show --id 00000003'*) echo b340eb25-3456-403f-be2f-af7a0d370277 ;;
  'ad sp show'*) exit 3 ;;
  'ad app list'*) printf '%s' "$FOUND" ;;
  'ad app create'*) echo object-new ;;
  'ad app show --id object'*appId*) echo 22222222-2222-4222-8222-222222222222 ;;
  'ad app show --id object'*redirectUris*) printf '%s' "$KEPT" ;;
  'rest '*) for word; do case "$word" in @*) cp "\${word#@}" "$BODY" ;; esac; done ;;
esac
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'register-'));
  writeFileSync(join(folder, 'az'), standIn);
  chmodSync(join(folder, 'az'), 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function register(args: readonly string[], { found = '', kept = '' } = {}) {
  const [asked, body] = [join(folder, 'asked'), join(folder, 'body')];
  const { status, stdout, stderr } = spawnSync('bash', [script, ...args], {
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${folder}${delimiter}${process.env['PATH']}`,
      ASKED: asked,
      BODY: body,
      FOUND: found,
      KEPT: kept,
    },
  });
  const read = (file: string) => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return '';
    }
  };
  const sent: unknown = JSON.parse(read(body) || 'null');
  return { status, stdout, stderr, asked: read(asked).trim().split('\n'), sent };
}

describe.runIf(hasBash)('register.sh', () => {
  it('registers a single-page application for this tenant, with one permission and no secret', () => {
    const { status, asked, sent, stdout, stderr } = register(['--origin', 'https://onboarding.contoso.com/']);
    expect([status, stderr]).toEqual([0, '']);
    expect(sent).toEqual({
      signInAudience: 'AzureADMyOrg',
      spa: { redirectUris: ['https://onboarding.contoso.com/redirect.html'] },
      optionalClaims: { idToken: [{ name: 'acct', essential: false, additionalProperties: [] }] },
    });
    expect(asked).toContain(
      'ad app create --display-name Lighthouse Onboarding --sign-in-audience AzureADMyOrg --query id --output tsv',
    );
    expect(asked.filter((line) => line.includes('permission add'))).toEqual([
      'ad app permission add --id 22222222-2222-4222-8222-222222222222 --api 797f4846-ba00-4fd7-ba43-dac1f8f63013 ' +
        '--api-permissions 41094075-9dad-400e-a0bd-54e686782033=Scope --output none',
    ]);
    expect(asked.join('\n')).not.toMatch(/credential|password|secret|admin-consent/);
    const config = /\{[^}]*\}/.exec(stdout)?.[0] ?? '';
    expect(JSON.parse(config)).toEqual({
      clientId: '22222222-2222-4222-8222-222222222222',
      tenant: '11111111-1111-4111-8111-111111111111',
      graph: false,
    });
  });

  it('keeps what an existing registration has', () => {
    const { asked, sent } = register(['--origin', 'https://b.contoso.com', '--origin', 'http://localhost:5173'], {
      found: 'object-old',
      kept: 'https://a.contoso.com/redirect.html\thttps://b.contoso.com/redirect.html',
    });
    expect(sent).toMatchObject({
      spa: {
        redirectUris: [
          'http://localhost:5173/redirect.html',
          'https://a.contoso.com/redirect.html',
          'https://b.contoso.com/redirect.html',
        ],
      },
    });
    expect(asked.filter((line) => line.startsWith('ad app create'))).toEqual([]);
  });

  it('lets every organisation in, asks for names and consents only when told so', () => {
    const { asked, sent, stdout } = register([
      '--origin',
      'https://a.contoso.com',
      '--multi-tenant',
      '--graph',
      '--admin-consent',
    ]);
    expect(sent).toMatchObject({ signInAudience: 'AzureADMultipleOrgs' });
    expect(asked.join('\n')).toContain('b340eb25-3456-403f-be2f-af7a0d370277=Scope');
    expect(asked.join('\n')).toContain('permission admin-consent');
    expect(stdout).toContain('"tenant": "organizations"');
  });

  it.each([
    [['--origin', 'http://onboarding.contoso.com'], /https address without a path/],
    [['--origin', 'https://a.contoso.com/app'], /https address without a path/],
    [['--origin', 'https://a.contoso.com"; rm -rf /'], /https address without a path/],
    [[], /Usage/],
    [['--origin', 'https://a.contoso.com', '--secret'], /Usage/],
  ])('stops at %j before anything is asked', (args, sentence) => {
    const { status, stderr, asked } = register(args);
    expect(status).toBe(1);
    expect(stderr).toMatch(sentence);
    expect(asked).toEqual(['']);
  });

  it('stops where several applications have the name', () => {
    const { status, stderr, sent } = register(['--origin', 'https://a.contoso.com'], { found: 'object-1 object-2' });
    expect([status, sent]).toEqual([1, null]);
    expect(stderr).toMatch(/several applications/);
  });
});
