import { Checkmark16Regular } from './icons.ts';
import styles from './Steps.module.css';

/** Where the person is in a task of a few steps. `label` names the task for assistive technology. */
export function Steps(props: {
  readonly label: string;
  readonly names: readonly string[];
  readonly current: number;
  readonly doneText: string;
}) {
  return (
    <ol className={styles.steps} aria-label={props.label}>
      {props.names.map((name, at) => {
        const state = at < props.current ? 'done' : at === props.current ? 'current' : 'ahead';
        return (
          <li
            key={name}
            className={`${styles.step} ${state === 'ahead' ? '' : styles[state]}`}
            aria-current={state === 'current' ? 'step' : undefined}
          >
            <span className={styles.number} aria-hidden>
              {state === 'done' ? <Checkmark16Regular /> : at + 1}
            </span>
            <span>
              {name}
              {state === 'done' && <span className="visuallyHidden"> {props.doneText}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
