import { ensureBuilt } from './build.ts';
import { startDemo } from './demo.ts';
import { sayWelcome, untilInterrupted } from './person.ts';
import { wantedPort } from './ports.ts';

/** `npm start`: the production app and the emulated Azure beside it, until Ctrl+C. */
export async function main(): Promise<void> {
  const port = wantedPort(5173);
  if (await ensureBuilt()) console.log('Built the app.');
  const demo = await startDemo({ port, say: console.log });
  sayWelcome(demo.url);
  await untilInterrupted();
  await demo.close();
}
