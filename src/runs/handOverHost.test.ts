import { describe, expect, it } from 'vitest';
import { createSimulation } from '../../test/azure/simulation.ts';
import { content, copyIn, customer, offer, owner, subscription } from '../../test/domain/offers.ts';
import type { HandedOver } from '../domain/asCode/handOver.ts';
import { fingerprintOf } from '../domain/fingerprint.ts';
import { idKey } from '../domain/ids.ts';
import { makeChangeSet } from '../domain/makeChangeSet.ts';
import type { DelegationPort } from '../domain/port.ts';
import { ProblemError, type Problem } from '../domain/problem.ts';
import type { EndedDeployment } from '../domain/receipt.ts';
import { countsOf, type RunState } from '../domain/run.ts';
import type { KeptHandOver } from '../storage/handOvers.ts';
import { createHandOverHost, type HandOverHost } from './handOverHost.ts';
import { long } from '../../test/long.ts';
import { soon } from '../../test/soon.ts';

const stored = copyIn(1);
const many = Array.from({ length: 900 }, (_, at) => subscription(at + 2));

/** A change set too large for two deployments, and an Azure that takes them, or not, and carries out what it took at once. */
async function scene({ refuses, loses }: { refuses?: (nth: number) => Problem | undefined; loses?: boolean } = {}) {
  const { surroundings } = createSimulation();
  const changeSet = makeChangeSet<never>({
    tenantId: customer,
    actor: owner,
    offer: offer([stored]),
    chosen: many.map((scope) => ({ scope, registration: 'registered', blockers: [] })),
    now: surroundings.now(),
  });
  const fingerprint = await fingerprintOf(changeSet, surroundings);
  const confirmation = { fingerprint, text: 'Yes.', language: 'en', explained: [] };
  const taken = new Map<string, readonly string[]>();
  const written = new Set<string>();
  const kept = new Map<string, KeptHandOver>();
  let asked = 0;
  let ended: { readonly state: RunState; readonly deployments: readonly EndedDeployment[] } | undefined;
  const open = (): HandOverHost =>
    createHandOverHost({
      port: {
        async readDelegation(id) {
          if (!written.has(idKey(id))) return undefined;
          const scope = many.find((one) => idKey(id).startsWith(`${idKey(one.id)}/`));
          return scope && { id, scope: scope.id, copyId: stored.id, copy: stored, provisioning: 'succeeded' };
        },
      } as Partial<DelegationPort> as DelegationPort,
      async handOver({ id, writes }) {
        asked += 1;
        const problem = refuses?.(asked);
        if (problem) throw new ProblemError(problem);
        if (loses) return new Promise<never>(() => undefined);
        taken.set(
          id,
          writes.map((write) => write.within),
        );
        for (const write of writes) written.add(idKey(write.id));
      },
      async handedOver(id): Promise<HandedOver | undefined> {
        const nested = taken.get(id);
        return nested && { state: 'done', items: nested.map((one) => ({ id: one, state: 'done' })) };
      },
      cancel: () => Promise.resolve(),
      surroundings,
      store: {
        keep: async (one) => void kept.set(one.id, one),
        list: async () => [...kept.values()],
        forget: async (id) => void kept.delete(id),
      },
      onEnded: async (_, state, deployments) => void (ended = { state, deployments }),
    });
  const untilEnded = (host: HandOverHost) =>
    new Promise<void>((resolve) => {
      const look = () => host.current().every((one) => one.kept.ended) && resolve();
      host.subscribe(look);
      look();
    });
  const start = (host: HandOverHost) =>
    host.start(changeSet, confirmation, { ways: 'reviewed', location: 'koreacentral' });
  return { open, start, untilEnded, kept, asked: () => asked, ended: () => ended };
}

const down: Problem = { code: 'azureDown' };

describe('handing a large change set to Azure', () => {
  it('makes several deployments, and calls done what was read back', long, async () => {
    const { open, start, untilEnded, ended, kept } = await scene();
    const host = open();
    const id = await start(host);
    await untilEnded(host);
    expect(countsOf(ended()?.state ?? { items: [] }).done).toBe(900);
    expect(ended()?.deployments.map((one) => one.ended)).toEqual(['done', 'done', 'done']);
    expect(kept.get(id)?.ended?.ends).toHaveLength(900);
  });

  it('where Azure takes only some, the others say why', async () => {
    const { open, start, untilEnded, ended } = await scene({ refuses: (nth) => (nth === 2 ? down : undefined) });
    const host = open();
    await start(host);
    await untilEnded(host);
    expect(countsOf(ended()?.state ?? { items: [] })).toMatchObject({ done: 500, failed: 400 });
    expect(ended()?.deployments.map((one) => one.ended)).toEqual(['done', 'refused', 'done']);
    const failed = ended()?.state.items.flatMap(({ status }) => (status.state === 'failed' ? [status.problem] : []));
    expect(new Set(failed)).toEqual(new Set([down]));
  });

  it('where it takes none, nothing is kept', async () => {
    const { open, start, kept } = await scene({ refuses: () => down });
    const host = open();
    await expect(start(host)).rejects.toMatchObject({ problem: down });
    expect([kept.size, host.current()]).toEqual([0, []]);
  });

  it('a demand for a person answers the first, and nothing else is sent', async () => {
    const { open, start, asked } = await scene({ refuses: () => ({ code: 'mfaNeeded' }) });
    await expect(start(open())).rejects.toMatchObject({ problem: { code: 'mfaNeeded' } });
    expect(asked()).toBe(1);
  });

  it('where the page was gone before Azure had it, the next visit says that nothing was begun', async () => {
    const { open, start, untilEnded, ended, kept } = await scene({ loses: true });
    void start(open());
    await soon(() => expect(kept.size).toBe(1));
    const next = open();
    await next.pickUp();
    await untilEnded(next);
    expect(countsOf(ended()?.state ?? { items: [] }).stopped).toBe(900);
    expect(new Set(ended()?.deployments.map((one) => one.ended))).toEqual(new Set(['gone']));
  });

  it('does not believe a record that is not what was confirmed', async () => {
    const { open, start, untilEnded, kept } = await scene();
    const host = open();
    const id = await start(host);
    await untilEnded(host);
    const record = kept.get(id);
    if (!record) throw new Error('Not kept.');
    kept.set(id, {
      ...record,
      changeSet: { ...record.changeSet, offer: { ...record.changeSet.offer, content: content('2.0.0') } },
    });
    const next = open();
    await next.pickUp();
    expect(next.current()).toEqual([]);
  });
});
