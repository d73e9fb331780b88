import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm, root } from './npm.mjs';

/** @typedef {Readonly<Record<string, { readonly version?: string, readonly optional?: boolean }>>} Packages */

/**
 * @param {string} file
 * @returns {Promise<Packages | undefined>}
 */
async function packagesOf(file) {
  const text = await readFile(join(root, file), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  /** @type {{ readonly packages: Packages }} */
  const { packages } = JSON.parse(text);
  return packages;
}

/**
 * Names the first package that the lock file asks for and node_modules does not hold in that version, or `undefined`
 * when nothing is missing. npm keeps its own account of what it installed; packages for other systems are optional.
 *
 * @param {Packages} locked
 * @param {Packages | undefined} installed
 */
export function missingPackage(locked, installed) {
  if (!installed) return 'everything';
  const missing = Object.entries(locked).find(
    ([path, entry]) => path !== '' && !entry.optional && installed[path]?.version !== entry.version,
  );
  return missing?.[0].replace(/^.*node_modules\//, '');
}

/** Installs exactly what the lock file says, if it is not there yet. Ends the process with a sentence if it cannot. */
export async function install() {
  const locked = await packagesOf('package-lock.json');
  if (!locked) stop('package-lock.json is missing. Get it back from the repository: without it nothing is installed.');
  const missing = missingPackage(locked, await packagesOf('node_modules/.package-lock.json'));
  if (!missing) return;
  console.log(`Installing packages (missing: ${missing}). The first time this takes about a minute.`);
  const code = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) {
    stop(
      'The packages could not be installed; npm says why above. Check the network or proxy, then run the command again,' +
        ' or run "npm ci" yourself.',
    );
  }
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
