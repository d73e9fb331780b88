import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { problemOf, type Problem } from '../../domain/problem.ts';
import { plainText } from '../../domain/providerText.ts';
import { problemText } from '../../text/problemTexts.ts';
import { useText } from '../../text/TextContext.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { fact, Facts } from '../../ui/Facts.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** Azure's own words about a problem, for those who need them. Nothing where Azure said nothing. */
export function ProblemDetails({ problem }: { readonly problem: Problem }) {
  const { t } = useText();
  const { azure } = problem;
  if (!azure) return null;
  const words = t.common.problemDetails;
  return (
    <Disclosure summary={t.common.details}>
      <Facts
        items={[
          fact(words.code, [azure.status, azure.code].filter((part) => part !== undefined).join(' ') || undefined),
          fact(
            words.message,
            azure.message === undefined ? undefined : <bdi lang="en">{plainText(azure.message, 2000)}</bdi>,
          ),
          fact(words.request, azure.requestId ?? azure.clientRequestId),
        ]}
      />
    </Disclosure>
  );
}

/** A problem in three sentences - what, why, what next - with Azure's words behind "Details" and a way to try again. */
export function ProblemNotice(props: {
  /** What was thrown, or the problem itself. */
  readonly error: Error | Problem | null;
  readonly title?: string;
  readonly retry?: () => void;
  readonly actions?: ReactNode;
}) {
  const { t } = useText();
  const problem = props.error instanceof Error || props.error === null ? problemOf(props.error) : props.error;
  const { title, what, next } = problemText(t.problems, problem);
  return (
    <Notice
      tone="bad"
      announce
      title={props.title ?? title}
      actions={
        <>
          {props.retry && <Button onClick={props.retry}>{t.common.retry}</Button>}
          {props.actions}
        </>
      }
    >
      <p>
        {props.title !== undefined && `${title}. `}
        {what} {next}
      </p>
      <ProblemDetails problem={problem} />
    </Notice>
  );
}
