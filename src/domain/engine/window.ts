/** A place in the window. */
export interface Place {
  /** Gives the place to the next one: the item waits for Azure, and a slow one must hold up nobody. */
  leave(): void;
  /** Takes a place again, before anyone who has not begun. Resolves at once for who has one. */
  back(): Promise<void>;
}

/** How many items may be at work at the same time. First come, first served. */
export class Window {
  #free: number;
  readonly #beginning: (() => void)[] = [];
  readonly #returning: (() => void)[] = [];

  constructor(size: number) {
    this.#free = size;
  }

  /** Resolves with a place as soon as there is one. */
  async take(): Promise<Place> {
    await this.#turn(this.#beginning);
    let taken = true;
    return {
      leave: () => {
        if (!taken) return;
        taken = false;
        this.#free += 1;
        this.#serve();
      },
      back: async () => {
        if (taken) return;
        await this.#turn(this.#returning);
        taken = true;
      },
    };
  }

  #turn(queue: (() => void)[]): Promise<void> {
    return new Promise((resolve) => {
      queue.push(resolve);
      this.#serve();
    });
  }

  #serve(): void {
    while (this.#free > 0) {
      const next = this.#returning.shift() ?? this.#beginning.shift();
      if (!next) return;
      this.#free -= 1;
      next();
    }
  }
}
