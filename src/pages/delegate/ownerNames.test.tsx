import { screen } from '@testing-library/dom';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../domain/problem.ts';
import { catalog as en } from '../../text/en/catalog.ts';
import { formatFor } from '../../text/format.ts';
import { catalog as ko } from '../../text/ko/catalog.ts';
import { languages, type Language } from '../../text/language.ts';
import { TextProvider } from '../../text/TextContext.tsx';
import { OwnerNames } from './OwnerNames.tsx';

const catalogs = { en, ko };
const approvalAddress =
  'https://login.microsoftonline.com/11111111-1111-4111-8111-111111111111/adminconsent?client_id=x';

/** What stands below the Owners when their names could not be had. */
function render(language: Language, problem: Problem, declined = false): string {
  const t = catalogs[language];
  const names = {
    nameless: 2,
    found: new Map(),
    step: { name: 'failed' as const, problem, declined },
    show: () => undefined,
    hide: () => undefined,
  };
  const place = document.body.appendChild(document.createElement('div'));
  flushSync(() =>
    createRoot(place).render(
      <TextProvider text={{ language, t, format: formatFor(language), setLanguage: () => undefined }}>
        <OwnerNames
          names={names}
          directory={{ allow: () => Promise.resolve(), approvalAddress }}
          others={false}
          address="/delegate/x?owners=y"
        />
      </TextProvider>,
    ),
  );
  return place.textContent;
}

beforeEach(() => (document.body.innerHTML = ''));

describe.each(languages)('names that cannot be had, in %s', (language) => {
  const { ownerNames: words, problems } = catalogs[language];
  const format = formatFor(language);

  it('name the address at which an administrator allows them, to whoever was refused', () => {
    expect(render(language, { code: 'consentNeeded' }, true)).toContain(words.declined.administrator);
    expect(screen.getByRole('link', { name: approvalAddress }).getAttribute('href')).toBe(approvalAddress);
  });

  it('say when to come back, where Microsoft Graph said so', () => {
    expect(render(language, { code: 'throttled', retryAfterMs: 16_400 })).toContain(words.throttled.after(format, 17));
    expect(render(language, { code: 'throttled' })).toContain(words.throttled.soon);
  });

  it('say what anything else was in its own words, and that ids stay', () => {
    const told = render(language, { code: 'azureDown' });
    for (const part of [words.failed, problems.azureDown({ code: 'azureDown' }).title, words.idsRemain]) {
      expect(told).toContain(part);
    }
  });

  it('lead to Microsoft where it wants the person again', () => {
    expect(render(language, { code: 'signInNeeded' })).toContain(words.signIn.title);
    expect(screen.getByRole('button', { name: words.goOn })).toBeTruthy();
  });
});
