import type { ReactElement } from 'react';
import styles from './IconButton.module.css';

/**
 * A small button without a frame, as Fluent's transparent one looks, in one element: long lists draw dozens of them while they
 * are scrolled.
 */
export function IconButton(props: {
  readonly icon: ReactElement;
  readonly label: string;
  readonly onClick: () => void;
  /** Whether what it opens is open. */
  readonly expanded?: boolean;
  readonly className?: string | undefined;
}) {
  return (
    <button
      type="button"
      className={`${styles.button} ${props.className ?? ''}`}
      aria-label={props.label}
      aria-expanded={props.expanded}
      onClick={props.onClick}
    >
      {props.icon}
    </button>
  );
}
