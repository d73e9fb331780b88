import { browser, browserTests, build, fastTests, sourceChecks } from './checks.ts';
import { runSteps } from './steps.ts';

/** `npm test`: everything. */
export function main(): Promise<number> {
  return runSteps([[fastTests(300, 'all'), build, browser, ...sourceChecks], [browserTests]]);
}
