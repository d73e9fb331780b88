import type { Surroundings } from '../port.ts';
import type { WriteKind } from '../run.ts';
import { advertised, ahead, afterwards, giveUpAfter } from './patience.ts';

/** An answer usually comes within this time, in ms. */
const usualAnswer = 1000;

/** One write that Azure has taken, and when to look whether it is done. Times in ms since it was answered. */
export interface Watch {
  /** Resolves when it is time for the next look; `false`: the bound is reached, and there is none. */
  next(): Promise<boolean>;
  /** The last look showed that it is done. */
  done(): void;
}

/**
 * How long Azure takes today, learned from the first write of each kind: it is looked at several times, the others mostly
 * once. The headers that say how long to wait may be hidden from a browser, and Azure often needs less than it says:
 * https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations
 */
export class Experience {
  readonly #lessons = new Map<WriteKind, Lesson>();
  readonly #surroundings: Pick<Surroundings, 'now' | 'wait'>;

  constructor(surroundings: Pick<Surroundings, 'now' | 'wait'>) {
    this.#surroundings = surroundings;
  }

  /** Begins to watch a write that was answered just now. */
  watch(kind: WriteKind): Watch {
    const { now, wait } = this.#surroundings;
    const known = this.#lessons.get(kind);
    const lesson = known ?? new Lesson();
    const goesAhead = known === undefined;
    if (goesAhead) this.#lessons.set(kind, lesson);
    const begun = now();
    const passed = () => now() - begun;
    let looks = 0;
    let lookedAt = 0;

    /** Whoever follows waits as long as the first needed; at most as long as Azure says. */
    const first = async (): Promise<void> => {
      const takes = await Promise.race([lesson.learned, wait(advertised)]);
      if (takes !== undefined) await wait(takes - passed());
    };
    return {
      async next() {
        if (passed() >= giveUpAfter) return false;
        const planned = goesAhead ? ahead[looks] : undefined;
        const later = afterwards[looks - (goesAhead ? ahead.length : 1)] ?? afterwards.at(-1) ?? advertised;
        if (planned !== undefined) await wait(planned - passed());
        else if (looks === 0) await first();
        else await wait(later);
        looks += 1;
        lookedAt = passed();
        return true;
      },
      // A look that took long has waited for its turn, and Azure has seen it late.
      done: () => lesson.teach(passed() - lookedAt > usualAnswer ? passed() : lookedAt),
    };
  }
}

class Lesson {
  /** In ms. Pending until the first one is done. */
  readonly learned: Promise<number>;
  teach!: (ms: number) => void;

  constructor() {
    this.learned = new Promise((resolve) => (this.teach = resolve));
  }
}
