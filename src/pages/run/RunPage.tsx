import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import type { ChangeSet } from '../../domain/changeSet.ts';
import { worthRetrying } from '../../domain/executor.ts';
import { countsOf, finishedOf, isOver, type RunState } from '../../domain/run.ts';
import { timeLeftOf } from '../../domain/timeLeft.ts';
import { timeStillNeeded } from '../../domain/timeNeeded.ts';
import { ProblemError } from '../../domain/problem.ts';
import { paths } from '../../paths.ts';
import type { Catalog } from '../../text/en/catalog.ts';
import { useText } from '../../text/TextContext.tsx';
import { ActionBar } from '../../ui/ActionBar.tsx';
import { Counts } from '../../ui/Counts.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LiveMessage } from '../../ui/LiveMessage.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { useFocusWhen } from '../../ui/useFocusWhen.ts';
import { DelegateSteps } from '../delegate/DelegateSteps.tsx';
import { useServices } from '../services.ts';
import { providerWord } from '../shared/offerNames.ts';
import { ServiceProvidersLink } from '../shared/ServiceProvidersLink.tsx';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import { usePageTitle } from '../shared/tenant.ts';
import { useShownRun, type ShownRun } from '../shared/useRun.ts';
import { RunList } from './RunList.tsx';
import { RunMap } from './RunMap.tsx';
import { RoleEndsNotice } from '../shared/RoleEndsNotice.tsx';
import { PhaseNotice } from './PhaseNotice.tsx';
import { RunSummary } from './RunSummary.tsx';

/** What a run is doing, item by item, and how it ended. */
export function RunPage() {
  const { t } = useText();
  const shown = useShownRun();
  const documentTitle = usePageTitle(shown ? t.change.pageTitle[shown.changeSet.kind] : t.delegate.stepNames.run);
  return (
    <Page
      title={shown ? <bdi>{titleOf(shown.changeSet, t)}</bdi> : t.delegate.stepNames.run}
      documentTitle={documentTitle}
    >
      {shown ? (
        <TheRun shown={shown} />
      ) : (
        <EmptyState title={t.run.none} next={<Link to={paths.runs}>{t.runs.title}</Link>}>
          <p>{t.run.noneWhat}</p>
        </EmptyState>
      )}
    </Page>
  );
}

function titleOf({ kind, offer }: ChangeSet, t: Catalog): string {
  const provider = providerOf(offer, t);
  return kind === 'delegate' ? t.run.title(provider) : t.change.title[kind](provider);
}

function providerOf(offer: ChangeSet['offer'], t: Catalog): string {
  return providerWord({ ...offer, managedByTenantId: offer.content.managedByTenantId }, t);
}

function TheRun({ shown }: { readonly shown: ShownRun }) {
  const { t, format } = useText();
  const navigate = useNavigate();
  const { changeSet, state, run } = shown;
  const { kind } = changeSet;
  const over = isOver(state);
  const provider = providerOf(changeSet.offer, t);
  const counts = countsOf(state);
  const total = state.items.length;
  const finished = finishedOf(counts);
  const retryable = useMemo(() => worthRetrying(state).length, [state]);
  // The summary's heading takes the focus at the end, once.
  useFocusWhen(over, 'run-summary');
  const live = t.run.live(format.number(finished), format.number(total), format.number(counts.failed));
  return (
    <>
      {kind === 'delegate' && <DelegateSteps current={2} />}
      {run ? <PhaseNotice state={state} run={run} /> : <Watching over={over} />}
      {state.items.some(({ status }) => 'problem' in status && status.problem.code === 'acceptInPortal') && (
        <PortalIsTheWay />
      )}
      {over && <RunSummary changeSet={changeSet} state={state} provider={provider} />}
      <Counts
        label={t.run.bar}
        total={total}
        finished={finished}
        counts={[
          { key: 'done', tone: 'good', value: counts.done + counts.already, text: doneText() },
          { key: 'failed', tone: 'bad', value: counts.failed, text: t.run.counts.failed(format, counts.failed) },
          {
            key: 'unknown',
            tone: 'caution',
            value: counts.unknown,
            text: t.run.counts.unknown(format, counts.unknown),
          },
          {
            key: 'needsYou',
            tone: 'caution',
            value: counts.needsYou,
            text: t.run.counts.needsYou(format, counts.needsYou),
          },
          { key: 'working', tone: 'info', value: counts.working, text: t.run.counts.working(format, counts.working) },
          {
            key: 'waiting',
            tone: 'neutral',
            value: counts.waiting + counts.stopped,
            text:
              counts.stopped > 0
                ? t.run.counts.stopped(format, counts.stopped)
                : t.run.counts.waiting(format, counts.waiting),
          },
        ]}
      />
      {!over && <TimeLeft state={state} />}
      {!over && <RoleEndsNotice when="during" neededFrom={(now) => timeStillNeeded(changeSet, state, now)} />}
      <LiveMessage text={live} />
      <RunMap shown={shown} />
      <RunList shown={shown} />
      <ActionBar summary={over ? undefined : t.run.firstAlone}>
        {over ? (
          <>
            {run && retryable > 0 && (
              <Button appearance="primary" onClick={() => run.retry()}>
                {(kind === 'delegate' ? t.run : t.change).retryAll(format, retryable)}
              </Button>
            )}
            <Button
              appearance={run && retryable > 0 ? 'secondary' : 'primary'}
              onClick={() => void navigate(paths.receipt(state.runId))}
            >
              {t.run.receipt}
            </Button>
          </>
        ) : (
          run && (
            <Button disabledFocusable={state.phase.name === 'stopping'} onClick={() => run.stop()}>
              {t.run.stop}
            </Button>
          )
        )}
      </ActionBar>
    </>
  );

  function doneText(): string {
    const { done, already } = counts;
    if (already === 0) return t.run.counts.done(format, done);
    return [...(done > 0 ? [t.run.counts.done(format, done)] : []), t.run.counts.already(format, already)].join(', ');
  }
}

function TimeLeft({ state }: { readonly state: RunState }) {
  const { t, format } = useText();
  const { surroundings } = useServices();
  const left = timeLeftOf(state, surroundings.now());
  return <div>{words()}</div>;

  function words(): string {
    const { timeLeft } = t.run;
    if (left === undefined) return timeLeft.unknown;
    if (left < 10_000) return timeLeft.soon;
    if (left < 55_000) return timeLeft.seconds(format.number(Math.ceil(left / 10_000) * 10));
    if (left < 90_000) return timeLeft.minute;
    return timeLeft.minutes(format.number(Math.round(left / 60_000)));
  }
}

/** Azure wants this acceptance in its own portal. */
function PortalIsTheWay() {
  return <ProblemNotice error={new ProblemError({ code: 'acceptInPortal' })} actions={<ServiceProvidersLink />} />;
}

/** What this tab has to do with the run: nothing but to show it. */
function Watching({ over }: { readonly over: boolean }) {
  const { t } = useText();
  if (over) return <Notice tone="info" title={t.recovery.watchedEnded} />;
  return (
    <Notice tone="info" announce title={t.recovery.watchingTitle}>
      <p>{t.recovery.watchingWhat}</p>
    </Notice>
  );
}
