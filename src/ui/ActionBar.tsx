import type { ReactNode } from 'react';
import styles from './ActionBar.module.css';

/** The foot of a page that decides something: what is chosen on the left, the one primary button at the right. */
export function ActionBar({ summary, children }: { readonly summary?: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={styles.bar}>
      <div className={styles.summary}>{summary}</div>
      <div className={styles.actions}>{children}</div>
    </div>
  );
}
