import { randomInt } from 'node:crypto';
import { runTool } from './process.ts';

/** What a person asked for. */
interface Soak {
  /** How many worlds at least. */
  readonly worlds: number;
  /** Begins no further batch after so long. */
  readonly minutes: number;
  readonly seed: number;
}

/** Worlds of one batch: between two the time is looked at. */
const batch = 2000;
const files = ['storms', 'executor', 'lives'].map((name) => `src/domain/${name}.properties.test.ts`);

/**
 * `npm run soak -- [--worlds 10000] [--minutes 60] [--seed n]`: carries out change sets in random worlds while everything
 * goes wrong, for longer than `npm test` does. Each batch has a seed of its own, which repeats it: the printed one.
 */
export async function main(args: readonly string[]): Promise<number> {
  const { worlds, minutes, seed } = readArguments(args);
  const began = Date.now();
  let done = 0;
  for (let at = seed; done < worlds && Date.now() - began < minutes * 60_000; at += 1) {
    const runs = Math.min(batch, worlds - done);
    const env = { WORLD_RUNS: String(runs), WORLD_SEED: String(at), PROPERTY_RUNS: String(Math.ceil(runs / 10)) };
    const { code, output } = await runTool('vitest', ['run', '--project', 'unit', '--reporter=dot', ...files], env);
    if (code !== 0) {
      console.log(output);
      console.log(`FAILED with seed ${at}. Again: npm run soak -- --worlds ${runs} --seed ${at}`);
      return 1;
    }
    done += runs;
    const seconds = ((Date.now() - began) / 1000).toFixed(0);
    console.log(`  ok  ${String(done).padStart(7)} worlds  ${seconds.padStart(5)} s  seed ${at}`);
  }
  console.log(`\n${done} worlds passed, first seed ${seed}`);
  return done >= worlds ? 0 : 1;
}

/** Throws an error that says what is understood. */
function readArguments(args: readonly string[]): Soak {
  const soak = { worlds: 10_000, minutes: 60, seed: randomInt(2 ** 31 - 1_000_000) };
  for (let at = 0; at < args.length; at += 2) {
    const name = args[at]?.replace(/^--/, '');
    const value = Number(args[at + 1]);
    if ((name !== 'worlds' && name !== 'minutes' && name !== 'seed') || !Number.isFinite(value)) {
      throw new Error('npm run soak -- [--worlds 10000] [--minutes 60] [--seed n]');
    }
    soak[name] = value;
  }
  return soak;
}
