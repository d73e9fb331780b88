import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { GuardrailPlan } from '../../domain/guardrailReview.ts';
import { problemOf, ProblemError, wantsPerson, type Problem } from '../../domain/problem.ts';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { ActionBar } from '../../ui/ActionBar.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useServices } from '../services.ts';
import { claimsFor } from '../shared/claimsFor.ts';
import { ConfirmCard, useConfirming } from '../shared/ConfirmCard.tsx';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import { GuardrailEffect } from './GuardrailEffect.tsx';

/** An assignment as it is put before a person. */
export interface ReviewedGuardrail {
  readonly plan: GuardrailPlan;
  /** Where, as it was chosen. */
  readonly place: string;
  /** SHA-256 over what will be written. */
  readonly fingerprint: string;
}

/** Confirms an assignment, writes it, and ends at its receipt. Nothing is written where the tenants in use have changed. */
export function ReviewGuardrail<Again extends object>(props: {
  readonly review: ReviewedGuardrail;
  readonly prepareAgain: () => Promise<ReviewedGuardrail | Again>;
  readonly onChanged: (again: ReviewedGuardrail | Again) => void;
  readonly onBack: () => void;
}) {
  const { plan, place, fingerprint } = props.review;
  const { t, language } = useText();
  const { assignGuardrail, session } = useServices();
  const navigate = useNavigate();
  const words = t.guardrails;
  const { planned } = plan;
  const sentence = words.confirm(words.name[planned.kind], place);
  const { confirmed, reason, card } = useConfirming(fingerprint, sentence);
  const [busy, setBusy] = useState(false);
  const [stale, setStale] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [receipt, setReceipt] = useState<string>();

  const assign = async () => {
    if (!confirmed || busy) return;
    setBusy(true);
    setProblem(undefined);
    setReceipt(undefined);
    setStale(false);
    try {
      const again = await props.prepareAgain();
      if (!isSame(again, fingerprint)) {
        setStale(true);
        props.onChanged(again);
        return;
      }
      const ended = await assignGuardrail({
        planned,
        place,
        fingerprint,
        confirmation: { text: sentence, language },
        ...(reason !== undefined && { reason }),
      });
      if (ended.problem) {
        setProblem(ended.problem);
        setReceipt(ended.receipt.id);
      } else void navigate(paths.receipt(ended.receipt.id));
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {stale && (
        <Notice tone="caution" announce title={t.review.staleTitle}>
          <p>{t.review.staleWhat}</p>
        </Notice>
      )}
      <GuardrailEffect plan={plan} place={place} />
      <ConfirmCard {...card} />
      {problem && (
        <ProblemNotice
          error={new ProblemError(problem)}
          title={words.refusedTitle}
          actions={
            <>
              {wantsPerson(problem) && (
                <Button onClick={() => void session.stepUp(claimsFor(problem))}>{t.run.stepUpGo}</Button>
              )}
              {receipt !== undefined && <Link to={paths.receipt(receipt)}>{t.run.receipt}</Link>}
            </>
          }
        />
      )}
      <ActionBar summary={!confirmed && t.review.confirmFirst}>
        <Button onClick={props.onBack}>{t.guardrailReview.back}</Button>
        <Button appearance="primary" disabledFocusable={!confirmed || busy} onClick={() => void assign()}>
          {busy ? words.assigning : words.assign}
        </Button>
      </ActionBar>
    </>
  );
}

function isSame(again: object, fingerprint: string): boolean {
  return 'fingerprint' in again && again.fingerprint === fingerprint;
}
