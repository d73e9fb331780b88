import { runMain } from './load.mjs';

await runMain('test/run/coverage.ts');
