import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createEmulator, type Emulator } from '../emulator/emulator.ts';
import type { TimingName } from '../emulator/host/timing.ts';
import { serve, type ServedEmulator } from '../emulator/serve.ts';
import { siteFolder } from './build.ts';
import { freePort } from './ports.ts';
import { root } from './process.ts';
import { serveSite } from './site.ts';

export interface DemoOptions {
  /** First port to try for the app; 0 takes any. */
  readonly port: number;
  /** `small` without it. */
  readonly world?: string;
  /** `demo` without it. */
  readonly timing?: TimingName;
  /** Told of everything a person would want to know on the way. */
  readonly say?: (sentence: string) => void;
}

export interface Demo {
  /** Address of the app, with a slash at its end. */
  readonly url: string;
  /** The emulated Azure, to look into and to play with. */
  readonly emulator: Emulator;
  /** Where the emulator is served, without a slash at its end. */
  readonly emulatorOrigin: string;
  close(): Promise<void>;
}

/** Serves the built app with its production headers and, on an origin of its own, the emulated Azure. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { port, emulator, served } = await startBeside(options);
  const local = { entra: served.origin, arm: served.origin };
  const built = { folder: siteFolder, site: { local }, config: await localConfig(served.origin) };
  const app = await serveSite(built, port);
  return {
    url: `${app.origin}/`,
    emulator,
    emulatorOrigin: served.origin,
    async close() {
      await Promise.all([app.close(), served.close()]);
    },
  };
}

interface Beside {
  /** Free a moment ago, for the app. */
  readonly port: number;
  readonly emulator: Emulator;
  readonly served: ServedEmulator;
}

/** A port for the app, said aloud when it is not the one that was asked for, and an emulator served on another one. */
export async function startBeside(options: DemoOptions): Promise<Beside> {
  const port = await freePort(options.port);
  if (options.port !== 0 && port !== options.port) {
    options.say?.(`Port ${options.port} is in use by another program. Taking ${port} instead.`);
  }
  const emulator = createEmulator({ world: options.world ?? 'small', timing: options.timing ?? 'demo' });
  const served = await serve(emulator, { port: options.port === 0 ? 0 : await freePort(port + 1) });
  return { port, emulator, served };
}

/** The demo's config.json with the addresses of this emulator in it. */
export async function localConfig(emulatorOrigin: string): Promise<unknown> {
  const config: object = JSON.parse(await readFile(join(root, 'public', 'config.json'), 'utf8'));
  return { ...config, local: { entra: emulatorOrigin, arm: emulatorOrigin } };
}
