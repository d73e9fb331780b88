import { Button } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import type { CatalogOffer } from '../../domain/catalogOffer.ts';
import { problemOf, type Problem, ProblemError } from '../../domain/problem.ts';
import { plainText } from '../../domain/providerText.ts';
import type { Subscription } from '../../domain/scope.ts';
import { useText } from '../../text/TextContext.tsx';
import { ActionBar } from '../../ui/ActionBar.tsx';
import { LoadingRows } from '../../ui/Loading.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { useServices } from '../services.ts';
import { blockerWord, cannotWord } from '../shared/changeWords.ts';
import { ConfirmChange } from '../shared/ConfirmChange.tsx';
import { providerName } from '../shared/offerNames.ts';
import { ServiceProvidersLink } from '../shared/ServiceProvidersLink.tsx';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import styles from './AddOffer.module.css';
import { prepareAcceptance, type Acceptance } from './prepareAcceptance.ts';

/** Of a publisher's name, in characters. */
const nameLength = 120;

/**
 * The second way of acceptance: this app writes the copy with its marketplace plan, reviewed and confirmed as any change. Said
 * to be unproven for as long as no real Azure has shown that it takes it.
 */
export function AcceptHere(props: {
  readonly offer: CatalogOffer;
  readonly subscription: Subscription;
  readonly onBack: () => void;
}) {
  const { offer, subscription, onBack } = props;
  const { t, format } = useText();
  const { reader, queries, session, membership, config, expectation, surroundings } = useServices();
  const [acceptance, setAcceptance] = useState<Acceptance>();
  const [problem, setProblem] = useState<Problem>();
  const prepare = useCallback(
    () =>
      prepareAcceptance(
        { reader, queries, person: session.person, membership, guests: config.guests, expectation, surroundings },
        offer,
        subscription,
      ),
    [reader, queries, session, membership, config, expectation, surroundings, offer, subscription],
  );
  const open = useCallback(
    () => prepare().then(setAcceptance, (error: unknown) => setProblem(problemOf(error))),
    [prepare],
  );
  useEffect(() => void open(), [open]);
  const again = () => {
    setProblem(undefined);
    void open();
  };

  if (problem) return <ProblemNotice error={new ProblemError(problem)} retry={again} />;
  if (!acceptance) return <LoadingRows label={t.acceptHere.preparing} />;
  const { changeSet } = acceptance;
  const { content } = changeSet.offer;
  if (changeSet.items.length === 0) {
    return (
      <>
        <Notice
          tone="caution"
          announce
          title={changeSet.already.length > 0 ? t.acceptHere.alreadyTitle : t.acceptHere.cannotTitle}
        >
          <ul className={styles.list}>
            {changeSet.cannot
              .flatMap(({ reasons }) => reasons)
              .map((reason, at) => (
                // The reasons never change their places.
                <li key={`${reason.code} ${String(at)}`}>
                  {reason.code === 'blocked' ? blockerWord(reason.blocker, t, format) : cannotWord(reason, t, format)}
                </li>
              ))}
          </ul>
        </Notice>
        <ActionBar>
          <Button onClick={onBack}>{t.acceptHere.back}</Button>
        </ActionBar>
      </>
    );
  }
  return (
    <ConfirmChange
      review={acceptance}
      confirmation={t.acceptHere.confirm(
        plainText(offer.publisherName, nameLength) || providerName(acceptance.offer),
        content.managedByTenantId,
        content.plan?.version ?? '',
        subscription.name,
      )}
      action={t.acceptHere.action}
      back={onBack}
      backText={t.acceptHere.back}
      prepareAgain={prepare}
      onChanged={setAcceptance}
    >
      <Section title={t.acceptHere.willTitle} lead={t.acceptHere.will(subscription.name)}>
        {changeSet.registrations.length > 0 && <div>{t.acceptHere.registers}</div>}
      </Section>
      <Notice tone="caution" title={t.acceptHere.title} actions={<ServiceProvidersLink />}>
        <p>{t.acceptHere.unproven}</p>
      </Notice>
    </ConfirmChange>
  );
}
