import type { Stop } from '../port.ts';

/** Thrown inside the engine where an item may send nothing more, because the run was stopped. Never leaves it. */
export class Halt extends Error {
  override readonly name = 'Halt';
}

/** The wish to stop, for everything that waits. */
export class StopWish implements Stop {
  #requested = false;
  #tell!: () => void;
  #told = this.#untold();

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

  /** The person goes on after all. */
  withdraw(): void {
    this.#requested = false;
    this.#told = this.#untold();
  }

  #untold(): Promise<void> {
    return new Promise((resolve) => {
      this.#tell = resolve;
    });
  }
}
