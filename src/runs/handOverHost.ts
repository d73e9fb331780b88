import { handedRun, isSettled, type Told } from '../domain/asCode/handedRun.ts';
import type { HandedOver, HandOver, HandOverPlace } from '../domain/asCode/handOver.ts';
import type { CodeWays } from '../domain/asCode/model.ts';
import { readBack } from '../domain/asCode/readBack.ts';
import type { ChangeSet } from '../domain/changeSet.ts';
import type { Confirmation } from '../domain/confirmation.ts';
import { fingerprintOf } from '../domain/fingerprint.ts';
import type { DelegationPort, Surroundings } from '../domain/port.ts';
import { problemOf, ProblemError, type Problem } from '../domain/problem.ts';
import type { EndedDeployment } from '../domain/receipt.ts';
import type { RunState } from '../domain/run.ts';
import type { HandOverStore, KeptHandOver } from '../storage/handOvers.ts';
import { sendHandOver } from './sendHandOver.ts';

/** What was handed to Azure, as far as is known now. */
export interface FollowedHandOver {
  readonly kept: KeptHandOver;
  /** As a run of the app itself would stand. */
  readonly state: RunState;
  readonly deployments: readonly (Omit<EndedDeployment, 'ended'> & {
    readonly ended: EndedDeployment['ended'] | 'working';
  })[];
  /** Why Azure could not be asked the last time; it is asked again. */
  readonly problem?: Problem;
}

/**
 * Hands change sets to Azure's own deployment engine and follows them while the app is open, outside React. What was
 * handed over goes on without the app; it is picked up again when the app is opened the next time.
 */
export interface HandOverHost {
  /**
   * Registers where that was reviewed, and hands over. Resolves to the id of the hand-over once Azure has taken at least
   * a part; rejects with a `ProblemError` where it took nothing.
   */
  start(
    changeSet: ChangeSet,
    confirmation: Confirmation,
    how: HandOverPlace & { readonly ways: CodeWays },
  ): Promise<string>;
  /** Oldest first; the same list until something changes. */
  current(): readonly FollowedHandOver[];
  /** Picks up what this device kept. */
  pickUp(): Promise<void>;
  /**
   * Has Azure begin nothing more of it; what it is writing may still arrive, and is read back. Rejects with a
   * `ProblemError` where Azure does not take that.
   */
  stop(id: string): Promise<void>;
  /** Azure goes on; nobody here follows it any more. */
  forget(id: string): Promise<void>;
  subscribe(listener: () => void): () => void;
}

export interface HandOverTools {
  readonly port: DelegationPort;
  readonly handOver: (deployment: HandOver, signal: AbortSignal) => Promise<void>;
  readonly handedOver: (id: string, signal: AbortSignal) => Promise<HandedOver | undefined>;
  readonly cancel: (id: string) => Promise<void>;
  readonly surroundings: Surroundings;
  readonly store: HandOverStore;
  /** After everything was read back, before that is kept. */
  readonly onEnded: (ended: KeptHandOver, state: RunState, deployments: readonly EndedDeployment[]) => Promise<void>;
}

/** Waits between two looks, in ms; the last one again and again. Azure advertises 15 s for its operations. */
const looks: readonly number[] = [3_000, 5_000, 10_000, 15_000, 15_000, 15_000, 30_000];
/** After a problem. */
const afterProblem = 30_000;

const never = new AbortController().signal;

