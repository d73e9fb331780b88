import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { subjectOf, type ChangeSet } from '../../domain/changeSet.ts';
import { idKey } from '../../domain/ids.ts';
import { countsOf, isOver } from '../../domain/run.ts';
import { paths } from '../../paths.ts';
import type { FollowedHandOver } from '../../runs/handOverHost.ts';
import { useText } from '../../text/TextContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useServices } from '../services.ts';
import { amountOf, providerOf, stageOf } from './handOverWords.ts';
import { useHandOvers } from './useHandOvers.ts';

/** What Azure is still working on, or has finished: until the person puts it away. */
export function HandedNotices() {
  const followed = useHandOvers();
  return followed.map((one) => <HandedNotice key={one.kept.id} followed={one} />);
}

/** Says on a review that Azure is still working on some of the same: what it is about to do is not there to be seen yet. */
export function StillWithAzure({ changeSet }: { readonly changeSet: ChangeSet }) {
  const followed = useHandOvers();
  const subjects = useMemo(() => new Set(changeSet.items.map((item) => idKey(subjectOf(item)))), [changeSet]);
  return followed
    .filter(({ state }) => !isOver(state))
    .filter(({ kept }) => kept.changeSet.items.some((item) => subjects.has(idKey(subjectOf(item)))))
    .map((one) => <HandedNotice key={one.kept.id} followed={one} />);
}

function HandedNotice({ followed: { kept, state } }: { readonly followed: FollowedHandOver }) {
  const { t, format } = useText();
  const { notice } = t.handOver;
  const { handOvers } = useServices();
  const navigate = useNavigate();
  const provider = providerOf(kept);
  const amount = amountOf(kept, t, format);
  const stage = stageOf(state);
  const open = <Button onClick={() => void navigate(paths.handedOver)}>{notice.open}</Button>;
  if (stage !== 'ended') {
    const azure = stage === 'azure';
    return (
      <Notice
        tone="info"
        title={<bdi>{azure ? notice.working(amount, provider) : notice.reading(amount, provider)}</bdi>}
        actions={open}
      >
        <p>{azure ? notice.workingWhat : notice.readingWhat}</p>
      </Notice>
    );
  }
  const { done, already } = countsOf(state);
  const total = state.items.length;
  const all = done + already === total;
  return (
    <Notice
      tone={all ? 'good' : 'caution'}
      title={
        <bdi>
          {all
            ? notice.finished(amount, provider)
            : notice.finishedPartly(format.number(done + already), format.number(total), provider)}
        </bdi>
      }
      actions={
        <>
          {open}
          <Button appearance="subtle" onClick={() => void navigate(paths.receipt(kept.id))}>
            {notice.receipt}
          </Button>
          <Button appearance="subtle" onClick={() => void handOvers.forget(kept.id)}>
            {t.handOver.page.putAway}
          </Button>
        </>
      }
    />
  );
}
