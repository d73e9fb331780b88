import './nodeVersion.mjs';
import { join } from 'node:path';
import { install } from './install.mjs';
import { root } from './npm.mjs';

/**
 * Loads a TypeScript module of the project under plain Node: checks the version, installs what is missing, and lets
 * Vite read the file.
 *
 * @param {string} path from the project's folder
 * @returns {Promise<{ main(args: readonly string[]): Promise<number | void> }>} the module's exports
 */
export async function load(path) {
  await install();
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(root, path), { root, configFile: false, logLevel: 'error' });
  return module;
}

/**
 * Runs `main` of such a module with the command line's arguments. It answers the exit code, or nothing for success; an
 * error becomes one sentence and exit code 1.
 *
 * @param {string} path from the project's folder
 */
export async function runMain(path) {
  try {
    const { main } = await load(path);
    process.exitCode = (await main(process.argv.slice(2))) ?? 0;
  } catch (error) {
    console.error(process.env.DEBUG ? error : error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
