import { memo, type KeyboardEvent } from 'react';
import type { RowColumn } from './RowList.tsx';
import { RowCheckbox } from './RowCheckbox.tsx';
import styles from './RowList.module.css';

/** What a person does to a row of a list. */
export interface RowActs {
  /** `range`: everything from the row chosen last up to this one. */
  toggle(at: number, range: boolean): void;
  /** To the next checkbox in this direction. */
  walk(at: number, step: 1 | -1): void;
}

/** The cells of one row: drawn again when something of theirs has changed, not whenever the list moves. */
export const RowCells = memo(Cells) as typeof Cells;

function Cells<Row>(props: {
  readonly row: Row;
  readonly at: number;
  readonly columns: readonly RowColumn<Row>[];
  readonly wide: boolean;
  readonly state: boolean | 'mixed' | undefined;
  /** What its checkbox is called; `undefined` where nothing can be chosen in the whole list. */
  readonly choice: string | undefined;
  readonly acts: RowActs;
}) {
  const { row, at, columns, wide, state, choice, acts } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      acts.walk(at, event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === ' ' && event.shiftKey) {
      event.preventDefault();
      acts.toggle(at, true);
    }
  };
  return (
    <>
      {choice !== undefined && (
        <div role="cell" className={`${styles.cell} ${styles.select}`} onKeyDown={onKeyDown}>
          {state !== undefined && (
            <RowCheckbox state={state} label={choice} onToggle={(range) => acts.toggle(at, range)} />
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
    </>
  );
}
