import type { ReactElement, ReactNode } from 'react';
import { CheckmarkCircle20Filled, ErrorCircle20Filled, Info20Filled, Warning20Filled } from './icons.ts';
import type { Tone } from './tone.ts';
import styles from './Notice.module.css';
import tones from './tone.module.css';

const icons: Readonly<Record<Tone, ReactElement>> = {
  neutral: <Info20Filled aria-hidden />,
  info: <Info20Filled aria-hidden />,
  good: <CheckmarkCircle20Filled aria-hidden />,
  caution: <Warning20Filled aria-hidden />,
  bad: <ErrorCircle20Filled aria-hidden />,
};

/**
 * A few sentences that matter here, with what can be done about them. `announce` reads it out when it appears:
 * for things that stop the person, not for things that were there when the page opened.
 */
export function Notice(props: {
  readonly tone: Tone;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly announce?: boolean;
}) {
  return (
    <div className={`${styles.notice} ${tones[props.tone]}`} role={props.announce ? 'alert' : undefined}>
      <span className={styles.icon}>{icons[props.tone]}</span>
      <p className={styles.title}>{props.title}</p>
      {props.children !== undefined && <div className={styles.body}>{props.children}</div>}
      {props.actions !== undefined && <div className={styles.actions}>{props.actions}</div>}
    </div>
  );
}
