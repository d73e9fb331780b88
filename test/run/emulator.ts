import { runCli } from '../emulator/cli.ts';
import { untilInterrupted } from './person.ts';

/** `npm run emulator -- …`: the emulated Azure alone, for any client, until Ctrl+C. */
export async function main(args: readonly string[]): Promise<number> {
  const served = await runCli(args);
  if (!served) return Number(process.exitCode ?? 0);
  await untilInterrupted();
  await served.close();
  return 0;
}
