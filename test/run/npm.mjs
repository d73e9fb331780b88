import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs npm with these arguments in the project's folder, on any system, and resolves to its exit code.
 * `output: 'inherit'` shows what npm says; `'ignore'` hides it.
 *
 * @param {readonly string[]} args
 * @param {{ readonly output?: 'inherit' | 'ignore' }} [options]
 * @returns {Promise<number>}
 */
export function npm(args, { output = 'inherit' } = {}) {
  const own = process.env.npm_execpath;
  const byNode = own !== undefined && /npm-cli\.c?js$/.test(own);
  const command = byNode ? process.execPath : 'npm';
  return new Promise((resolve) => {
    const child = spawn(command, byNode ? [own, ...args] : [...args], {
      cwd: root,
      // Windows knows npm as a script, which only its shell can start.
      shell: !byNode && process.platform === 'win32',
      stdio: ['ignore', output, output],
    });
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });
}
