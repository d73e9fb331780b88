import { Button } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import type { OfferAccess } from '../../domain/access.ts';
import type { ChangeSet } from '../../domain/changeSet.ts';
import type { Confirmation } from '../../domain/confirmation.ts';
import { problemOf, ProblemError, wantsPerson, type Problem } from '../../domain/problem.ts';
import type { Explained } from '../../domain/receipt.ts';
import { isOver, type RunState } from '../../domain/run.ts';
import { needsReview, whatMoved } from '../../domain/stale.ts';
import { timeNeededBy } from '../../domain/timeNeeded.ts';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { ActionBar } from '../../ui/ActionBar.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useServices } from '../services.ts';
import { ConfirmCard, useConfirming } from './ConfirmCard.tsx';
import { claimsFor } from './claimsFor.ts';
import { KeepingNotice } from './KeepingNotice.tsx';
import { SaveAsCode } from '../asCode/SaveAsCode.tsx';
import type { HandOverChoice } from '../handedOver/HandOverDialog.tsx';
import { StillWithAzure } from '../handedOver/HandedNotice.tsx';
import { LetAzureRun } from '../handedOver/LetAzureRun.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';
import { RoleEndsNotice } from './RoleEndsNotice.tsx';
import { useAccess } from './useOffers.ts';
import { useFoundRun, useRun } from './useRun.ts';

/** A change set as it was put before a person. */
export interface Reviewed {
  readonly changeSet: ChangeSet;
  readonly fingerprint: string;
}

/**
 * The one place where a change is confirmed and started: reason, the sentence to tick, the fingerprint, the button. Nothing is
 * written before that, and nothing where Azure has moved since the review. `children`: the review itself.
 */
export function ConfirmChange<Review extends Reviewed>(props: {
  readonly review: Review;
  /** The sentence to tick, as it goes into the receipt. */
  readonly confirmation: string;
  /** The verb and the number on the button. */
  readonly action: string;
  /** Leads back to the choice: an address, or what this page does. */
  readonly back: string | (() => void);
  readonly backText: string;
  readonly prepareAgain: () => Promise<Review>;
  /** Something is different now: it is to be reviewed again. */
  readonly onChanged: (review: Review) => void;
  readonly children: ReactNode;
}) {
  const { review, confirmation } = props;
  const { t, language } = useText();
  const { runs, handOvers, session } = useServices();
  const navigate = useNavigate();
  const [stale, setStale] = useState(false);
  const [starting, setStarting] = useState<'here' | 'azure'>();
  const [mustSignIn, setMustSignIn] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const { state } = useRun();
  const found = useFoundRun();
  // One that was interrupted is kept until it has ended or is forgotten: there is room for one.
  const unfinished = found?.kind === 'unfinished' || found?.kind === 'unreadable';
  const busy = unfinished || [state, found?.kind === 'elsewhere' ? found.state : undefined].some(isGoing);
  const { changeSet, fingerprint } = review;
  const { access, settled } = useAccess(changeSet.offer.content);
  const { confirmed, reason, card } = useConfirming(fingerprint, confirmation);

  const { back } = props;
  const goBack = typeof back === 'string' ? () => void navigate(back) : back;
  const start = async (where: 'here' | 'azure', carryOut: (confirmation: Confirmation) => Promise<string>) => {
    setStarting(where);
    setProblem(undefined);
    try {
      const again = await props.prepareAgain();
      if (needsReview(whatMoved(changeSet, again.changeSet))) {
        setStale(true);
        props.onChanged(again);
        return;
      }
      // A network that is gone for a moment is the run's business: it waits.
      const asking = await session.keepQuiet(hour).then(() => undefined, problemOf);
      const mustAsk = asking !== undefined && wantsPerson(asking);
      setMustSignIn(mustAsk);
      if (mustAsk) return;
      const path = await carryOut({
        fingerprint,
        text: confirmation,
        explained: explain(access),
        language,
        ...(reason !== undefined && { reason }),
      });
      void navigate(path);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setStarting(undefined);
    }
  };
  const runHere = () =>
    start('here', async (given) => {
      await runs.start(changeSet, given);
      return paths.run;
    });
  const letAzureRun = (choice: HandOverChoice) =>
    start('azure', async (given) => {
      await handOvers.start(changeSet, given, choice);
      return paths.handedOver;
    });
  const ready = confirmed && !busy && starting === undefined && settled;
  return (
    <>
      {stale && (
        <Notice tone="caution" announce title={t.review.staleTitle}>
          <p>{t.review.staleWhat}</p>
        </Notice>
      )}
      {props.children}
      <RoleEndsNotice when="before" neededFrom={() => timeNeededBy(changeSet)} />
      <ConfirmCard {...card} />
      {problem && (
        <ProblemNotice
          error={new ProblemError(problem)}
          actions={
            wantsPerson(problem) && (
              <Button onClick={() => void session.stepUp(claimsFor(problem))}>{t.run.stepUpGo}</Button>
            )
          }
        />
      )}
      {mustSignIn && (
        <Notice
          tone="caution"
          announce
          title={t.recovery.hourTitle}
          actions={<Button onClick={() => void session.stepUp(undefined)}>{t.run.stepUpGo}</Button>}
        >
          <p>{t.recovery.hourWhat}</p>
        </Notice>
      )}
      <StillWithAzure changeSet={changeSet} />
      <KeepingNotice scopes={changeSet.items.length} />
      {unfinished && (
        <Notice tone="caution" title={t.recovery.firstTitle}>
          <p>{t.recovery.firstWhat}</p>
        </Notice>
      )}
      {busy && !unfinished && (
        <Notice tone="caution" title={t.review.busyTitle} actions={<Link to={paths.run}>{t.frame.openRun}</Link>}>
          <p>{t.review.busyWhat}</p>
        </Notice>
      )}
      <ActionBar summary={!confirmed && t.review.confirmFirst}>
        <Button appearance="secondary" onClick={goBack}>
          {props.backText}
        </Button>
        <SaveAsCode changeSet={changeSet} fingerprint={fingerprint} />
        <LetAzureRun
          changeSet={changeSet}
          fingerprint={fingerprint}
          ready={ready}
          busy={starting === 'azure'}
          onHandOver={(choice) => void letAzureRun(choice)}
        />
        <Button appearance="primary" disabledFocusable={!ready} onClick={() => void runHere()}>
          {starting === 'here' ? t.review.starting : props.action}
        </Button>
      </ActionBar>
    </>
  );
}

/** A run may take so long, in seconds; a longer one asks again in the middle. */
const hour = 3600;

function isGoing(state: RunState | undefined): boolean {
  return state !== undefined && !isOver(state);
}

/** The access as it is explained on this page, for the receipt. */
function explain({ principals }: OfferAccess): readonly Explained[] {
  return principals.flatMap(({ access }) =>
    access.map(({ authorization: { principalId, roleId, kind }, level, role }) => ({
      principalId,
      roleId,
      kind,
      level,
      ...(role.name !== undefined && { roleName: role.name }),
    })),
  );
}
