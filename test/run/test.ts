import { appTypes, browser, browserTests, build, fastTests, format, sourceChecks } from './checks.ts';
import { runSteps } from './steps.ts';

/** `npm test`: everything. */
export function main(): Promise<number> {
  return runSteps([[fastTests(300, 'all'), build, browser, appTypes, ...sourceChecks, format('all')], [browserTests]]);
}
