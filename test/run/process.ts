import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Ended {
  readonly code: number;
  /** What it wrote, on both streams, as it came. */
  readonly output: string;
}

/** Runs a command that an installed package brings (`oxlint`, `tsc`), under this Node, in the project's folder. */
export function runTool(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return run(process.execPath, [toolFile(name), ...args], env);
}

/** No step takes this long; whatever does would hang for ever. */
const limitMs = 20 * 60_000;

/**
 * Runs a program to its end and keeps what it writes. A program that cannot be started ends with 127; one that does not
 * end is stopped.
 */
export function run(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const { FORCE_COLOR: _, ...inherited } = process.env;
    const child = spawn(command, args, {
      cwd: root,
      env: { ...inherited, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const parts: Buffer[] = [];
    const limit = setTimeout(() => {
      parts.push(Buffer.from(`\nIt did not end within ${limitMs / 60_000} minutes and was stopped.\n`));
      child.kill('SIGKILL');
    }, limitMs);
    const end = (code: number, output: string) => {
      clearTimeout(limit);
      resolve({ code, output });
    };
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.stderr.on('data', (part: Buffer) => parts.push(part));
    child.on('error', (error) => end(127, `${command}: ${error.message}`));
    child.on('close', (code) => end(code ?? 1, Buffer.concat(parts).toString('utf8')));
  });
}

/** Packages whose command has another name than they do. */
const packageOf: Readonly<Record<string, string>> = { tsc: 'typescript', playwright: 'playwright-core' };

function toolFile(name: string): string {
  const folder = join(root, 'node_modules', packageOf[name] ?? name);
  const { bin }: { bin: string | Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const file = typeof bin === 'string' ? bin : (bin[name] ?? Object.values(bin)[0]);
  if (file === undefined) throw new Error(`${name} brings no command.`);
  return join(folder, file);
}
