import { countsOf, type RunState } from '../../domain/run.ts';
import { useText } from '../../text/TextContext.tsx';
import styles from './RunSummary.module.css';

/** How a run ended, and what happens next. */
export function RunSummary({ state, provider }: { readonly state: RunState; readonly provider: string }) {
  const { t, format } = useText();
  const { done, already } = countsOf(state);
  const total = state.items.length;
  const there = done + already;
  const text =
    there === total
      ? done === 0
        ? t.run.endedAlready
        : t.run.endedAll(t.common.scopes(format, total))
      : there === 0
        ? t.run.endedNone
        : t.run.endedPartly(format.number(there), format.number(total));
  return (
    <section className={styles.summary} aria-labelledby="run-summary">
      <h2 id="run-summary" tabIndex={-1}>
        {text}
      </h2>
      {there > 0 && (
        <p>
          <bdi>{t.run.next(provider)}</bdi>
        </p>
      )}
    </section>
  );
}
