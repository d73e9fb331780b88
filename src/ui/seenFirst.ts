interface Drawable {
  readonly index: number;
}

/** How a long list stands: the rows that are seen, and how far it is scrolled, in px. */
export interface ListPosition {
  readonly range: { readonly startIndex: number; readonly endIndex: number } | null;
  readonly isScrolling: boolean;
  readonly scrollOffset: number | null;
}

/**
 * Chooses the rows that a long list draws: those that are seen and a few beyond. Whoever jumps to where nothing is drawn gets
 * what is seen first, and the others once the list stands still: all of them at once would be half as much again to draw.
 */
export function seenFirst() {
  let first = 0;
  let last = -1;
  let byJump = false;
  let drawnAt: number | null = null;
  const isJump = ({ range, isScrolling, scrollOffset }: ListPosition) => {
    if (!isScrolling || !range) return false;
    // Drawn again without having been moved: the heights of the new rows are known now.
    if (scrollOffset === drawnAt) return byJump;
    return range.startIndex > last || range.endIndex < first;
  };
  return {
    /** Of these rows, seen and beyond, those that are drawn now. */
    choose<Item extends Drawable>(items: readonly Item[], position: ListPosition): readonly Item[] {
      const { range } = position;
      if (!range || !isJump(position)) return items;
      return items.filter(({ index }) => index >= range.startIndex && index <= range.endIndex);
    },
    /** These rows stand on the page now. */
    drew(items: readonly Drawable[], position: ListPosition): void {
      byJump = isJump(position);
      drawnAt = position.scrollOffset;
      first = items[0]?.index ?? 0;
      last = items.at(-1)?.index ?? -1;
    },
  };
}
