import { Button } from '@fluentui/react-components';
import { wantsPerson } from '../../domain/problem.ts';
import { plainText } from '../../domain/providerText.ts';
import type { FollowedHandOver } from '../../runs/handOverHost.ts';
import { useText } from '../../text/TextContext.tsx';
import { fact, Facts } from '../../ui/Facts.tsx';
import { LiveMessage } from '../../ui/LiveMessage.tsx';
import { Card, Section } from '../../ui/Section.tsx';
import { RunList } from '../run/RunList.tsx';
import { RunSummary } from '../run/RunSummary.tsx';
import { useServices } from '../services.ts';
import { claimsFor } from '../shared/claimsFor.ts';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import { Deployments } from './Deployments.tsx';
import { EndedActions, GoingActions } from './HandedActions.tsx';
import styles from './HandedOver.module.css';
import { providerOf, stageOf } from './handOverWords.ts';
import { numbersOf, Progress } from './Progress.tsx';

/** One change set that Azure carries out: where it is, scope by scope, and what can be done when it has ended. */
export function HandedSection(props: { readonly followed: FollowedHandOver; readonly primary: boolean }) {
  const { t, format } = useText();
  const { page } = t.handOver;
  const { session } = useServices();
  const { kept, state, problem } = props.followed;
  const { changeSet, confirmation } = kept;
  const { kind } = changeSet;
  const provider = providerOf(kept);
  const stage = stageOf(state);
  const total = state.items.length;
  const { through, failed } = numbersOf(state);
  return (
    <Section title={<bdi>{kind === 'delegate' ? t.run.title(provider) : t.change.title[kind](provider)}</bdi>}>
      {stage === 'ended' ? (
        <RunSummary changeSet={changeSet} state={state} provider={provider} />
      ) : (
        <div className={styles.stage}>
          <h3>{stage === 'azure' ? page.working(format, through, total) : page.reading}</h3>
          <p>{page.mayClose}</p>
        </div>
      )}
      {problem && (
        <ProblemNotice
          error={problem}
          actions={
            wantsPerson(problem) && (
              <Button onClick={() => void session.stepUp(claimsFor(problem))}>{t.run.stepUpGo}</Button>
            )
          }
        />
      )}
      <Progress state={state} />
      <LiveMessage text={page.live(format, through, total, failed)} />
      <Card>
        <Facts
          items={[
            fact(t.receipt.when, page.started(format.dateTime(kept.startedAt))),
            fact(
              page.reason,
              confirmation.reason === undefined ? undefined : <bdi>{plainText(confirmation.reason, 1000)}</bdi>,
            ),
          ]}
        />
        <Deployments followed={props.followed} />
      </Card>
      <RunList shown={{ changeSet, state }} confirming={page.confirming} />
      {stage === 'ended' ? <EndedActions {...props} /> : <GoingActions {...props} mayStop={stage === 'azure'} />}
    </Section>
  );
}
