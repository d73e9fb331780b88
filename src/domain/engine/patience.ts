import type { Problem, ProblemCode } from '../problem.ts';
import { ProblemError } from '../problem.ts';

/*
 * How long the run waits, and how often. Every list is a bound: after the last entry it gives up on that item.
 */

const second = 1000;
const minute = 60 * second;

/** Repeats an interval until a list of waits covers a time. */
function upTo(total: number, first: readonly number[], then: number): readonly number[] {
  const rest = Math.max(0, total - first.reduce((sum, wait) => sum + wait, 0));
  return [...first, ...Array.from({ length: Math.ceil(rest / then) }, () => then)];
}

/*
 * When to read something that Azure is applying, after the write was answered. It advertises 15 s and often needs less,
 * but may take minutes: https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations
 */
export const advertised = 15 * second;
/** The first looks at the first write of a kind. */
export const ahead: readonly number[] = [2 * second, 5 * second, 10 * second, advertised];
/** Waits between the looks after that. */
export const afterwards: readonly number[] = [1, 2, 3, 5, 8, 12, 15].map((s) => s * second);
export const giveUpAfter = 10 * minute;

/** Waits before reading whether a write without an answer has arrived. */
export const verifying: readonly number[] = [1 * second, 2 * second, 5 * second];

/** Waits between two reads of a registration that is under way, before the write is tried all the same. */
export const registering = upTo(2 * minute, [2 * second, 3 * second, 5 * second], 10 * second);

/** How long what was read counts as just read: whoever had to wait longer looks again before writing. */
export const freshFor = 10 * second;

/** Wait before one request tries whether the network is back. Costs no attempt, so it needs no bound. */
export const offlineProbe = 10 * second;

/** Waits before an item tries again after a problem that passes, by problem. */
const retrying: Partial<Readonly<Record<ProblemCode, readonly number[]>>> = {
  throttled: [5, 10, 20, 40, 60].map((s) => s * second),
  azureDown: [1, 2, 4, 8, 16, 32].map((s) => s * second),
  noAnswer: [1, 2, 4, 8].map((s) => s * second),
  badAnswer: [1, 2, 4, 8].map((s) => s * second),
  unexpected: [2, 8, 30].map((s) => s * second),
  // Registered, but not yet known in every region that answers:
  // https://learn.microsoft.com/azure/azure-resource-manager/management/resource-providers-and-types
  registrationSlow: upTo(
    10 * minute,
    [1, 2, 4, 8, 15, 30].map((s) => s * second),
    60 * second,
  ),
  copyNotReady: upTo(
    5 * minute,
    [2, 3, 5, 8, 12].map((s) => s * second),
    15 * second,
  ),
  // Someone is taking the same delegation away: it lingers for a while.
  notSettled: upTo(
    5 * minute,
    [2, 3, 5, 8, 12].map((s) => s * second),
    15 * second,
  ),
  // Azure goes on counting a delegation for a while after it is gone.
  copyInUse: upTo(
    2 * minute,
    [2, 3, 5, 8, 12].map((s) => s * second),
    15 * second,
  ),
  alreadyDelegated: [2, 5, 10, 20, 30].map((s) => s * second),
};

/** Longest wait that Azure may ask for before a person is asked instead. */
const longestAsked = 10 * minute;

/** Counts the tries of one item, by problem, and says how long to wait before the next one. */
export class Patience {
  readonly #spent = new Map<ProblemCode, number>();
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** Whether `next` would give a wait for this problem. */
  hasMore(problem: Problem): boolean {
    return this.#plan(problem) !== undefined;
  }

  /**
   * The wait before trying again, in milliseconds: up to half longer than planned, so that many do not come back
   * together, and never shorter than Azure asked for. Throws the problem once the bound is reached.
   */
  next(problem: Problem): number {
    const wait = this.#plan(problem);
    if (wait === undefined) throw new ProblemError(problem);
    this.#spent.set(problem.code, this.#spentOn(problem) + 1);
    return wait * (1 + this.#random() / 2);
  }

  #spentOn({ code }: Problem): number {
    return this.#spent.get(code) ?? 0;
  }

  /** What is planned next, or longer where Azure asks for it. */
  #plan(problem: Problem): number | undefined {
    const wait = retrying[problem.code]?.[this.#spentOn(problem)];
    const asked = (problem.code === 'throttled' ? problem.retryAfterMs : undefined) ?? 0;
    return wait === undefined || asked > longestAsked ? undefined : Math.max(asked, wait);
  }
}
