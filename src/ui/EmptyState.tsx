import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** Nothing here, why, and - always - what to do next. */
export function EmptyState(props: { readonly title: string; readonly children?: ReactNode; readonly next: ReactNode }) {
  return (
    <div className={styles.empty}>
      <h2>{props.title}</h2>
      {props.children}
      <div className={styles.next}>{props.next}</div>
    </div>
  );
}
