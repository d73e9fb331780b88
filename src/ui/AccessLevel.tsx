import type { Tone } from './tone.ts';
import styles from './AccessLevel.module.css';
import tones from './tone.module.css';

export type Level = 0 | 1 | 2 | 3 | 4 | 5;

const toneOf: Readonly<Record<Level, Tone>> = { 0: 'good', 1: 'neutral', 2: 'info', 3: 'caution', 4: 'bad', 5: 'bad' };

/** One of six levels of access, as a word and a filled scale: the more, the stronger. */
export function AccessLevel({ level, word }: { readonly level: Level; readonly word: string }) {
  return (
    <span className={`${styles.level} ${tones[toneOf[level]]}`}>
      <span className={styles.scale} aria-hidden>
        {[1, 2, 3, 4, 5].map((step) => (
          <i key={step} className={step <= level ? styles.on : undefined} />
        ))}
      </span>
      <span className={styles.word}>{word}</span>
    </span>
  );
}
