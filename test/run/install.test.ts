import { describe, expect, it } from 'vitest';
import { missingPackage } from './install.mjs';

const locked = {
  '': { version: '0.1.0' },
  'node_modules/vite': { version: '8.3.8' },
  'node_modules/@scope/one': { version: '1.0.0' },
  'node_modules/vite/node_modules/inner': { version: '2.0.0' },
  'node_modules/only-on-windows': { version: '1.0.0', optional: true },
};
const installed = {
  'node_modules/vite': { version: '8.3.8' },
  'node_modules/@scope/one': { version: '1.0.0' },
  'node_modules/vite/node_modules/inner': { version: '2.0.0' },
};

describe('missingPackage', () => {
  it('misses everything where nothing is installed', () => {
    expect(missingPackage(locked, undefined)).toBe('everything');
  });

  it('misses nothing where all is there; what is for other systems may be absent', () => {
    expect(missingPackage(locked, installed)).toBeUndefined();
  });

  it('sees a package that is absent or of another version, by its name', () => {
    expect(
      missingPackage(locked, {
        ...installed,
        'node_modules/@scope/one': { version: '0.9.0' },
      }),
    ).toBe('@scope/one');
    const { 'node_modules/vite/node_modules/inner': _, ...rest } = installed;
    expect(missingPackage(locked, rest)).toBe('inner');
  });
});
