import { Button, Checkbox, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { OfferAccess } from '../../domain/access.ts';
import { numbersOf } from '../../domain/changeSet.ts';
import { shortFingerprint } from '../../domain/fingerprint.ts';
import { problemOf, type Problem } from '../../domain/problem.ts';
import type { Explained } from '../../domain/receipt.ts';
import { isOver, type RunState } from '../../domain/run.ts';
import { needsReview, whatMoved } from '../../domain/stale.ts';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { ActionBar } from '../../ui/ActionBar.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Card, Section } from '../../ui/Section.tsx';
import { OfferAccessSection } from '../offers/OfferAccessSection.tsx';
import { useServices } from '../services.ts';
import { providerName } from '../shared/offerNames.ts';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import { useAccess } from '../shared/useOffers.ts';
import { useFoundRun, useRun } from '../shared/useRun.ts';
import { KeepingNotice } from './KeepingNotice.tsx';
import styles from './ConfirmReview.module.css';
import { KnowSection } from './KnowSection.tsx';
import type { Review } from './review.ts';
import { ReviewScopes } from './ReviewScopes.tsx';

/** The review itself and its confirmation. Nothing is written before the button at its end. */
export function ConfirmReview(props: {
  readonly review: Review;
  readonly back: string;
  readonly prepareAgain: () => Promise<Review>;
  readonly onChanged: (review: Review) => void;
}) {
  const { review } = props;
  const { t, format, language } = useText();
  const { runs } = useServices();
  const navigate = useNavigate();
  const [confirmedText, setConfirmedText] = useState<string>();
  const [reason, setReason] = useState('');
  const [stale, setStale] = useState(false);
  const [starting, setStarting] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const { state } = useRun();
  const found = useFoundRun();
  // One that was interrupted is kept until it has ended or is forgotten: there is room for one.
  const unfinished = found?.kind === 'unfinished' || found?.kind === 'unreadable';
  const busy = unfinished || [state, found?.kind === 'elsewhere' ? found.state : undefined].some(isGoing);
  const { changeSet, offer, fingerprint } = review;
  const numbers = numbersOf(changeSet);
  const provider = providerName(offer);
  const { access, settled } = useAccess(changeSet.offer.content);
  const scopes = t.common.scopes(format, numbers.delegate);
  const confirmation = t.review.confirm(provider, offer.managedByTenantId, scopes);
  // What was confirmed is exactly this: a change of what is reviewed, or of the words, takes it back.
  const confirmed = confirmedText === `${fingerprint} ${confirmation}`;

  const start = async () => {
    setStarting(true);
    setProblem(undefined);
    try {
      const again = await props.prepareAgain();
      if (needsReview(whatMoved(changeSet, again.changeSet))) {
        setStale(true);
        props.onChanged(again);
        return;
      }
      await runs.start(changeSet, {
        fingerprint,
        text: confirmation,
        explained: explain(access),
        language,
        ...(reason.trim() !== '' && { reason: reason.trim() }),
      });
      void navigate(paths.run);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setStarting(false);
    }
  };
  return (
    <>
      {stale && (
        <Notice tone="caution" announce title={t.review.staleTitle}>
          <p>{t.review.staleWhat}</p>
        </Notice>
      )}
      <p className={styles.sentence}>
        <bdi>{t.review.sentence(provider, scopes)}</bdi>
      </p>
      <div className={styles.columns}>
        <OfferAccessSection content={changeSet.offer.content} brief />
        <ReviewScopes review={review} />
      </div>
      <KnowSection content={changeSet.offer.content} />
      <Section title={t.review.confirmTitle}>
        <Card>
          <Field label={t.review.reason} hint={t.review.reasonHint}>
            <Textarea value={reason} maxLength={1000} resize="vertical" onChange={(_, { value }) => setReason(value)} />
          </Field>
          <Checkbox
            className={styles.confirm ?? ''}
            checked={confirmed}
            label={<bdi>{confirmation}</bdi>}
            onChange={(_, { checked }) =>
              setConfirmedText(checked === true ? `${fingerprint} ${confirmation}` : undefined)
            }
          />
          <div className={styles.fingerprint}>
            {t.review.fingerprint}: <code title={fingerprint}>{shortFingerprint(fingerprint)}</code>
            <div>{t.review.fingerprintHint}</div>
          </div>
        </Card>
      </Section>
      {problem && <ProblemNotice error={problem} />}
      <KeepingNotice scopes={numbers.delegate} />
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
        <Button appearance="secondary" onClick={() => void navigate(props.back)}>
          {t.review.changeSelection}
        </Button>
        <Button
          appearance="primary"
          disabledFocusable={!confirmed || busy || starting || !settled}
          onClick={() => void start()}
        >
          {starting ? t.review.starting : t.review.action(format, numbers.delegate)}
        </Button>
      </ActionBar>
    </>
  );
}

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
