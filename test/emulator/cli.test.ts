import { afterEach, describe, expect, it } from 'vitest';
import { runCli } from './cli.ts';

afterEach(() => {
  process.exitCode = 0;
});

async function run(...argv: string[]): Promise<{ said: string; running: boolean; exitCode: typeof process.exitCode }> {
  const lines: string[] = [];
  const served = await runCli(argv, (line) => lines.push(line));
  await served?.close();
  return { said: lines.join('\n'), running: served !== undefined, exitCode: process.exitCode };
}

describe('the command line', () => {
  it('starts, and prints the address and everybody who can sign in', async () => {
    const { said, running } = await run('--port', '0', '--world', 'busy', '--timing', 'azure');
    expect(running).toBe(true);
    expect(said).toMatch(/Azure emulator: http:\/\/localhost:\d+\n/);
    expect(said).toContain("World 'busy', timing 'azure'");
    expect(said).toMatch(/guestOwner +Guest from Tailspin Toys/);
    expect(said).not.toContain('not-a-secret');
  });

  it('explains itself', async () => {
    const { said, running, exitCode } = await run('--help');
    expect([running, exitCode]).toEqual([false, 0]);
    for (const option of ['--port', '--world', '--timing', '--cert', '--key']) expect(said).toContain(option);
  });

  it.each([
    [['--port', 'many'], "--port must be a number from 0 to 65535, not 'many'."],
    [['--world', 'tiny'], 'Known worlds: small, busy, large'],
    [['--timing', 'slow'], 'Known timings: azure, demo, instant'],
    [['--cert', 'a.pem'], '--cert and --key belong together.'],
    [['--port', '0', '--cert', '/no/such.pem', '--key', '/no/such.pem'], "--cert: '/no/such.pem' cannot be read"],
    [['--prot', '1'], "'--prot'"],
    [['small'], "'small'"],
  ])('%j is refused: %s', async (argv, said) => {
    const answer = await run(...argv);
    expect([answer.running, answer.exitCode]).toEqual([false, 1]);
    expect(answer.said).toContain(said);
  });
});
