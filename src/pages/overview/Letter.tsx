import { letterOf } from './estateMap.ts';
import styles from './EstateMap.module.css';

const colours = [
  styles.colour0,
  styles.colour1,
  styles.colour2,
  styles.colour3,
  styles.colour4,
  styles.colour5,
  styles.colour6,
  styles.colour7,
];

/** In place of an offer's position: a delegation that nobody can read. */
export const unread = -1;

/** The class with the colour of an offer on the map. Colours repeat after eight; letters do not. */
export function colourOf(at: number): string {
  return at === unread ? (styles.unread ?? '') : (colours[at % colours.length] ?? '');
}

/** The letter of an offer in its colour. The words beside it say the same: it is hidden from those who hear the page. */
export function Letter({ at }: { readonly at: number }) {
  return (
    <span className={`${styles.letter} ${colourOf(at)}`} aria-hidden>
      {at === unread ? '?' : letterOf(at)}
    </span>
  );
}
