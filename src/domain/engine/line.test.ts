import { describe, expect, it } from 'vitest';
import { AzureSession } from '../../../test/domain/azureSession.ts';
import { copyIn, offer, subscription } from '../../../test/domain/offers.ts';
import { azureWith, changeSetFor } from '../../../test/domain/runs.ts';
import { memoryJournal } from '../journal.ts';
import type { Problem } from '../problem.ts';
import { countsOf } from '../run.ts';
import { StopWish } from './halt.ts';
import { Line } from './line.ts';
import type { RequestKind } from './line.ts';
import { RunLog } from './runLog.ts';

const offline: Problem = { code: 'offline' };
const signIn: Problem = { code: 'signInNeeded' };

/** A line to Azure; what entered it, and what was sent away. */
function opened(storingMs = 0) {
  const { azure, time } = azureWith(offer([copyIn(1)]), []);
  const surroundings = new AzureSession(azure, time).surroundings();
  const journal = { ...memoryJournal(), ...(storingMs > 0 && { append: () => time.wait(storingMs) }) };
  const changeSet = changeSetFor(azure, time, offer([copyIn(1)]), [subscription(2), subscription(3)]);
  const log = new RunLog({ changeSet, fingerprint: '', surroundings, journal, onEvent: undefined, from: undefined });
  const line = new Line(log, new StopWish(), surroundings);
  const told: string[] = [];
  const come = async (...names: readonly string[]) => {
    for (const name of names) {
      const kind: RequestKind = name.startsWith('write') ? 'write' : 'read';
      line.enter(kind).then(
        () => told.push(name),
        () => told.push(`not ${name}`),
      );
    }
    await pass(0);
  };
  const pass = (ms: number) => time.until(time.wait(ms));
  return { line, log, told, come, pass };
}

describe('a pause', () => {
  it.each([
    [offline, signIn, 'stepUp'],
    [signIn, offline, 'stepUp'],
    [offline, offline, 'offline'],
  ] as const)('that begins with %j and meets %j is for that which needs the person most', async (one, other, why) => {
    const { line, log, come, pass } = opened();
    await come('read 1', 'read 2');
    line.leave('read', 0, one);
    expect(log.state.phase).toMatchObject({ name: 'pausing' });
    line.leave('read', 1, other);
    await pass(0);
    expect(log.state.phase).toMatchObject({ name: 'paused', why });
  });

  it('for want of a network becomes one for a sign-in, where the first request after it is asked for that', async () => {
    const { line, log, told, come, pass } = opened();
    await come('read 1');
    line.leave('read', 0, offline);
    await come('read 2', 'read 3');
    await pass(11_000);
    expect(told).toEqual(['read 1', 'read 2']);
    line.leave('read', 1, signIn);
    await pass(3_600_000);
    expect(log.state.phase).toMatchObject({ name: 'paused', why: 'stepUp', problem: signIn });
    // Nothing is sent until the person has come.
    expect(told).toEqual(['read 1', 'read 2']);
  });

  it('for a sign-in is kept, though the wait of an earlier one for the network ends meanwhile', async () => {
    const { line, log, told, come, pass } = opened();
    await come('read 1');
    line.leave('read', 0, offline);
    await pass(2000);
    line.resume();
    await come('read 2');
    line.leave('read', 0, signIn);
    await come('read 3');
    await pass(60_000);
    expect(log.state.phase).toMatchObject({ name: 'paused', why: 'stepUp' });
    expect(told).toEqual(['read 1', 'read 2']);
  });

  it('for want of a network needs nobody', async () => {
    const { line, log, come } = opened();
    await come('read 1');
    line.leave('read', 0, offline);
    expect(countsOf(log.state).needsYou).toBe(0);
  });

  it('for want of a network tries every ten seconds, however often the person asks to go on', async () => {
    const { line, pass } = opened();
    let asked = 0;
    const ask = async (): Promise<void> => {
      await line.enter('read');
      asked += 1;
      line.leave('read', 0, offline);
      void ask();
    };
    void ask();
    for (let n = 0; n < 5; n += 1) {
      await pass(100);
      line.resume();
    }
    await pass(100);
    expect(asked).toBe(6);
    await pass(100_000);
    expect(asked).toBeLessThanOrEqual(6 + 10);
  });

  it.each(['resume', 'stop'] as const)('is over where %s is asked for before everything was stored', async (wish) => {
    const { line, log, come, pass } = opened(500);
    await come('read 1');
    line.leave('read', 0, offline);
    await pass(100);
    line[wish]();
    if (wish === 'stop') log.note({ type: 'stopping' });
    await pass(5000);
    expect(log.state.phase.name).toBe(wish === 'stop' ? 'stopping' : 'running');
  });
});

describe('a stop', () => {
  it('sends away who waits, also before everything under way is answered', async () => {
    const { line, log, told, come, pass } = opened();
    await come('read 1', 'read 2');
    line.leave('read', 0, offline);
    await come('read 3');
    expect(log.state.phase.name).toBe('pausing');
    line.stop();
    await pass(0);
    expect(told).toEqual(['read 1', 'read 2', 'not read 3']);
  });

  it('during a pause leaves the way free for what is tried again', async () => {
    const { line, told, come } = opened();
    await come('write 1');
    line.leave('write', 0, signIn);
    await come('write 2');
    line.stop();
    line.reopen();
    // One at a time again, until one of them has been let in.
    await come('write 3', 'write 4');
    expect(told).toEqual(['write 1', 'not write 2', 'write 3']);
  });

  it('is not taken back by a wish to go on', async () => {
    const { line, log, told, come } = opened();
    line.stop();
    log.note({ type: 'stopping' });
    line.resume();
    await come('write 1');
    expect(log.state.phase.name).toBe('stopping');
    expect(told).toEqual(['not write 1']);
  });
});

it('a write that was never sent does not prove that the way is free', async () => {
  const { line, told, come, pass } = opened();
  await come('write 1', 'write 2', 'write 3');
  line.leaveUnsent('write');
  await pass(0);
  expect(told).toEqual(['write 1', 'write 2']);
});

it('a wish to go on changes nothing where nothing is paused', async () => {
  const { line, log } = opened();
  const before = log.state;
  line.resume();
  expect(log.state).toBe(before);
});
