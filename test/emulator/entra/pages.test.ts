import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEmulator } from '../emulator.ts';
import { escapeHtml } from '../host/html.ts';
import { TestBrowser } from '../testing/signIn.ts';

const emulator = createEmulator({ timing: 'instant' });

/** Hostile text: markup, quotes, entities, bidi controls, and anything else. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.constantFrom(
    '"><script>alert(1)</script>',
    "' onfocus=alert(1) autofocus '",
    '</form><form action=//evil>',
    '&#x3c;',
    '\u202e',
  ),
);

/** Attribute values of a page, read as a browser would, without a DOM. */
function attributeValues(page: string): string[] {
  return [...page.matchAll(/="([^"]*)"/g)].map((match) =>
    (match[1] ?? '').replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))),
  );
}

describe('sign-in pages', () => {
  it('carry whatever the app sent as text, and nothing of it as markup', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (state, nonce) => {
        const sent = new URLSearchParams({ state, nonce });
        const page = await (await new TestBrowser(emulator).authorize({ state, nonce })).text();
        expect(attributeValues(page)).toContain(sent.get('state'));
        expect(attributeValues(page)).toContain(sent.get('nonce'));
        expect(page).not.toMatch(/<script|<form action=\/\/|onfocus=alert\(1\) autofocus '/);
        // One form, one action: the emulator's own.
        expect([...page.matchAll(/<form[^>]*action="([^"]*)"/g)].map((match) => match[1])).toEqual([
          '/organizations/oauth2/v2.0/authorize',
        ]);
      }),
    );
  });

  it('escape every character that HTML gives a meaning', () => {
    expect(escapeHtml(`<a href='x' title="y">&</a>`)).toBe(
      '&#60;a href=&#39;x&#39; title=&#34;y&#34;&#62;&#38;&#60;/a&#62;',
    );
  });
});
