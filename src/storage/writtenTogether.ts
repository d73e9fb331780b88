/** Takes things to be written, in the order of the calls. */
export interface Writing<Item> {
  /** Resolves once it is written, rejects where it, and what was written together with it, cannot be. */
  add(item: Item): Promise<void>;
  /** Resolves once everything added so far is written, or cannot be. */
  settled(): Promise<void>;
}

/**
 * Writes one at a time where there is time, and together all that comes while something is being written: a run over a thousand
 * scopes has hundreds of events a second, and a transaction of its own for each costs the browser more than the writing.
 * @param write all of these or none, in this order
 */
export function writtenTogether<Item>(write: (items: readonly Item[]) => Promise<void>): Writing<Item> {
  let before = Promise.resolve();
  /** Not begun yet: what is added goes with them. */
  let next: { readonly items: Item[]; readonly written: Promise<void> } | undefined;
  return {
    add(item) {
      if (!next) {
        const items: Item[] = [];
        const written = before.then(() => {
          next = undefined;
          return write(items);
        });
        next = { items, written };
        before = written.catch(() => undefined);
      }
      next.items.push(item);
      return next.written;
    },
    settled: () => before,
  };
}
