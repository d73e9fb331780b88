import { useId, type ReactNode } from 'react';
import styles from './Section.module.css';

/** A part of a page under its own heading. */
export function Section(props: {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  /** For links that lead to this part. */
  readonly id?: string;
  readonly children?: ReactNode;
}) {
  const id = useId();
  return (
    <section id={props.id} className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      {props.lead !== undefined && <p className={styles.lead}>{props.lead}</p>}
      {props.children}
    </section>
  );
}

/** A quiet box that holds together what belongs together. */
export function Card({ children }: { readonly children: ReactNode }) {
  return <div className={styles.card}>{children}</div>;
}
