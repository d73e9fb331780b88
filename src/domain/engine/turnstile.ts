/**
 * What callers pass one after another before they do something. `open` lets everyone through, `single` one at a time
 * until one of them has proven that the way is free, `closed` nobody, `shut` sends everyone away for good.
 */
export class Turnstile {
  #state: 'open' | 'single' | 'closed' | 'shut';
  #inside = 0;
  readonly #queue: ((admitted: boolean) => void)[] = [];

  constructor(state: 'open' | 'single') {
    this.#state = state;
  }

  /** How many are through and have not left. */
  get inside(): number {
    return this.#inside;
  }

  /** Resolves when it is the caller's turn, first come first served; with `false` when there will never be one. */
  enter(): Promise<boolean> {
    return new Promise((resolve) => {
      this.#queue.push(resolve);
      this.#admit();
    });
  }

  /** Whoever was let through leaves here. Returns whether that opened the way for everyone. */
  leave(proven: boolean): boolean {
    this.#inside -= 1;
    const opens = proven && this.#state === 'single';
    if (opens) this.#state = 'open';
    this.#admit();
    return opens;
  }

  /** One at a time from now on, until one has proven that the way is free. */
  narrow(): void {
    this.#become('single');
  }

  /** Nobody from now on; those inside may still leave. */
  close(): void {
    this.#become('closed');
  }

  /** Sends away everyone who waits, and everyone who comes. */
  shut(): void {
    this.#become('shut');
  }

  #become(state: 'single' | 'closed' | 'shut'): void {
    this.#state = state;
    this.#admit();
  }

  #admit(): void {
    while (this.#queue.length > 0 && (this.#state === 'shut' || this.#hasRoom())) {
      const admitted = this.#state !== 'shut';
      if (admitted) this.#inside += 1;
      this.#queue.shift()?.(admitted);
    }
  }

  #hasRoom(): boolean {
    return this.#state === 'open' || (this.#state === 'single' && this.#inside === 0);
  }
}
