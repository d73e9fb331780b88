/** A place in the window. Given up when the item waits for Azure, so that a slow one holds up nobody. */
export interface Place {
  /** Gives the place to the next one. Again does nothing. */
  leave(): void;
}

/** How many items may be working at the same time. First come, first served. */
export class Window {
  #free: number;
  readonly #queue: ((place: Place) => void)[] = [];

  constructor(size: number) {
    this.#free = size;
  }

  /** Resolves with a place as soon as there is one. */
  take(): Promise<Place> {
    return new Promise((resolve) => {
      this.#queue.push(resolve);
      this.#serve();
    });
  }

  #serve(): void {
    while (this.#free > 0 && this.#queue.length > 0) {
      this.#free -= 1;
      this.#queue.shift()?.(this.#place());
    }
  }

  #place(): Place {
    let taken = true;
    return {
      leave: () => {
        if (!taken) return;
        taken = false;
        this.#free += 1;
        this.#serve();
      },
    };
  }
}
