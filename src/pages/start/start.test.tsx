import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen } from '@testing-library/dom';
import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SignInCode } from '../../auth/signInErrors.ts';
import type { ConfigFault } from '../../config.ts';
import { ProblemError } from '../../domain/problem.ts';
import { signIn as signInEn } from '../../text/en/signIn.ts';
import { start as startEn } from '../../text/en/start.ts';
import { formatFor } from '../../text/format.ts';
import { signIn as signInKo } from '../../text/ko/signIn.ts';
import { start as startKo } from '../../text/ko/start.ts';
import { languages } from '../../text/language.ts';
import { FaultPage } from './FaultPage.tsx';
import { Notice } from './Notice.tsx';
import { renderStart } from './prerender.tsx';
import { createStartScreen } from './startScreen.tsx';
import { soon } from '../../../test/soon.ts';

const catalogs = { en: { start: startEn, signIn: signInEn }, ko: { start: startKo, signIn: signInKo } };

/** Draws it on the page, at once. */
function render(element: ReactNode): void {
  const place = document.body.appendChild(document.createElement('div'));
  flushSync(() => createRoot(place).render(element));
}

function textsOf(section: object): readonly string[] {
  return Object.values(section).flatMap((value: unknown) =>
    typeof value === 'string' ? [value] : typeof value === 'object' && value ? textsOf(value) : [],
  );
}

describe.each(languages)('in %s', (language) => {
  const { start, signIn } = catalogs[language];

  it('the start page, as the build writes it, says all that it has to say', () => {
    document.body.innerHTML = renderStart(language);
    const said = document.body.textContent + document.body.innerHTML;
    const missing = textsOf(start).filter((text) => text !== start.leaving && !said.includes(text));
    expect(missing).toEqual([]);
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(document.body.innerHTML).not.toMatch(/<style|style=|<script|on\w+=/);
  });

  it('every way a sign-in can go wrong has words', () => {
    const problems: Readonly<Record<SignInCode, { readonly title: string; readonly next: string }>> = signIn.problems;
    for (const [code, words] of Object.entries(problems)) {
      expect(words.title.length, code).toBeGreaterThan(4);
      expect(words.next.length, code).toBeGreaterThan(10);
    }
  });

  const faults: readonly ConfigFault[] = [
    { code: 'unreachable' },
    { code: 'missing' },
    { code: 'html' },
    { code: 'notJson' },
    { code: 'notObject' },
    { code: 'fieldMissing', field: 'clientId', expected: 'guid' },
    { code: 'fieldInvalid', field: 'local.arm', value: '<b>javascript:</b>', expected: 'loopbackOrigin' },
    { code: 'fieldUnknown', field: 'clientID', known: ['clientId', 'tenant'] },
    { code: 'localElsewhere', field: 'local', hostname: 'onboarding.contoso.com' },
  ];
  it.each(faults)('the fault $code names file, field and way out', (fault) => {
    render(<FaultPage text={signIn.config} format={formatFor(language)} fault={fault} onRetry={() => {}} />);
    const said = screen.getByRole('alert').textContent;
    expect(said).toContain('config.json');
    for (const fact of Object.values(fault).flat()) {
      if (fact !== fault.code && !('expected' in fault && fact === fault.expected)) expect(said).toContain(fact);
    }
    if ('expected' in fault) expect(said).toContain(signIn.config.expected[fault.expected]);
    expect(screen.getByRole('button', { name: signIn.config.retry })).toBeTruthy();
  });
});

describe('the notice', () => {
  const show = (problem: ProblemError['problem'], supportContact?: string, approvalAddress?: string) =>
    render(<Notice text={signInEn} notice={{ kind: 'problem', problem, help: { supportContact, approvalAddress } }} />);

  it('keeps what Microsoft answered at hand, as text, and says whom to ask', () => {
    const azure = { code: 'AADSTS53003', message: '<img src=x onerror=alert(1)> blocked' };
    show({ code: 'signInBlocked', azure }, 'help@contoso.com');
    expect(screen.getByRole('alert').textContent).toContain('<img src=x onerror=alert(1)> blocked');
    expect(screen.getByText(/AADSTS53003/)).toBeTruthy();
    expect(document.querySelector('img')).toBeNull();
    expect(screen.getByRole('link', { name: 'help@contoso.com' }).getAttribute('href')).toBe('mailto:help@contoso.com');
  });

  it('gives the address at which an administrator approves the app, where that is what is missing', () => {
    const address = 'https://login.microsoftonline.com/organizations/adminconsent?client_id=1';
    show({ code: 'signInBlocked' }, undefined, address);
    expect(screen.queryByRole('link')).toBeNull();
    show({ code: 'consentNeeded' }, undefined, address);
    expect(screen.getByRole('link', { name: address }).getAttribute('href')).toBe(address);
  });

  it('does not alarm someone who just came back', () => {
    show({ code: 'signInCancelled', azure: { message: 'user_cancelled' } }, 'help@contoso.com');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByRole('status').textContent).not.toContain('user_cancelled');
  });

  it('has words for a problem that has no place in signing in', () => {
    show({ code: 'copyInUse' });
    expect(screen.getByRole('alert').textContent).toContain(signInEn.problems.unexpected.title);
  });
});

