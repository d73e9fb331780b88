import { Button } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { problemOf, type Problem } from '../../domain/problem.ts';
import { countsOf, finishedOf, isOver, type RunState } from '../../domain/run.ts';
import { paths } from '../../paths.ts';
import type { FoundRun } from '../../runs/keptRun.ts';
import { takeResumeMark } from '../../storage/resumeMark.ts';
import { useText } from '../../text/TextContext.tsx';
import { saveFile } from '../../ui/saveFile.ts';
import { useServices } from '../services.ts';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import { useFoundRun, useRun } from '../shared/useRun.ts';
import styles from './RunBanner.module.css';

/** A run in progress, or one that was interrupted, is in view on every page. */
export function RunBanner(props: {
  /** Back from the sign-in that the run waited for, and it was not in vain. */
  readonly mayGoOn: boolean;
}) {
  const { t, format } = useText();
  const { runs } = useServices();
  const { pathname } = useLocation();
  const { hosted, state } = useRun();
  const found = useFoundRun();
  const navigate = useNavigate();
  useLeaveWarning(state !== undefined && isWriting(state));
  const goOnIfMarked = useEffectEvent(async () => {
    const left = await runs.lookForUnfinished();
    const marked = takeResumeMark();
    if (left?.kind !== 'unfinished' || !marked || !props.mayGoOn) return;
    await runs.resumeUnfinished();
    void navigate(paths.run);
  });
  useEffect(() => void goOnIfMarked(), []);
  switch (found?.kind) {
    case 'unfinished':
      return <Unfinished state={found.state} />;
    case 'unreadable':
      return <Unreadable />;
    case 'elsewhere':
      if (!isOver(found.state)) return pathname === paths.run ? null : <Elsewhere found={found} />;
      break;
    case undefined:
      break;
  }
  if (!hosted || !state || pathname === paths.run || isOver(state)) return null;
  const paused = state.phase.name === 'paused' || state.phase.name === 'pausing';
  const total = format.number(state.items.length);
  return (
    <div className={styles.banner}>
      <span>
        {paused ? t.frame.runPaused : t.frame.runInProgress(format.number(finishedOf(countsOf(state))), total)}
      </span>
      <Link to={paths.run}>{t.frame.openRun}</Link>
    </div>
  );
}

/** A run that was interrupted: what it came to, and how to go on. */
function Unfinished({ state }: { readonly state: RunState }) {
  const { t, format } = useText();
  const { runs } = useServices();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<Problem>();
  const { done, already, failed, unknown, stopped } = countsOf(state);
  const there = done + already;
  const left = state.items.length - there - failed - unknown - stopped;
  const resume = async () => {
    try {
      await runs.resumeUnfinished();
      void navigate(paths.run);
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <>
      <div className={styles.banner} role="status">
        <span>
          {t.frame.unfinished(format.number(there), format.number(unknown), format.number(left))}
          {failed > 0 && ` (${t.run.counts.failed(format, failed)})`}
        </span>
        <span className={styles.actions}>
          <Button size="small" appearance="primary" onClick={() => void resume()}>
            {t.frame.resume}
          </Button>
          <Button size="small" appearance="subtle" onClick={() => void runs.forgetUnfinished()}>
            {t.frame.forget}
          </Button>
        </span>
      </div>
      {problem && <ProblemNotice error={problem} />}
    </>
  );
}

/** A record that nobody here understands: it is given out as it is, and stays until the person says so. */
function Unreadable() {
  const { t } = useText();
  const { runs } = useServices();
  const save = async () => saveFile('lighthouse-unfinished-run.json', 'application/json', await runs.rawRecord());
  return (
    <div className={styles.banner} role="status">
      <span>
        {t.recovery.unreadable} {t.recovery.unreadableWhat}
      </span>
      <span className={styles.actions}>
        <Button size="small" appearance="primary" onClick={() => void save()}>
          {t.recovery.save}
        </Button>
        <Button size="small" appearance="subtle" onClick={() => void runs.forgetUnfinished()}>
          {t.frame.forget}
        </Button>
      </span>
    </div>
  );
}

function Elsewhere({ found: { state } }: { readonly found: FoundRun & { readonly kind: 'elsewhere' } }) {
  const { t, format } = useText();
  const finished = format.number(finishedOf(countsOf(state)));
  return (
    <div className={styles.banner}>
      <span>{t.recovery.elsewhere(finished, format.number(state.items.length))}</span>
      <Link to={paths.run}>{t.recovery.watch}</Link>
    </div>
  );
}

/** A run that waits has nothing under way: leaving for a sign-in is what it waits for. */
function isWriting(state: RunState): boolean {
  return !isOver(state) && state.phase.name !== 'paused';
}

/** While Azure is being written to, leaving is asked about, whatever page is shown. Browsers show their own words. */
function useLeaveWarning(active: boolean): void {
  useEffect(() => {
    if (!active) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [active]);
}
