import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { npmCommand } from './npm.mjs';
import { root } from './process.ts';

interface Bill {
  readonly serialNumber?: string;
  readonly metadata: { readonly timestamp?: string; readonly component: { readonly 'bom-ref': string } };
  readonly components: readonly { readonly 'bom-ref': string; readonly name: string; readonly version: string }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

interface Locked {
  readonly version?: string;
  readonly dev?: true;
  readonly optional?: true;
  readonly devOptional?: true;
}

/**
 * The bill of materials of the site as CycloneDX JSON: every package of the lock file that the site may be made from, with
 * version, licence and hash. It says the same on every machine: a number and a time that npm makes up are left out.
 * https://cyclonedx.org/docs/1.5/json/
 */
export async function billOfMaterials(): Promise<string> {
  const [bill, lock, manifest] = await Promise.all([
    npmBill(),
    readJson('package-lock.json'),
    readJson('package.json'),
  ]);
  return `${JSON.stringify(ofSite(bill as Bill, lock as Lock, (manifest as { readonly name: string }).name), null, 2)}\n`;
}

interface Lock {
  readonly packages: Readonly<Record<string, Locked>>;
}

async function npmBill(): Promise<unknown> {
  const { command, before, shell } = npmCommand();
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const { stdout } = await promisify(execFile)(command, [...before, ...args], {
    cwd: root,
    shell,
    maxBuffer: 64 * 1024 * 1024,
  }).catch((error: unknown) => {
    throw new Error(`npm could not make the bill of materials (dist/sbom.json).\n${String(error)}`);
  });
  return JSON.parse(stdout);
}

/**
 * What is for development alone goes out here, by the marks of the lock file: npm's own `--omit dev` also drops packages
 * that the site and a tool share, such as tslib, and a bill that lacks something is worse than none.
 */
function ofSite({ serialNumber: _, metadata, components, dependencies, ...bill }: Bill, lock: Lock, name: string) {
  const ours = new Set(
    Object.entries(lock.packages)
      .filter(([path, { dev, optional, devOptional }]) => path !== '' && !dev && !optional && !devOptional)
      .map(([path, { version }]) => `${path.replace(/^.*node_modules\//, '')}@${version}`),
  );
  const kept = components.filter((one) => ours.has(`${one.name}@${one.version}`));
  const { timestamp: __, component, ...about } = metadata;
  const refs = new Set([component, ...kept].map((one) => one['bom-ref']));
  return {
    ...bill,
    metadata: { ...about, component: { ...component, type: 'application', name } },
    components: kept,
    dependencies: dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) })),
  };
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(join(root, path), 'utf8'));
}