describe('the start screen', () => {
  const html = readFileSync(join(import.meta.dirname, '../../../index.html'), 'utf8');
  beforeEach(() => {
    localStorage.clear();
    document.documentElement.lang = 'en';
    document.documentElement.dataset['boot'] = 'signedIn';
    document.body.innerHTML = (/<body>([^]*)<\/body>/.exec(html)?.[1] ?? '')
      .replace('<!--start:en-->', renderStart('en'))
      .replace('<!--start:ko-->', renderStart('ko'));
  });
  const button = (name: string) => screen.getByRole('button', { name });

  it('takes over the HTML without changing it, in the language that is shown', async () => {
    const errors = vi.spyOn(console, 'error');
    const before = document.getElementById('start-en')?.innerHTML;
    const page = createStartScreen({ signIn: () => Promise.resolve(), help: () => ({}) });
    page.show({ kind: 'start' });
    await soon(() => expect(document.documentElement.dataset['boot']).toBeUndefined());
    expect(document.getElementById('start-en')?.innerHTML).toBe(before);
    expect(document.getElementById('start-ko')).toBeNull();
    expect(errors).not.toHaveBeenCalled();
  });

  it('speaks the other language on a press, keeps it, and keeps the focus', async () => {
    const page = createStartScreen({ signIn: () => Promise.resolve(), help: () => ({}) });
    page.show({ kind: 'start' });
    button('한국어').focus();
    await soon(() => {
      if (document.documentElement.lang === 'en') button('한국어').click();
      expect(document.documentElement.lang).toBe('ko');
    });
    await soon(() => expect(button(startKo.signIn)).toBeTruthy());
    expect(document.activeElement?.textContent).toBe('English');
    expect(localStorage.getItem('lighthouse.language')).toBe('ko');
    expect(document.title).toBe(startKo.product);
  });

  it('leaves once per press, says so, and says what stopped it', async () => {
    const leaving: ((error: unknown) => void)[] = [];
    const page = createStartScreen({
      signIn: () => new Promise((_resolve, reject) => void leaving.push(reject)),
      help: () => ({ supportContact: 'help@contoso.com' }),
    });
    page.show({ kind: 'start' });
    await soon(() => {
      if (leaving.length === 0) button(startEn.signIn).click();
      expect(button(startEn.leaving).getAttribute('aria-disabled')).toBe('true');
    });
    button(startEn.leaving).click();
    expect(leaving).toHaveLength(1);
    leaving[0]?.(new ProblemError({ code: 'offline' }));
    expect((await screen.findByRole('alert')).textContent).toContain(signInEn.problems.offline.title);
    expect(button(startEn.signIn).getAttribute('aria-disabled')).toBe('false');
  });

  it('takes someone who is not an Owner to the list of Owners', async () => {
    const asked: unknown[] = [];
    const page = createStartScreen({
      signIn: (options) => Promise.resolve(void asked.push(options)),
      help: () => ({}),
    });
    page.show({ kind: 'start' });
    await soon(() => {
      if (asked.length === 0) screen.getByRole('link', { name: startEn.owners }).click();
      expect(asked).toEqual([{ returnTo: '/guide#owners' }]);
    });
  });

  it('makes room for the app', () => {
    const page = createStartScreen({ signIn: () => Promise.resolve(), help: () => ({}) });
    page.show({ kind: 'fault', fault: { code: 'missing' } });
    page.close();
    expect(document.body.textContent.trim()).not.toContain(startEn.product);
    expect(document.getElementById('root')?.innerHTML).toBe('');
  });
});
