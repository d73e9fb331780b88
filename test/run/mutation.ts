import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { root } from './process.ts';

const folder = join(root, 'test/run/mutation');

/**
 * `npm run mutation -- [--mutate src/domain/readiness.ts]`: changes the domain in small ways and looks whether a test
 * notices. What it needs has a lock file of its own, so that nobody else has to install it. Takes the better part of an
 * hour; files of long tests are left out and each property is tried a few times only, so a survivor may be one that
 * `npm test` would find.
 * https://stryker-mutator.io/docs/stryker-js/introduction/
 */
export async function main(args: readonly string[]): Promise<number> {
  const installed = await npm(['ci', '--prefix', folder, '--legacy-peer-deps', '--ignore-scripts']);
  if (installed !== 0) return installed;
  const stryker = join(folder, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  const config = join(folder, 'stryker.config.json');
  return show(process.execPath, [stryker, 'run', config, ...args], {
    WORLD_RUNS: '25',
    PROPERTY_RUNS: '12',
    STORIES: 'short',
  });
}

/** Runs a program to its end and shows what it writes as it comes. */
function show(command: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
