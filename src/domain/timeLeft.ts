import type { ItemRun, RunState } from './run.ts';

/** How many of the last ends count: enough to even out, few enough to notice when Azure becomes slower. */
const recently = 30;

/** With fewer ends than this nobody knows how fast the rest will go. */
const evidence = 4;

/**
 * Milliseconds that the run will probably still take, from what it has shown so far; `undefined` while that says
 * nothing: before there is evidence, during a pause, and once the last items take longer than the others did. Rather
 * too long than too short, and good for one digit: to be shown rounded.
 */
export function timeLeftOf({ items, phase }: Pick<RunState, 'items' | 'phase'>, now: number): number | undefined {
  if (phase.name !== 'running') return undefined;
  const ended = items
    .filter((item): item is Ended => item.endedAt !== undefined && item.startedAt !== undefined)
    .toSorted((one, other) => one.endedAt - other.endedAt)
    .slice(-recently);
  const first = ended[0];
  const last = ended.at(-1);
  if (!first || !last) return undefined;
  // Most of it is Azure's own time, which an item spends waiting: it takes as long as it took the slower ones.
  const each = slowQuarter(ended.map(({ startedAt, endedAt }) => endedAt - startedAt));
  const begun = items.flatMap((item) =>
    item.endedAt === undefined && item.startedAt !== undefined ? item.startedAt : [],
  );
  const waiting = items.filter((item) => item.endedAt === undefined && item.startedAt === undefined).length;
  if (waiting === 0) return ahead(Math.max(...begun, 0) + each - now);
  const span = last.endedAt - first.endedAt;
  return ended.length < evidence || span === 0 ? undefined : (waiting * span) / (ended.length - 1) + each;
}

type Ended = ItemRun & { readonly startedAt: number; readonly endedAt: number };

function slowQuarter(durations: readonly number[]): number {
  return durations.toSorted((one, other) => one - other)[Math.floor(durations.length * 0.75)] ?? 0;
}

/** A time that is over already tells nothing about when the rest will be. */
function ahead(ms: number): number | undefined {
  return ms > 0 ? ms : undefined;
}
