import { Button } from '@fluentui/react-components';
import { useEffect, useSyncExternalStore } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { countsOf, isOver } from '../../domain/run.ts';
import { paths } from '../../paths.ts';
import { takeResumeMark } from '../../storage/resumeMark.ts';
import type { UnfinishedRun } from '../../runs/runHost.ts';
import { useText } from '../../text/TextContext.tsx';
import { useServices } from '../services.ts';
import { useRun } from '../shared/useRun.ts';
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
  const unfinished = useSyncExternalStore(runs.subscribe, runs.unfinished);
  const navigate = useNavigate();
  useEffect(() => {
    void runs.lookForUnfinished().then(async (found) => {
      const marked = takeResumeMark();
      if (!found || found.elsewhere || !marked || !props.mayGoOn) return;
      await runs.resumeUnfinished();
      void navigate(paths.run);
    });
  }, [runs, navigate, props.mayGoOn]);
  if (unfinished) return <Unfinished found={unfinished} />;
  if (!hosted || !state || pathname === paths.run || isOver(state)) return null;
  const counts = countsOf(state);
  const total = state.items.length;
  const finished = total - counts.waiting - counts.working - counts.needsYou;
  const paused = state.phase.name === 'paused' || state.phase.name === 'pausing';
  return (
    <div className={styles.banner}>
      <span>{paused ? t.frame.runPaused : t.frame.runInProgress(format.number(finished), format.number(total))}</span>
      <Link to={paths.run}>{t.frame.openRun}</Link>
    </div>
  );
}

/** A run that was interrupted: what it came to, and how to go on. */
function Unfinished({ found }: { readonly found: UnfinishedRun }) {
  const { t, format } = useText();
  const { runs } = useServices();
  const navigate = useNavigate();
  if (found.elsewhere) return <div className={styles.banner}>{t.frame.unfinishedElsewhere}</div>;
  const { done, already, failed, unknown, stopped } = countsOf(found.state);
  const there = done + already;
  const left = found.state.items.length - there - failed - unknown - stopped;
  const resume = async () => {
    await runs.resumeUnfinished();
    void navigate(paths.run);
  };
  return (
    <div className={styles.banner} role="status">
      <span>{t.frame.unfinished(format.number(there), format.number(unknown), format.number(left))}</span>
      <span className={styles.actions}>
        <Button size="small" appearance="primary" onClick={() => void resume()}>
          {t.frame.resume}
        </Button>
        <Button size="small" appearance="subtle" onClick={() => void runs.forgetUnfinished()}>
          {t.frame.forget}
        </Button>
      </span>
    </div>
  );
}
