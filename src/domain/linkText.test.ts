import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packGuid, packText, unpackGuid, unpackText } from './linkText.ts';

const inQuery = (text: string) => new URLSearchParams({ x: text }).toString().slice(2);

describe('packGuid', () => {
  it.each([
    ['00000000-0000-0000-0000-000000000000', 'AAAAAAAAAAAAAAAAAAAAAA'],
    ['ffffffff-ffff-ffff-ffff-ffffffffffff', '_____________________w'],
    ['00000000-0000-4000-8000-000000000001', 'AAAAAAAAQACAAAAAAAAAAQ'],
  ])('%s: %s', (guid, packed) => {
    expect(packGuid(guid)).toBe(packed);
    expect(Buffer.from(guid.replaceAll('-', ''), 'hex').toString('base64url')).toBe(packed);
  });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(fc.uuid(), (guid) => {
        expect(unpackGuid(packGuid(guid))).toBe(guid);
      }),
    );
  });

  it.each([
    '',
    'A',
    'AAAAAAAAAAAAAAAAAAAAAAA',
    '.AAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAA.',
    'AAAAAAAAAAAAAAAAAAAAA!',
    'AAAAAAAAAAAAAAAAAAAAAB',
  ])('%s is none', (packed) => {
    expect(unpackGuid(packed)).toBeUndefined();
  });
});

describe('packText', () => {
  it.each([
    ['rg-web-01', 'rg-web-01'],
    ['rg_web.01', 'rg_2n_web_1a_01'],
    ['운영', '_1390__1341_'],
    ['', ''],
    // The last character there is.
    ['\u{10ffff}', '_nvnj_'],
  ])('%s: %s', (text, packed) => {
    expect(packText(text)).toBe(packed);
    expect(unpackText(packed)).toBe(text);
  });

  it('comes back as it was, and no link changes it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const packed = packText(text);
        expect(unpackText(packed)).toBe(text);
        expect(inQuery(packed)).toBe(packed);
        expect(packed).not.toMatch(/[.*]/);
      }),
    );
  });

  it.each([
    'a.b',
    '_',
    '_zzzzz_',
    '__',
    '_2p',
    '_2P_',
    'ü',
    '_2p_',
    '_2p_x_',
    '_002p_',
    '_zzzz_',
    '_nvnk_',
    '.a',
    'a.',
    ' ',
  ])('%s is none', (packed) => {
    expect(unpackText(packed)).toBeUndefined();
  });
});
