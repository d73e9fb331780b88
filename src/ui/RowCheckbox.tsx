import { useLayoutEffect, useRef } from 'react';
import styles from './RowCheckbox.module.css';

/** A checkbox that looks like Fluent's, in one element: a long list draws dozens of them while it is scrolled. */
export function RowCheckbox(props: {
  readonly state: boolean | 'mixed';
  readonly label: string;
  /** `range`: with Shift held. */
  readonly onToggle: (range: boolean) => void;
}) {
  const { state } = props;
  const box = useRef<HTMLInputElement>(null);
  // There is no attribute for it.
  useLayoutEffect(() => {
    if (box.current) box.current.indeterminate = state === 'mixed';
  }, [state]);
  return (
    <input
      ref={box}
      type="checkbox"
      className={styles.box}
      checked={state === true}
      aria-label={props.label}
      onChange={({ nativeEvent }) => props.onToggle('shiftKey' in nativeEvent && nativeEvent.shiftKey === true)}
    />
  );
}
