import { itemsDoing, type ChangeSet } from '../../domain/changeSet.ts';
import { countsOf, type RunState } from '../../domain/run.ts';
import { useText } from '../../text/TextContext.tsx';
import styles from './RunSummary.module.css';

/** How a run ended, and what happens next. */
export function RunSummary(props: {
  readonly changeSet: ChangeSet;
  readonly state: RunState;
  readonly provider: string;
}) {
  const { changeSet, state, provider } = props;
  const { kind } = changeSet;
  const { t, format } = useText();
  const { done, already } = countsOf(state);
  const total = state.items.length;
  const there = done + already;
  const isDelegating = kind === 'delegate';
  const text =
    there === total
      ? done === 0
        ? t.run.endedAlready
        : all()
      : there === 0
        ? isDelegating
          ? t.run.endedNone
          : t.change.endedNone
        : (isDelegating ? t.run : t.change).endedPartly(format.number(there), format.number(total));
  const reapplied = itemsDoing(changeSet, 'reapply').length > 0;
  return (
    <section className={styles.summary} aria-labelledby="run-summary">
      <h2 id="run-summary" tabIndex={-1}>
        {text}
      </h2>
      {there > 0 && (
        <p>
          <bdi>{kind === 'delegate' ? t.run.next(provider) : t.change.next[kind](provider)}</bdi>
        </p>
      )}
      {reapplied && <p>{t.change.reapplied}</p>}
    </section>
  );

  function all(): string {
    if (kind === 'delegate') return t.run.endedAll(t.common.scopes(format, total));
    return t.change.endedAll[kind](kind === 'update' ? t.change.copies(format, total) : t.change.steps(format, total));
  }
}
