import { describe, expect, it } from 'vitest';
import { runSteps, type Step, type StepResult } from './steps.ts';

function step(name: string, result: StepResult | Error): Step {
  return { name, run: () => (result instanceof Error ? Promise.reject(result) : Promise.resolve(result)) };
}

async function outcome(stages: readonly (readonly Step[])[]) {
  const lines: string[] = [];
  const code = await runSteps(stages, 2, (line) => lines.push(line));
  return { code, lines, last: lines.join('\n').split('\n').at(-1) };
}

const tests = (passed: number, failed: number): StepResult => ({
  ok: failed === 0,
  output: 'what the runner wrote',
  tests: { passed, failed },
});

describe('runSteps', () => {
  it('adds up the tests of all steps and ends with one plain line', async () => {
    const { code, last } = await outcome([
      [step('a', tests(3, 0)), step('b', { ok: true, output: '' })],
      [step('c', tests(4, 0))],
    ]);
    expect(last).toBe('7 passed, 0 failed');
    expect(code).toBe(0);
  });

  it('goes on after a failure and counts a failed step without tests as one', async () => {
    const { code, last, lines } = await outcome([
      [step('lint', { ok: false, output: 'line one\nline two' })],
      [step('unit', tests(2, 1)), step('flows', tests(1, 0))],
    ]);
    expect(last).toBe('3 passed, 2 failed');
    expect(code).toBe(1);
    expect(lines).toContain('    line one\n    line two');
  });

  it('counts an error outside of tests, and a step that throws', async () => {
    const { last } = await outcome([[step('unit', { ...tests(5, 0), ok: false }), step('build', new Error('broken'))]]);
    expect(last).toBe('5 passed, 2 failed');
  });

  it('names at the end what failed', async () => {
    const { lines } = await outcome([[step('unit', { ...tests(2, 1), failures: ['sum.test.ts > adds\nWrong.'] })]]);
    expect(lines.slice(-2)).toEqual(['\nFailed:\n    sum.test.ts > adds\n    Wrong.', '\n2 passed, 1 failed']);
  });

  it('names what passed at the second try only, and still passes', async () => {
    const { lines, code } = await outcome([
      [step('unit', { ...tests(3, 0), unsteady: ['sum.test.ts > adds\nLate.'] })],
    ]);
    expect(lines.at(-2)).toMatch(/^\nFailed at first, .*:\n {4}sum\.test\.ts > adds\n {4}Late\.$/);
    expect(lines.at(-1)).toBe('\n3 passed, 0 failed');
    expect(code).toBe(0);
  });

  it('does not call a run without tests a success', async () => {
    const { code, last } = await outcome([[step('lint', { ok: true, output: '' })]]);
    expect(last).toBe('0 passed, 0 failed');
    expect(code).toBe(1);
  });
});
