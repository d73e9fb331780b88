import {
  CheckmarkCircle16Filled,
  Circle16Regular,
  ErrorCircle16Filled,
  Info16Filled,
  Warning16Filled,
} from './icons.ts';
import type { ReactElement, ReactNode } from 'react';
import type { Tone } from './tone.ts';
import styles from './StateTag.module.css';
import tones from './tone.module.css';

const defaultIcons: Readonly<Record<Tone, ReactElement>> = {
  neutral: <Circle16Regular aria-hidden />,
  info: <Info16Filled aria-hidden />,
  good: <CheckmarkCircle16Filled aria-hidden />,
  caution: <Warning16Filled aria-hidden />,
  bad: <ErrorCircle16Filled aria-hidden />,
};

/** A state as icon and word on its tone. `plain` drops the pill for dense rows. */
export function StateTag(props: {
  readonly tone: Tone;
  readonly children: ReactNode;
  readonly icon?: ReactElement;
  readonly plain?: boolean;
}) {
  return (
    <span className={`${styles.tag} ${tones[props.tone]} ${props.plain ? styles.plain : ''}`}>
      {props.icon ?? defaultIcons[props.tone]}
      <span>{props.children}</span>
    </span>
  );
}
