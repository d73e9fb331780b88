import { useId, type ReactNode } from 'react';
import styles from './Section.module.css';

/** A part of a page under its own heading. */
export function Section(props: {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  /** For links that lead to this part. */
  readonly id?: string;
  /** Where its heading takes the focus. */
  readonly headingId?: string;
  readonly children?: ReactNode;
}) {
  const ownId = useId();
  const id = props.headingId ?? ownId;
  return (
    <section id={props.id} className={styles.section} aria-labelledby={id}>
      <h2 id={id} tabIndex={props.headingId === undefined ? undefined : -1}>
        {props.title}
      </h2>
      {props.lead !== undefined && <p className={styles.lead}>{props.lead}</p>}
      {props.children}
    </section>
  );
}

/** A quiet box that holds together what belongs together. */
export function Card({ children }: { readonly children: ReactNode }) {
  return <div className={styles.card}>{children}</div>;
}
