import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { problemOf, type Problem } from '../../domain/problem.ts';
import { paths } from '../../paths.ts';
import type { FollowedHandOver } from '../../runs/handOverHost.ts';
import { useText } from '../../text/TextContext.tsx';
import { useServices } from '../services.ts';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import { addressOfScopes } from '../shared/scopesAddress.ts';
import styles from './HandedOver.module.css';

/** While it is going: stopping it, and no longer following it. Each is asked about once. */
export function GoingActions({
  followed,
  mayStop,
}: {
  readonly followed: FollowedHandOver;
  readonly mayStop: boolean;
}) {
  const { t } = useText();
  const { page } = t.handOver;
  const { handOvers } = useServices();
  const [asking, setAsking] = useState<'stop' | 'leave'>();
  const [problem, setProblem] = useState<Problem>();
  const { id } = followed.kept;
  const stop = async () => {
    setAsking(undefined);
    try {
      await handOvers.stop(id);
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <>
      {problem && <ProblemNotice error={problem} />}
      {asking === undefined && (
        <div className={styles.actions}>
          {mayStop && <Button onClick={() => setAsking('stop')}>{page.stop}</Button>}
          <Button appearance="subtle" onClick={() => setAsking('leave')}>
            {page.stopFollowing}
          </Button>
        </div>
      )}
      {asking === 'stop' && (
        <div className={styles.actions} role="group" aria-label={page.stop}>
          <span>{page.stopWhat}</span>
          <Button onClick={() => void stop()}>{page.stopIt}</Button>
          <Button onClick={() => setAsking(undefined)}>{page.goOn}</Button>
        </div>
      )}
      {asking === 'leave' && (
        <div className={styles.actions} role="group" aria-label={page.stopFollowing}>
          <span>{page.stopSure}</span>
          <Button onClick={() => void handOvers.forget(id)}>{page.stopReally}</Button>
          <Button onClick={() => setAsking(undefined)}>{page.keepFollowing}</Button>
        </div>
      )}
    </>
  );
}

/** When it has ended: a review of what remains, the receipt, and putting it away. */
export function EndedActions({
  followed,
  primary,
}: {
  readonly followed: FollowedHandOver;
  readonly primary: boolean;
}) {
  const { t, format } = useText();
  const { page } = t.handOver;
  const { handOvers, surroundings } = useServices();
  const navigate = useNavigate();
  const { kept, state } = followed;
  const { changeSet, id } = kept;
  const rest = changeSet.items.flatMap((item, at) => {
    const end = state.items[at]?.status.state;
    return item.does === 'delegate' && end !== 'done' && end !== 'already' ? [item.scope.id] : [];
  });
  const first = primary ? 'primary' : 'secondary';
  const review = () =>
    void navigate(`${paths.review(changeSet.offer.key)}?${addressOfScopes(rest, () => surroundings.newId())}`);
  return (
    <div className={styles.actions}>
      {rest.length > 0 && (
        <Button appearance={first} onClick={review}>
          {page.rest(format, rest.length)}
        </Button>
      )}
      <Button appearance={rest.length > 0 ? 'secondary' : first} onClick={() => void navigate(paths.receipt(id))}>
        {page.receipt}
      </Button>
      <Button appearance="subtle" onClick={() => void handOvers.forget(id)}>
        {page.putAway}
      </Button>
    </div>
  );
}
