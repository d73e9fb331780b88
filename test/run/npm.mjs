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
  const { command, before, shell } = npmCommand();
  return new Promise((resolve) => {
    const child = spawn(command, [...before, ...args], { cwd: root, shell, stdio: ['ignore', output, output] });
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/**
 * How npm is started on this system: the one that started us, where there is one. What npm is to do comes after `before`.
 *
 * @returns {{ readonly command: string, readonly before: readonly string[], readonly shell: boolean }}
 */
export function npmCommand() {
  const own = process.env.npm_execpath;
  return own !== undefined && /npm-cli\.c?js$/.test(own)
    ? { command: process.execPath, before: [own], shell: false }
    : // Windows knows npm as a script, which only its shell can start.
      { command: 'npm', before: [], shell: process.platform === 'win32' };
}
