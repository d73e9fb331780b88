import type { ReactElement, ReactNode } from 'react';
import { CheckmarkCircle20Filled, Warning20Filled } from './icons.ts';
import styles from './Points.module.css';
import tones from './tone.module.css';

export interface Point {
  readonly tone: 'good' | 'caution';
  readonly text: ReactNode;
}

const icons: Readonly<Record<Point['tone'], ReactElement>> = {
  good: <CheckmarkCircle20Filled aria-hidden />,
  caution: <Warning20Filled aria-hidden />,
};

/** A few plain sentences, each marked as reassuring or as one to keep in mind. */
export function Points({ points }: { readonly points: readonly Point[] }) {
  return (
    <ul className={styles.points}>
      {points.map(({ tone, text }, at) => (
        <li key={at} className={tones[tone]}>
          <span className={styles.icon}>{icons[tone]}</span>
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
