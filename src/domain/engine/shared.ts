/** Work that several items need and one of them does: everybody gets the same answer, also the same failure. */
export class Shared<Key, Value> {
  readonly #results = new Map<Key, Promise<Value>>();
  readonly #settled = new Set<Key>();

  /** Whether someone is working on it right now. */
  isUnderWay(key: Key): boolean {
    return this.#results.has(key) && !this.#settled.has(key);
  }

  /** The result for this key: made by the first who asks, waited for by everyone else. */
  get(key: Key, make: () => Promise<Value>): Promise<Value> {
    const known = this.#results.get(key);
    if (known) return known;
    const result = make();
    this.#results.set(key, result);
    const settled = () => void this.#settled.add(key);
    result.then(settled, settled);
    return result;
  }

  /** Forgets what has ended, so that it is looked at again. What is under way stays. */
  forgetSettled(): void {
    for (const key of this.#settled) this.#results.delete(key);
    this.#settled.clear();
  }
}
