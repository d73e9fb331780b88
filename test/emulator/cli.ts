import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createEmulator } from './emulator.ts';
import type { Emulator } from './emulator.ts';
import { timingNames } from './host/timing.ts';
import type { TimingName } from './host/timing.ts';
import { serve } from './serve.ts';
import type { ServedEmulator } from './serve.ts';
import { worldNames } from './worlds/worlds.ts';

const help = `Starts the Azure emulator alone.

  --port N         port to listen on (5174)
  --world NAME     ${worldNames.join(', ')} (small)
  --timing NAME    ${timingNames.join(', ')} (demo): how long operations take
  --cert FILE      certificate and
  --key FILE       private key, both PEM: the emulator then speaks https
  --help           this text`;

interface CliOptions {
  readonly port: number;
  readonly world: string;
  readonly timing: TimingName;
  readonly certFile?: string;
  readonly keyFile?: string;
}

/** Bad input on the command line: a sentence for the person who typed it. */
class UsageError extends Error {}

/**
 * The command line of the emulator. Prints where it listens and who can sign in, and goes on until `close`.
 *
 * @param argv The arguments, without node and script.
 * @param print Writes a line for the person.
 * @returns The running emulator, or `undefined` after help or bad input (then `process.exitCode` is 1).
 */
export async function runCli(
  argv: readonly string[],
  print: (line: string) => void = console.log,
): Promise<ServedEmulator | undefined> {
  try {
    const options = readOptions(argv);
    if (options === 'help') {
      print(help);
      return undefined;
    }
    const { port, world, timing } = options;
    const emulator = createEmulator({ world, timing });
    const served = await serve(emulator, { port, ...(await readCertificate(options)) });
    print(welcome(emulator, served.origin, timing));
    return served;
  } catch (error) {
    // Whatever stops the start is for the person: a wrong argument, a file that cannot be read, a port that is taken.
    print(error instanceof Error ? error.message : String(error));
    if (error instanceof UsageError) print(`\n${help}`);
    process.exitCode = 1;
    return undefined;
  }
}

function readOptions(argv: readonly string[]): CliOptions | 'help' {
  const { help: wanted, ...values } = parse(argv);
  if (wanted === true) return 'help';
  const port = Number(values.port ?? '5174');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`--port must be a number from 0 to 65535, not '${values.port}'.`);
  }
  const world = values.world ?? 'small';
  if (!worldNames.includes(world)) {
    throw new UsageError(`There is no world '${world}'. Known worlds: ${worldNames.join(', ')}.`);
  }
  const timing = timingNames.find((name) => name === (values.timing ?? 'demo'));
  if (timing === undefined) {
    throw new UsageError(`There is no timing '${values.timing}'. Known timings: ${timingNames.join(', ')}.`);
  }
  const { cert, key } = values;
  if ((cert === undefined) !== (key === undefined)) throw new UsageError('--cert and --key belong together.');
  return { port, world, timing, ...(cert === undefined || key === undefined ? {} : { certFile: cert, keyFile: key }) };
}

type Values = Partial<Record<'port' | 'world' | 'timing' | 'cert' | 'key', string>> & { readonly help?: boolean };

function parse(argv: readonly string[]): Values {
  const text = { type: 'string' } as const;
  const options = { port: text, world: text, timing: text, cert: text, key: text, help: { type: 'boolean' } } as const;
  try {
    return parseArgs({ args: [...argv], options, strict: true }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function readCertificate({ certFile, keyFile }: CliOptions): Promise<{ cert?: string; key?: string }> {
  if (certFile === undefined || keyFile === undefined) return {};
  return { cert: await readPem('--cert', certFile), key: await readPem('--key', keyFile) };
}

async function readPem(option: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${option}: '${file}' cannot be read (${why}).`, { cause: error });
  }
}

function welcome({ context }: Emulator, origin: string, timing: TimingName): string {
  const { world } = context;
  const width = Math.max(...world.personas.map(({ name }) => name.length));
  const people = world.personas.map(({ name, about }) => `  ${name.padEnd(width)}  ${about.en}`);
  return [
    `Azure emulator: ${origin}`,
    `World '${world.name}', timing '${timing}'. Control page: ${origin}/_emulator/`,
    '',
    'People who can sign in:',
    ...people,
    '',
    `Service principal '${world.automation.name}' for command-line clients: its id and secret stand in ${origin}/_emulator/state`,
  ].join('\n');
}
