import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { judgeMutants, type Explained, type MutationReport } from './mutants.ts';
import { npm } from './npm.mjs';
import { root } from './process.ts';

const folder = join(root, 'test/run/mutation');
const reportFile = join(root, '.cache/mutation.json');

/**
 * `npm run mutation -- [--mutate src/domain/readiness.ts]`: changes the domain in small ways, looks whether a test notices, and
 * whether `mutation/explained` says of everything else why nothing needs to; ends with 1 where it does not. Only files that have
 * changed since the last time are tried again. `--last` tells what the last time found. What it needs has a lock file of its own, so
 * that nobody else has to install it. The whole takes hours on two processors; each property is tried a few times only.
 * https://stryker-mutator.io/docs/stryker-js/introduction/
 */
export async function main(args: readonly string[]): Promise<number> {
  const failed = args.includes('--last') ? 0 : await change(args);
  if (failed !== 0) return failed;
  const report: MutationReport = JSON.parse(await readFile(reportFile, 'utf8'));
  const { table, reasons, unexplained, outdated } = judgeMutants(report, await readExplained());
  console.log(`\n${table.join('\n')}\n`);
  for (const [reason, count] of reasons) console.log(`${String(count).padStart(6)}  ${reason}`);
  for (const each of outdated) console.log(`EXPLAINED FOR NOTHING  ${each}`);
  for (const each of unexplained) console.log(`NOT EXPLAINED  ${each}`);
  return unexplained.length === 0 ? 0 : 1;
}

async function readExplained(): Promise<Explained> {
  const explained: Record<string, Explained[string]> = {};
  for (const name of await readdir(join(folder, 'explained'))) {
    const part: Explained = JSON.parse(await readFile(join(folder, 'explained', name), 'utf8'));
    Object.assign(explained, part);
  }
  return explained;
}

async function change(args: readonly string[]): Promise<number> {
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
