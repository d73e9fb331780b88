import { useEffect, useRef, type ReactNode } from 'react';
import styles from './Page.module.css';

/**
 * One page: its heading, what it is about in a sentence, its content. The heading takes the focus when the page opens,
 * so that a keyboard or screen reader starts at the beginning; `documentTitle` names page and tenant.
 */
export function Page(props: {
  readonly title: ReactNode;
  readonly documentTitle: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly narrow?: boolean;
  readonly children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { documentTitle } = props;
  useEffect(() => {
    document.title = documentTitle;
  }, [documentTitle]);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  return (
    <div className={`${styles.page} ${props.narrow ? styles.narrow : ''}`}>
      <header className={styles.head}>
        <div className={styles.titleRow}>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {props.title}
          </h1>
          {props.actions !== undefined && <div className={styles.actions}>{props.actions}</div>}
        </div>
        {props.lead !== undefined && <p className={styles.lead}>{props.lead}</p>}
      </header>
      {props.children}
    </div>
  );
}
