import { Link, useLocation } from 'react-router';
import { countsOf, isOver } from '../../domain/run.ts';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { useRun } from '../shared/useRun.ts';
import styles from './RunBanner.module.css';

/** A run in progress is in view on every page but its own. */
export function RunBanner() {
  const { t, format } = useText();
  const { pathname } = useLocation();
  const { hosted, state } = useRun();
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
