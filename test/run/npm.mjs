import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs npm with these arguments in the project's folder, on any system, and resolves to its exit code.
 * `output: 'inherit'` shows what npm says; `'ignore'` hides it.
 */
export function npm(args, { output = 'inherit', env = process.env } = {}) {
  const own = process.env.npm_execpath;
  const [command, first, shell] =
    own && /npm-cli\.c?js$/.test(own) ? [process.execPath, [own], false] : ['npm', [], process.platform === 'win32'];
  return new Promise((resolve) => {
    const child = spawn(command, [...first, ...args], {
      cwd: root,
      env,
      shell,
      stdio: ['ignore', output, output],
    });
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });
}
