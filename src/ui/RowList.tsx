import { useWindowVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useMemo, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { RowCells, type RowActs } from './RowCells.tsx';
import { seenFirst } from './seenFirst.ts';
import { useHeldRow } from './useHeldRow.ts';
import styles from './RowList.module.css';

export interface RowColumn<Row> {
  readonly key: string;
  readonly title: string;
  /** CSS grid track, such as `minmax(200px, 2fr)`. */
  readonly width: string;
  readonly cell: (row: Row) => ReactNode;
  /** On narrow screens, where the headings are gone: say what the value is. */
  readonly named?: boolean;
}

export interface RowSelection<Row> {
  /** `undefined`: this row cannot be chosen, and shows no checkbox. */
  readonly state: (row: Row) => boolean | 'mixed' | undefined;
  /** What the checkbox is called, with the row's name in it. */
  readonly label: (row: Row) => string;
  readonly title: string;
  /** `range`: everything from the row chosen last up to this one. */
  readonly toggle: (index: number, range: boolean) => void;
}

/** Below this many rows all are drawn, so that the browser's own search finds every one. */
const drawAllUpTo = 200;

/** Rows drawn beyond what is seen, on each side: the next one is there for whoever reads or walks on. */
const overscan = 3;

/**
 * A long table that stays honest: every row knows its place (`aria-rowindex`), the arrow keys walk the checkboxes,
 * Shift with a click or Space takes a range. On narrow screens each row becomes a card. A row is drawn again when it, its
 * state or `columns` is another one: in long lists `columns` and `rowKey` must stay the same for as long as they can.
 */
export function RowList<Row>(props: {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly RowColumn<Row>[];
  readonly selection?: RowSelection<Row>;
  readonly isGroup?: (row: Row) => boolean;
  /** Its first cell takes the whole width: what an opened row shows. */
  readonly isWide?: (row: Row) => boolean;
  readonly estimatedHeight?: number;
  /** Rows of the same kind are about as high as each other. */
  readonly rowKind?: (row: Row) => string;
}) {
  const { rows, rowKey, columns, selection } = props;
  const body = useRef<HTMLDivElement>(null);
  const virtual = rows.length > drawAllUpTo;
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    if (body.current) setOffset(body.current.getBoundingClientRect().top + window.scrollY);
  }, [virtual]);
  // Of most of the rows of a kind that are drawn first, in px: the others are taken to be as high. One that is not moves
  // everything after it, which takes time in long lists.
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  const { rowKind = oneKind } = props;
  const keys = useSameKeys(rows, rowKey);
  const virtualizer = useWindowVirtualizer({
    count: virtual ? rows.length : 0,
    estimateSize: (at) => heights.get(rowKind(rows[at] as Row)) ?? props.estimatedHeight ?? 64,
    overscan,
    scrollMargin: offset,
    // Another function means that every row is placed anew.
    getItemKey: useCallback((at: number) => keys[at] ?? at, [keys]),
  });

  const [seen] = useState(seenFirst);
  // To ask for them is what finds out which are seen.
  const items = virtualizer.getVirtualItems();
  const { range, isScrolling, scrollOffset } = virtualizer;
  const position = { range, isScrolling, scrollOffset };
  const drawn = seen.choose(items, position);
  useLayoutEffect(() => seen.drew(drawn, position));
  const focus = useHeldRow(body, keys);
  const held =
    virtual && focus.heldAt >= 0 && drawn.every(({ index }) => index !== focus.heldAt)
      ? virtualizer.measurementsCache[focus.heldAt]
      : undefined;
  const firstDrawn = drawn[0]?.index;
  const lastDrawn = drawn.at(-1)?.index;
  useLayoutEffect(() => {
    if (firstDrawn === undefined || lastDrawn === undefined) return;
    const found = new Map<string, number[]>();
    for (const element of body.current?.children ?? []) {
      const row = rows[Number(element.getAttribute('data-at'))];
      const kind = row === undefined ? undefined : rowKind(row);
      if (kind === undefined || heights.has(kind)) continue;
      const height = Math.round(element.getBoundingClientRect().height);
      if (height > 0) found.set(kind, [...(found.get(kind) ?? []), height]);
    }
    if (found.size > 0)
      setHeights(new Map([...heights, ...[...found].map(([kind, all]) => [kind, usual(all)] as const)]));
  }, [firstDrawn, lastDrawn, rows, rowKind, heights]);
  useLayoutEffect(() => {
    if (heights.size > 0) virtualizer.measure();
  }, [heights, virtualizer]);

  const latest: RowActs = {
    toggle: (at, range) => selection?.toggle(at, range),
    walk(at, step) {
      let next = at + step;
      const candidate = () => rows[next];
      while (candidate() !== undefined && selection?.state(candidate() as Row) === undefined) next += step;
      if (candidate() !== undefined) focus.focusBox(next);
    },
  };
  const acts = useStable(latest);

  const drawRow = (at: number, item?: VirtualItem) => {
    const row = rows[at];
    if (row === undefined) return undefined;
    const state = selection?.state(row);
    const look = props.isGroup?.(row) ? styles.group : state === true ? styles.selected : '';
    const wide = props.isWide?.(row) === true;
    return (
      <div
        key={rowKey(row)}
        role="row"
        aria-rowindex={at + 2}
        data-at={at}
        data-index={at}
        ref={item && virtualizer.measureElement}
        className={`${styles.row} ${look} ${wide ? styles.wide : ''}`}
        style={item && { transform: `translateY(${item.start - offset}px)` }}
      >
        <RowCells
          row={row}
          at={at}
          columns={columns}
          wide={wide}
          state={state}
          choice={selection && (state === undefined ? '' : selection.label(row))}
          acts={acts}
        />
      </div>
    );
  };

  const tracks = [...(selection ? ['24px'] : []), ...columns.map((column) => column.width)].join(' ');
  return (
    <div
      role="table"
      aria-label={props.label}
      aria-rowcount={rows.length + 1}
      className={`${styles.table} ${selection ? styles.selectable : ''}`}
      style={{ '--columns': tracks } as CSSProperties}
    >
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className={styles.head}>
          {selection && (
            <div role="columnheader">
              <span className="visuallyHidden">{selection.title}</span>
            </div>
          )}
          {columns.map((column) => (
            <div key={column.key} role="columnheader">
              {column.title}
            </div>
          ))}
        </div>
      </div>
      <div
        role="rowgroup"
        ref={body}
        className={virtual ? styles.virtual : undefined}
        style={virtual ? { height: virtualizer.getTotalSize() } : undefined}
        onFocus={virtual ? focus.onFocus : undefined}
        onBlur={virtual ? focus.onBlur : undefined}
      >
        {virtual ? inOrder(drawn, held).map((item) => drawRow(item.index, item)) : rows.map((_, at) => drawRow(at))}
      </div>
    </div>
  );
}

