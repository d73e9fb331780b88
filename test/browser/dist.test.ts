import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { siteFolder } from '../run/build.ts';

interface Bill {
  readonly bomFormat: string;
  readonly metadata: { readonly component: { readonly name: string } };
  readonly components: readonly {
    readonly 'bom-ref': string;
    readonly name: string;
    readonly version: string;
    readonly licenses?: readonly unknown[];
    readonly hashes?: readonly unknown[];
  }[];
  readonly dependencies: readonly { readonly dependsOn: readonly string[] }[];
}

const files = readdirSync(siteFolder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(siteFolder.length + 1)
      .replaceAll('\\', '/'),
  );
const read = (file: string) => readFileSync(join(siteFolder, file), 'utf8');
const pages = ['index.html', 'redirect.html'];

describe('dist', () => {
  it('holds the pages, the configuration and hashed assets', () => {
    expect(files).toEqual(expect.arrayContaining([...pages, 'config.json']));
    const assets = files.filter((file) => file.startsWith('assets/'));
    expect(assets.length).toBeGreaterThan(2);
    expect(assets.filter((file) => !/-[\w-]{8}\.(?:js|css|svg|woff2)$/.test(file))).toEqual([]);
  });

  const bill: Bill = JSON.parse(read('sbom.json'));
  const listed = bill.components.map(({ name, version }) => `${name}@${version}`);

  it('says what it is made of, with licences and hashes, and nothing of what only made it', () => {
    expect([bill.bomFormat, bill.metadata.component.name]).toEqual(['CycloneDX', 'lighthouse-onboarding']);
    expect(bill.components.filter(({ licenses, hashes }) => !licenses?.length || !hashes?.length)).toEqual([]);
    expect(listed.filter((one) => /^(?:vite|vitest|typescript|oxlint|playwright-core)@/.test(one))).toEqual([]);
    const refs = new Set(bill.components.map((one) => one['bom-ref']));
    expect(bill.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !refs.has(ref))).toEqual([]);
  });

  it('has every package that is bundled in both lists: of licences, and of materials', () => {
    const bundled = [...read('licenses.md').matchAll(/^## (\S+) - (\S+) \((.+)\)$/gm)];
    expect(bundled.length).toBeGreaterThan(50);
    expect(bundled.map(([, name, version]) => `${name}@${version}`).filter((one) => !listed.includes(one))).toEqual([]);
  });

  it('holds nothing of the emulator', () => {
    const telling = /_emulator|Northwind Managed|northwind-msp|contoso\.onmicrosoft/i;
    expect(files.filter((file) => /\.(?:js|css|html)$/.test(file) && telling.test(read(file)))).toEqual([]);
  });

  it.each(pages)('%s has no inline script, style or handler, which the policy would refuse', (page) => {
    const html = read(page);
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/i);
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/i);
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//i);
  });

  it('draws the start page in both languages before any script', () => {
    const html = read('index.html');
    expect(html).not.toContain('<!--start:');
    expect(html).toMatch(/[가-힣]{2}/);
  });
});
