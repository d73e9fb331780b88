import type { ReactElement, ReactNode } from 'react';
import { CheckmarkCircle24Filled, Circle24Regular, ErrorCircle24Filled, QuestionCircle24Regular } from './icons.ts';
import type { Tone } from './tone.ts';
import styles from './Checklist.module.css';
import tones from './tone.module.css';

export type Tick = 'done' | 'open' | 'problem' | 'unknown' | 'checking';

export interface CheckItem {
  readonly key: string;
  readonly tick: Tick;
  readonly text: ReactNode;
  readonly help?: ReactNode;
}

const looks: Readonly<Record<Tick, { readonly tone: Tone; readonly icon: ReactElement }>> = {
  done: { tone: 'good', icon: <CheckmarkCircle24Filled aria-hidden /> },
  open: { tone: 'neutral', icon: <Circle24Regular aria-hidden /> },
  problem: { tone: 'bad', icon: <ErrorCircle24Filled aria-hidden /> },
  unknown: { tone: 'caution', icon: <QuestionCircle24Regular aria-hidden /> },
  checking: { tone: 'neutral', icon: <span aria-hidden data-loading className={styles.busy} /> },
};

/** A list of things that have to be in place, each with a live tick that is also a word. */
export function Checklist({
  items,
  words,
}: {
  readonly items: readonly CheckItem[];
  readonly words: Readonly<Record<Tick, string>>;
}) {
  return (
    <ul className={styles.list}>
      {items.map(({ key, tick, text, help }) => (
        <li key={key} className={`${styles.item} ${tones[looks[tick].tone]}`}>
          <span className={styles.icon}>{looks[tick].icon}</span>
          <span className={styles.text}>
            <span className="visuallyHidden">{words[tick]}: </span>
            {text}
          </span>
          {help !== undefined && <span className={styles.help}>{help}</span>}
        </li>
      ))}
    </ul>
  );
}
