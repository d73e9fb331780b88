import { useEffect, useRef, useState, type ReactNode } from 'react';
import { LiveMessage } from './LiveMessage.tsx';
import styles from './Page.module.css';

/**
 * One page: its heading, what it is about in a sentence, its content. The heading takes the focus when the page opens,
 * so that a keyboard or screen reader starts at the beginning; a heading that is known only later is read out then.
 * `documentTitle` names page and tenant. One page must stay one element from its loading on: the focus would be lost with it.
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
  const [renamed, setRenamed] = useState('');
  useEffect(() => {
    const watched = heading.current;
    if (!watched) return undefined;
    const observer = new MutationObserver(() => setRenamed(watched.textContent));
    observer.observe(watched, { characterData: true, childList: true, subtree: true });
    return () => observer.disconnect();
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
      <LiveMessage text={renamed} />
      {props.children}
    </div>
  );
}
