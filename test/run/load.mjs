import './nodeVersion.mjs';
import { join } from 'node:path';
import { install } from './install.mjs';
import { root } from './npm.mjs';

/**
 * Runs `main` of a TypeScript module of the project under plain Node: checks the version, installs what is missing, lets
 * Vite read the file, and hands it the command line's arguments. `main` answers the exit code, or nothing for success;
 * an error becomes one sentence and exit code 1 (all of it with DEBUG=1).
 *
 * @param {string} path from the project's folder
 */
export async function runMain(path) {
  try {
    await install();
    const { runnerImport } = await import('vite');
    /** @type {{ module: { main(args: readonly string[]): Promise<number | void> } }} */
    const { module } = await runnerImport(join(root, path), {
      root,
      configFile: false,
      logLevel: 'error',
    });
    process.exitCode = (await module.main(process.argv.slice(2))) ?? 0;
  } catch (error) {
    console.error(process.env.DEBUG ? error : error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
