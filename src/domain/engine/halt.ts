import type { Problem } from '../problem.ts';

/** Thrown inside the engine where an item may send nothing more: the run was stopped. Never leaves the engine. */
export class Halt extends Error {
  override readonly name = 'Halt';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** The wish to stop, for everything that waits. */
export class StopWish {
  #requested = false;
  #tell: () => void = () => undefined;
  #told = new Promise<void>((resolve) => (this.#tell = resolve));

  get requested(): boolean {
    return this.#requested;
  }

  /** Resolves when a stop is asked for. */
  whenRequested(): Promise<void> {
    return this.#told;
  }

  request(): void {
    this.#requested = true;
    this.#tell();
  }

  /** The person wants to go on after all. */
  withdraw(): void {
    this.#requested = false;
    this.#told = new Promise<void>((resolve) => (this.#tell = resolve));
  }
}
