import { Fragment, type ReactNode } from 'react';
import styles from './Facts.module.css';

/** Names and values, in the order given. A value of `undefined` leaves its line out. */
export function Facts({ items }: { readonly items: readonly (readonly [name: ReactNode, value: ReactNode])[] }) {
  return (
    <dl className={styles.facts}>
      {items
        .filter(([, value]) => value !== undefined)
        .map(([name, value], at) => (
          <Fragment key={at}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}
