import { long } from '../long.ts';

const count = Number(process.env['WORLD_RUNS'] ?? 100);
const seed = process.env['WORLD_SEED'] === undefined ? {} : { seed: Number(process.env['WORLD_SEED']) };

/** How many random worlds everything is asked of at once, and the seed they grow from where one is asked for. */
export const worldRuns = { numRuns: count, ...seed };

/** The same where one promise is asked for at a time: as many in `npm test`, a few in `npm run check`. */
export const promiseRuns = { ...worldRuns, numRuns: long.skip ? Math.ceil(count / 5) : count };
