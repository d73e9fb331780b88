import { plainText } from '../../domain/providerText.ts';
import type { Receipt, ReceiptAttempt, ReceiptOutcome, ReceiptScope } from '../../domain/receipt.ts';
import { problemTitle } from '../../text/problemTexts.ts';
import { useText } from '../../text/TextContext.tsx';
import { fact, Facts } from '../../ui/Facts.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import type { Tone } from '../../ui/tone.ts';
import { cannotWord, outcomeWord } from '../shared/changeWords.ts';
import styles from './ReceiptPage.module.css';

const tones: Readonly<Record<ReceiptOutcome, Tone>> = {
  done: 'good',
  already: 'good',
  covered: 'good',
  failed: 'bad',
  unknown: 'caution',
  stopped: 'neutral',
  cannot: 'bad',
};

/** Every chosen scope with its outcome, the ids in Azure, and each request that was made for it. */
export function ReceiptScopes({ receipt }: { readonly receipt: Receipt }) {
  const { t, format } = useText();
  return (
    <ul className={styles.scopes}>
      {receipt.scopes.map((scope) => (
        <li key={`${scope.does ?? ''} ${scope.delegationId ?? scope.copyId ?? ''} ${scope.id}`}>
          <div className={styles.head}>
            <strong>
              <bdi>{scope.name}</bdi>
            </strong>
            <StateTag tone={tones[scope.outcome]} plain>
              {outcomeWord(scope.outcome, receipt.kind, scope.does, t)}
            </StateTag>
          </div>
          {receipt.kind !== 'delegate' && scope.does && (
            <div>
              {t.change.subject[scope.does]} <bdi>{plainText(scope.keptOffer ?? '', 120)}</bdi>
            </div>
          )}
          <code>{scope.id}</code>
          {scope.reasons?.map((reason) =>
            reason.code === 'blocked' ? null : <div key={reason.code}>{cannotWord(reason, t, format)}</div>,
          )}
          {scope.problem && <div>{problemTitle(t.problems, scope.problem.code)}</div>}
          <Facts
            items={[
              fact(t.change.fromVersion, scope.fromVersion),
              fact(t.receipt.delegationId, scope.delegationId && <code>{scope.delegationId}</code>),
              fact(t.receipt.copyId, scope.copyId && <code>{scope.copyId}</code>),
              fact(t.receipt.readBack, scope.readBack && <ReadBack {...scope.readBack} />),
              fact(
                t.receipt.column.attempts,
                attemptsOf(scope).length > 0 ? <Attempts attempts={attemptsOf(scope)} /> : undefined,
              ),
            ]}
          />
        </li>
      ))}
    </ul>
  );

  /** The scope's own requests, and those it shares with others of its subscription. */
  function attemptsOf(scope: ReceiptScope): readonly ReceiptAttempt[] {
    const shared = receipt.shared.filter(
      ({ target }) => target === scope.subscriptionId || (scope.copyId !== undefined && target === scope.copyId),
    );
    return [...shared, ...scope.attempts];
  }
}

function ReadBack({ found, at, clientRequestId }: NonNullable<ReceiptScope['readBack']>) {
  const { t, format } = useText();
  return (
    <>
      {format.dateTime(at)}
      {found === 'gone' && ` · ${t.change.goneReadBack}`} · <code>{clientRequestId}</code>
    </>
  );
}

function Attempts({ attempts }: { readonly attempts: readonly ReceiptAttempt[] }) {
  const { t, format } = useText();
  return (
    <ul className={styles.attempts}>
      {attempts.map(({ kind, clientRequestId, outcome, startedAt }) => (
        <li key={clientRequestId}>
          {attemptWord(kind)}: {t.receipt.attemptOutcome[outcome]} · {format.time(startedAt)} ·{' '}
          <code>{clientRequestId}</code>
        </li>
      ))}
    </ul>
  );

  function attemptWord(kind: ReceiptAttempt['kind']): string {
    return kind === 'deleteDelegation' || kind === 'deleteCopy'
      ? t.change.attemptKind[kind]
      : t.receipt.attemptKind[kind];
  }
}