const oneKind = () => '';

/** With this one more at its place. */
function inOrder(items: readonly VirtualItem[], more: VirtualItem | undefined): readonly VirtualItem[] {
  return more ? [...items, more].toSorted((one, other) => one.index - other.index) : items;
}

/** The one in the middle. */
function usual(heights: readonly number[]): number {
  return heights.toSorted((one, other) => one - other)[heights.length >> 1] ?? 0;
}

/** The same array as long as the same keys stand in it: whatever else is new about the rows, none has to be placed anew. */
function useSameKeys<Row>(rows: readonly Row[], rowKey: (row: Row) => string): readonly string[] {
  const [kept, setKept] = useState(() => rows.map(rowKey));
  const same = useMemo(
    () => kept.length === rows.length && rows.every((row, at) => rowKey(row) === kept[at]),
    [kept, rows, rowKey],
  );
  if (same) return kept;
  const keys = rows.map(rowKey);
  setKept(keys);
  return keys;
}

/** The same object at every time, that does what this one does now. */
function useStable(latest: RowActs): RowActs {
  const now = useRef(latest);
  useLayoutEffect(() => {
    now.current = latest;
  });
  return useMemo(
    () => ({
      toggle: (at, range) => now.current.toggle(at, range),
      walk: (at, step) => now.current.walk(at, step),
    }),
    [],
  );
}
