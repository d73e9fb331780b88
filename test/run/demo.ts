import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { siteFolder } from './build.ts';
import { startEmulator, type RunningEmulator } from './emulator.ts';
import { freePort } from './ports.ts';
import { serveSite } from './site.ts';

export interface DemoOptions {
  /** First port to try for the app; 0 takes any. */
  readonly port: number;
  readonly world?: string;
  readonly timing?: 'azure' | 'demo' | 'instant';
  /** Told of everything a person would want to know on the way. */
  readonly say?: (sentence: string) => void;
}

export interface Demo {
  /** Address of the app, with a slash at its end. */
  readonly url: string;
  readonly emulator: RunningEmulator;
  close(): Promise<void>;
}

/** Serves the built app with its production headers, and beside it, on an origin of its own, the emulated Azure. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { port, emulator } = await startBeside(options);
  const config = await localConfig(emulator.origin);
  const local = { entra: emulator.origin, arm: emulator.origin };
  const app = await serveSite({ folder: siteFolder, site: { local }, config }, port);
  return {
    url: `${app.origin}/`,
    emulator,
    async close() {
      await Promise.all([app.close(), emulator.close()]);
    },
  };
}

/** A port for the app, said aloud when it is not the one that was asked for, and a running emulator on another. */
export async function startBeside(
  options: DemoOptions,
): Promise<{ readonly port: number; readonly emulator: RunningEmulator }> {
  const port = await freePort(options.port);
  if (options.port !== 0 && port !== options.port) {
    options.say?.(`Port ${options.port} is in use by another program. Taking ${port} instead.`);
  }
  const emulator = await startEmulator({
    port: await freePort(options.port === 0 ? 0 : port + 1),
    world: options.world ?? 'small',
    timing: options.timing ?? 'demo',
  });
  return { port, emulator };
}

/** The demo's config.json with the addresses of this emulator in it. */
export async function localConfig(emulatorOrigin: string): Promise<unknown> {
  const file = fileURLToPath(new URL('../../public/config.json', import.meta.url));
  const config: object = JSON.parse(await readFile(file, 'utf8'));
  return { ...config, local: { entra: emulatorOrigin, arm: emulatorOrigin } };
}
