import { Button, Link } from '@fluentui/react-components';
import { useState } from 'react';
import { problemOf, wantsPerson, type Problem } from '../../domain/problem.ts';
import { problemText } from '../../text/problemTexts.ts';
import { useText } from '../../text/TextContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { Services } from '../services.ts';
import { ProblemDetails, ProblemNotice } from '../shared/ProblemNotice.tsx';
import styles from './OwnersDialog.module.css';
import type { OwnerNamesState } from './useOwnerNames.ts';

type Directory = NonNullable<Services['directory']>;

/** Names of people, for whoever wants to see them: what asking means, the press, and what came of it. Ids stay. */
export function OwnerNames(props: {
  readonly names: OwnerNamesState;
  readonly directory: Directory;
  /** There are groups or apps without a name, too. */
  readonly others: boolean;
  /** Path and query to come back to from Microsoft. */
  readonly address: string;
}) {
  const { t, format } = useText();
  const { names } = props;
  const { step } = names;
  const others = props.others && <p className={styles.text}>{t.ownerNames.others}</p>;
  if (names.nameless === 0) return others;
  const unknown = [...names.found.values()].filter((name) => name === 'unknown').length;
  return (
    <>
      {step.name === 'hidden' && <p className={styles.text}>{t.ownerNames.lead}</p>}
      <div className={styles.names}>
        {/* One button for both: the focus stays where it is. */}
        <Button disabledFocusable={step.name === 'asking'} onClick={step.name === 'shown' ? names.hide : names.show}>
          {step.name === 'shown' ? t.ownerNames.hide : t.ownerNames.show}
        </Button>
        <span role="status" className={styles.text}>
          {step.name === 'asking' && t.ownerNames.asking}
          {step.name === 'shown' && t.ownerNames.shown(format, names.nameless - unknown, names.nameless)}
        </span>
      </div>
      {step.name === 'failed' && <NamesFailed {...props} problem={step.problem} declined={step.declined} />}
      {others}
    </>
  );
}

function NamesFailed(props: {
  readonly problem: Problem;
  readonly declined: boolean;
  readonly directory: Directory;
  readonly address: string;
}) {
  const { t, format } = useText();
  const { problem, directory } = props;
  const words = t.ownerNames;
  switch (problem.code) {
    case 'consentNeeded':
    case 'signInCancelled':
      return props.declined ? (
        <Notice tone="caution" announce title={words.declined.title}>
          <p>{words.declined.what}</p>
          {directory.approvalAddress !== undefined && (
            <p>
              {words.declined.administrator} <Link href={directory.approvalAddress}>{directory.approvalAddress}</Link>
            </p>
          )}
          <ProblemDetails problem={problem} />
        </Notice>
      ) : (
        <Allow {...props} title={words.allow.title} what={words.allow.what} />
      );
    case 'signInNeeded':
    case 'mfaNeeded':
      return <Allow {...props} title={words.signIn.title} what={words.signIn.what} />;
    case 'throttled': {
      const { retryAfterMs } = problem;
      const seconds = retryAfterMs === undefined ? undefined : Math.max(1, Math.ceil(retryAfterMs / 1000));
      return (
        <Told
          problem={problem}
          title={words.throttled.title}
          what={seconds === undefined ? words.throttled.soon : words.throttled.after(format, seconds)}
        />
      );
    }
    case 'notAllowed':
      return <Told problem={problem} title={words.notAllowed.title} what={words.notAllowed.what} />;
    case 'noAnswer':
    case 'badAnswer':
      return <Told problem={problem} title={words.blocked.title} what={words.blocked.what} />;
    default: {
      const { title, what, next } = problemText(t.problems, problem);
      return <Told problem={problem} title={words.failed} what={`${title}. ${what} ${next}`} />;
    }
  }
}

function Told(props: { readonly problem: Problem; readonly title: string; readonly what: string }) {
  const { t } = useText();
  return (
    <Notice tone="caution" announce title={props.title}>
      <p>
        {props.what} {t.ownerNames.idsRemain}
      </p>
      <ProblemDetails problem={props.problem} />
    </Notice>
  );
}

/** Only Microsoft can go on here, and it asks the person: the page is left by a press of its own. */
function Allow(props: {
  readonly problem: Problem;
  readonly title: string;
  readonly what: string;
  readonly directory: Directory;
  readonly address: string;
}) {
  const { t } = useText();
  const [failure, setFailure] = useState<unknown>();
  const { problem, directory, address } = props;
  const claims = wantsPerson(problem) ? problem.claims : undefined;
  return (
    <>
      <Notice
        tone="info"
        announce
        title={props.title}
        actions={
          <Button onClick={() => void directory.allow(address, claims).catch(setFailure)}>{t.ownerNames.goOn}</Button>
        }
      >
        <p>{props.what}</p>
      </Notice>
      {failure !== undefined && <ProblemNotice error={problemOf(failure)} />}
    </>
  );
}