export function createHandOverHost(tools: HandOverTools): HandOverHost {
  const { surroundings, store, port } = tools;
  let current: readonly FollowedHandOver[] = [];
  /** What Azure said last, by hand-over. */
  const lastTold = new Map<string, readonly Told[]>();
  const listeners = new Set<() => void>();
  const isHere = (id: string) => current.some(({ kept }) => kept.id === id);
  const set = (next: FollowedHandOver) => {
    const { id } = next.kept;
    current = isHere(id) ? current.map((one) => (one.kept.id === id ? next : one)) : [...current, next];
    for (const listener of listeners) listener();
  };

  const follow = async (kept: KeptHandOver): Promise<void> => {
    const { id, deployments } = kept;
    let told: readonly Told[] = deployments.map(() => undefined);
    // A write whose answer was lost may still be on its way: that there is none has to be said twice.
    let missing: readonly number[] = deployments.map(() => 0);
    for (let looked = 0; isHere(id); looked += 1) {
      let problem: Problem | undefined;
      try {
        const answers = await Promise.all(
          deployments.map(async (one, at) =>
            isSettled(one, told[at]) ? undefined : ((await tools.handedOver(one.id, never)) ?? 'none'),
          ),
        );
        missing = answers.map((answer, at) => (answer === 'none' ? (missing[at] ?? 0) + 1 : 0));
        told = answers.map((answer, at): Told => {
          if (answer === 'none') return (missing[at] ?? 0) > 1 ? 'gone' : told[at];
          return answer ?? told[at];
        });
      } catch (error) {
        problem = problemOf(error);
      }
      if (!isHere(id)) return;
      const state = handedRun(kept, told);
      lastTold.set(id, told);
      set({ kept, state, deployments: deploymentsOf(kept, told), ...(problem && { problem }) });
      if (!problem && deployments.every((one, at) => isSettled(one, told[at]))) return end(kept, state, told);
      await surroundings.wait(problem ? afterProblem : (looks[looked] ?? looks.at(-1) ?? afterProblem));
    }
  };

  const end = async (kept: KeptHandOver, state: RunState, told: readonly Told[]): Promise<void> => {
    const ends = await readBack(kept.changeSet, kept.ways, state, { port, surroundings });
    const at = surroundings.now();
    const deployments = kept.deployments.map((one, index) => endedAs(one, told[index]));
    const ended = { ...kept, ended: { at, ends, deployments } };
    const over = handedRun(kept, told, ended.ended);
    // Without a receipt it has not ended: the next visit makes it.
    await tools.onEnded(kept, over, deployments);
    if (!isHere(kept.id)) return;
    await store.keep(ended);
    set({ kept: ended, state: over, deployments });
  };

  const add = (kept: KeptHandOver) => {
    const { ended } = kept;
    const begun = { kept, state: handedRun(kept, [], ended), deployments: deploymentsOf(kept, []) };
    set(begun);
    // What goes wrong at its very end, such as a full disk, leaves it as it is: it is picked up the next time.
    if (!ended) void follow(kept).catch((error: unknown) => set({ ...begun, problem: problemOf(error) }));
  };

  return {
    async start(changeSet, confirmation, { ways, ...place }) {
      const { fingerprint } = confirmation;
      if ((await fingerprintOf(changeSet, surroundings)) !== fingerprint) {
        throw new Error('This change set is not the one that was reviewed.');
      }
      // The writers are loaded when somebody asks for them.
      const { handOversOf, codeModel } = await import('../domain/asCode/writers.ts');
      const model = codeModel(changeSet, fingerprint, ways);
      const parts = model && handOversOf(model, place);
      if (!parts) throw new ProblemError({ code: 'badAnswer' });
      const id = surroundings.newId();
      const begun: KeptHandOver = {
        id,
        changeSet,
        fingerprint,
        ways,
        startedAt: surroundings.now(),
        deployments: parts.map((part) => ({ id: part.id, writes: part.writes })),
        registered: [],
        confirmation,
      };
      await store.keep(begun);
      const kept = await sendHandOver(begun, parts, tools).catch(async (error: unknown) => {
        await store.forget(id);
        throw error;
      });
      // Azure has it: without room for what it refused, what was kept before has to do.
      await store.keep(kept).catch(() => undefined);
      add(kept);
      return id;
    },
    current: () => current,
    async pickUp() {
      for (const kept of await store.list()) {
        if ((await isSound(kept, surroundings)) && !isHere(kept.id)) add(kept);
      }
    },
    async stop(id) {
      const kept = current.find((one) => one.kept.id === id)?.kept;
      const open = kept?.deployments.filter((one, at) => !isSettled(one, lastTold.get(id)?.[at])) ?? [];
      // First what would begin more, then the deployments that are under way inside.
      await Promise.all(open.map((one) => tools.cancel(one.id)));
      const said = (lastTold.get(id) ?? []).flatMap((told) => (typeof told === 'object' ? told.items : []));
      const within = said.filter((item) => item.state === 'working' && /\/deployments\/[^/]+$/i.test(item.id));
      await Promise.all(within.map((nested) => tools.cancel(nested.id)));
    },
    async forget(id) {
      current = current.filter(({ kept }) => kept.id !== id);
      for (const listener of listeners) listener();
      await store.forget(id);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Nothing that is kept is believed: it has to be what was confirmed, by its fingerprint. */
async function isSound({ changeSet, fingerprint }: KeptHandOver, surroundings: Surroundings): Promise<boolean> {
  try {
    return (await fingerprintOf(changeSet, surroundings)) === fingerprint;
  } catch {
    return false;
  }
}

function deploymentsOf({ deployments, ended }: KeptHandOver, told: readonly Told[]): FollowedHandOver['deployments'] {
  if (ended) return ended.deployments;
  return deployments.map((one, at) => {
    const { correlationId } = typeof told[at] === 'object' ? told[at] : {};
    if (isSettled(one, told[at])) return endedAs(one, told[at]);
    return { id: one.id, ended: 'working', ...(correlationId !== undefined && { correlationId }) };
  });
}

function endedAs({ id, refused }: KeptHandOver['deployments'][number], told: Told): EndedDeployment {
  if (refused) return { id, ended: 'refused' };
  if (typeof told !== 'object' || told.state === 'working') return { id, ended: 'gone' };
  const { state, correlationId } = told;
  return { id, ended: state, ...(correlationId !== undefined && { correlationId }) };
}
