import type { ReactNode } from 'react';
import { ChevronRight20Regular } from './icons.ts';
import styles from './Disclosure.module.css';

/** Details for those who want them; closed unless `open`. The platform's own element: works by keyboard and in print. */
export function Disclosure(props: {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly open?: boolean;
}) {
  return (
    <details className={styles.disclosure} open={props.open}>
      <summary>
        <ChevronRight20Regular aria-hidden />
        {props.summary}
      </summary>
      <div className={styles.body}>{props.children}</div>
    </details>
  );
}
