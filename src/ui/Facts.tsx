import type { ReactNode } from 'react';
import styles from './Facts.module.css';

/** A name and its value. */
export interface Fact {
  readonly name: ReactNode;
  readonly value: ReactNode;
}

export function fact(name: ReactNode, value: ReactNode): Fact {
  return { name, value };
}

/** Names and values, in the order given. A value of `undefined` leaves its line out. */
export function Facts({ items }: { readonly items: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {items
        .filter(({ value }) => value !== undefined)
        .map(({ name, value }, at) => (
          <div key={at}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
