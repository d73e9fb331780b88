import './nodeVersion.mjs';
import { join } from 'node:path';
import { install } from './install.mjs';
import { root } from './npm.mjs';

/**
 * Loads a TypeScript module of the project under plain Node: checks the version, installs what is missing, and lets
 * Vite read the file. `path` is relative to the project's folder; answers the module's exports.
 */
export async function load(path) {
  await install();
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(root, path), { root, configFile: false, logLevel: 'error' });
  return module;
}

/** Runs `main` of such a module with the command line's arguments; an error becomes one sentence and exit code 1. */
export async function runMain(path) {
  try {
    const { main } = await load(path);
    process.exitCode = (await main(process.argv.slice(2))) ?? 0;
  } catch (error) {
    console.error(process.env.DEBUG ? error : error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
