import { Checkbox } from '@fluentui/react-components';
import { useWindowVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
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

/**
 * A long table that stays honest: every row knows its place (`aria-rowindex`), the arrow keys walk the checkboxes,
 * Shift with a click or Space takes a range. On narrow screens each row becomes a card.
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
}) {
  const { rows, columns, selection } = props;
  const body = useRef<HTMLDivElement>(null);
  const virtual = rows.length > drawAllUpTo;
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    if (body.current) setOffset(body.current.getBoundingClientRect().top + window.scrollY);
  }, [virtual]);
  const virtualizer = useWindowVirtualizer({
    count: virtual ? rows.length : 0,
    estimateSize: () => props.estimatedHeight ?? 64,
    overscan: 12,
    scrollMargin: offset,
    getItemKey: (at) => (rows[at] === undefined ? at : props.rowKey(rows[at])),
  });

  const focusRow = (at: number) => {
    if (virtual) virtualizer.scrollToIndex(at, { align: 'auto' });
    // The row may only be drawn by the scroll: look for it once the frame is there.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => body.current?.querySelector<HTMLInputElement>(`[data-at="${at}"] input`)?.focus()),
    );
  };
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      let next = at + step;
      const candidate = () => rows[next];
      while (candidate() !== undefined && selection?.state(candidate() as Row) === undefined) next += step;
      if (candidate() !== undefined) focusRow(next);
    } else if (event.key === ' ' && event.shiftKey) {
      event.preventDefault();
      selection?.toggle(at, true);
    }
  };

  const drawRow = (at: number, item?: VirtualItem) => {
    const row = rows[at];
    if (row === undefined) return undefined;
    const state = selection?.state(row);
    const look = props.isGroup?.(row) ? styles.group : state === true ? styles.selected : '';
    const wide = props.isWide?.(row) === true;
    return (
      <div
        key={props.rowKey(row)}
        role="row"
        aria-rowindex={at + 2}
        data-at={at}
        data-index={at}
        ref={item && virtualizer.measureElement}
        className={`${styles.row} ${look} ${wide ? styles.wide : ''}`}
        style={item && { transform: `translateY(${item.start - offset}px)` }}
      >
        {selection && (
          <div role="cell" className={`${styles.cell} ${styles.select}`} onKeyDown={(event) => onKeyDown(event, at)}>
            {state !== undefined && (
              <Checkbox
                checked={state}
                aria-label={selection.label(row)}
                onChange={(event) =>
                  selection.toggle(at, 'shiftKey' in event.nativeEvent && event.nativeEvent.shiftKey === true)
                }
              />
            )}
          </div>
        )}
        {(wide ? columns.slice(0, 1) : columns).map((column) => (
          <div key={column.key} role="cell" aria-colspan={wide ? columns.length : undefined} className={styles.cell}>
            {column.named && (
              <span className={styles.label} aria-hidden>
                {column.title}
              </span>
            )}
            <div className={styles.value}>{column.cell(row)}</div>
          </div>
        ))}
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
      >
        {virtual
          ? virtualizer.getVirtualItems().map((item) => drawRow(item.index, item))
          : rows.map((_, at) => drawRow(at))}
      </div>
    </div>
  );
}
