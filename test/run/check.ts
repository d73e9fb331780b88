import { fastTests, format, sourceChecks } from './checks.ts';
import { runSteps } from './steps.ts';

/** `npm run check`: the fast part, for every few minutes of work. */
export function main(): Promise<number> {
  return runSteps([[fastTests(100, 'short'), ...sourceChecks, format('changed')]]);
}
