/** What a step found. Tests are counted one by one; a step without tests counts as one failure, if it fails. */
export interface StepResult {
  readonly ok: boolean;
  /** Shown when it failed. */
  readonly output: string;
  /** A word on what was found, shown behind the step's name. */
  readonly note?: string;
  readonly tests?: { readonly passed: number; readonly failed: number };
  /** What failed, in short: said once more at the end, below everything else that was written. */
  readonly failures?: readonly string[];
  /** What failed and passed when it was tried again, in short: said at the end as well. */
  readonly unsteady?: readonly string[];
}

export interface Step {
  readonly name: string;
  run(): Promise<StepResult>;
}

interface Totals {
  readonly passed: number;
  readonly failed: number;
}

/**
 * Runs every step of every stage, whatever fails: stages one after the other, the steps of one stage `atOnce` at a time.
 * Says how each went, shows what the failed ones wrote, names once more what failed, or passed at the second try only, and
 * ends with the line `N passed, N failed`. Answers the exit code; a run that executed no test at all has failed.
 */
export async function runSteps(
  stages: readonly (readonly Step[])[],
  atOnce = 2,
  say: (line: string) => void = console.log,
): Promise<number> {
  const results: StepResult[] = [];
  for (const steps of stages) {
    const waiting = [...steps];
    const lane = async () => {
      for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await runStep(step, say));
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
  }
  const tell = (title: string, those: readonly string[]) => {
    if (those.length > 0) say(`\n${title}\n${indented(those.join('\n\n'))}`);
  };
  tell(
    'Failed at first, passed when told again; what counts on a moment must be mended (CONTRIBUTING.md):',
    results.flatMap(({ unsteady = [] }) => unsteady),
  );
  tell(
    'Failed:',
    results.flatMap(({ failures = [] }) => failures),
  );
  const { passed, failed } = totalsOf(results);
  say(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

/** How often a long step says that it is still at work. */
const reminderMs = 30_000;

async function runStep(step: Step, say: (line: string) => void): Promise<StepResult> {
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`.padStart(8);
  const reminder = setInterval(() => say(`  ...  ${seconds()}  ${step.name}`), reminderMs);
  try {
    const result = await step.run().catch(failureOf);
    const note = result.tests ? `${result.tests.passed} passed, ${result.tests.failed} failed` : result.note;
    say(`${result.ok ? '  ok ' : 'FAIL '}  ${seconds()}  ${step.name}${note === undefined ? '' : ` (${note})`}`);
    if (!result.ok) say(indented(result.output));
    return result;
  } finally {
    clearInterval(reminder);
  }
}

function failureOf(error: unknown): StepResult {
  return { ok: false, output: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

function indented(output: string): string {
  return output.trimEnd().replace(/^(?=.)/gm, '    ');
}

function totalsOf(results: readonly StepResult[]): Totals {
  return results.reduce<Totals>(
    (sum, { ok, tests }) => ({
      passed: sum.passed + (tests?.passed ?? 0),
      // A step can fail with no failed test of its own: an error outside of tests counts as one.
      failed: sum.failed + (ok ? 0 : Math.max(1, tests?.failed ?? 0)),
    }),
    { passed: 0, failed: 0 },
  );
}
