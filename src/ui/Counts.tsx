import { StateTag } from './StateTag.tsx';
import type { Tone } from './tone.ts';
import styles from './Counts.module.css';
import tones from './tone.module.css';

export interface Count {
  readonly key: string;
  readonly tone: Tone;
  readonly value: number;
  /** The count in words: `12 done`. */
  readonly text: string;
}

/** Progress as a bar whose parts have the sizes of their counts, and the same counts in words beneath. */
export function Counts(props: {
  readonly label: string;
  readonly total: number;
  readonly finished: number;
  readonly counts: readonly Count[];
}) {
  return (
    <div className={styles.wrap}>
      <div
        role="progressbar"
        aria-label={props.label}
        aria-valuemin={0}
        aria-valuemax={props.total}
        aria-valuenow={props.finished}
        className={styles.bar}
      >
        {props.counts
          .filter((count) => count.value > 0 && count.tone !== 'neutral')
          .map((count) => (
            <i
              key={count.key}
              className={`${tones[count.tone]} ${count.tone === 'info' ? styles.begun : ''}`}
              style={{ flexGrow: count.value, flexBasis: 0 }}
            />
          ))}
        <i
          style={{
            flexGrow: props.counts.find((count) => count.tone === 'neutral')?.value ?? 0,
            flexBasis: 0,
            background: 'none',
          }}
        />
      </div>
      <ul className={styles.counts}>
        {props.counts
          .filter((count) => count.value > 0)
          .map((count) => (
            <li key={count.key}>
              <StateTag tone={count.tone} plain>
                {count.text}
              </StateTag>
            </li>
          ))}
      </ul>
    </div>
  );
}
