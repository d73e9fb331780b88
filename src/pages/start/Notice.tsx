import type { Problem } from '../../domain/problem.ts';
import type { signIn as original } from '../../text/en/signIn.ts';
import type { Section } from '../../text/types.ts';

export type SignInText = Section<typeof original>;

/** What the start page has to say beside its button. */
export type StartNotice =
  { readonly kind: 'signedOut' } | { readonly kind: 'problem'; readonly problem: Problem; readonly help: StartHelp };

/** Where a person who cannot sign in finds help. */
export interface StartHelp {
  readonly supportContact?: string | undefined;
  /** Where an administrator approves the app. */
  readonly approvalAddress?: string | undefined;
}

/** One calm box: what happened, what to do, and where it helps, what Microsoft answered and whom to ask. */
export function Notice({ text, notice }: { readonly text: SignInText; readonly notice: StartNotice }) {
  switch (notice.kind) {
    case 'signedOut':
      return (
        <div className="note" role="status">
          <strong>{text.signedOut.title}</strong>
          <p>{text.signedOut.next}</p>
        </div>
      );
    case 'problem':
      return <ProblemNotice text={text} problem={notice.problem} help={notice.help} />;
  }
}

function ProblemNotice(props: { readonly text: SignInText; readonly problem: Problem; readonly help: StartHelp }) {
  const { text, problem } = props;
  const { supportContact, approvalAddress } = props.help;
  const { title, next } = wordsFor(text, problem);
  const harmless = problem.code === 'signInCancelled' || problem.code === 'signInNeeded';
  return (
    <div className={harmless ? 'note' : 'note bad'} role={harmless ? 'status' : 'alert'}>
      <strong>{title}</strong>
      <p>{next}</p>
      {problem.code === 'consentNeeded' && approvalAddress && (
        <p>
          {text.approval} <a href={approvalAddress}>{approvalAddress}</a>
        </p>
      )}
      {!harmless && problem.azure?.message && (
        <details>
          <summary>
            {text.microsoftSays}
            {problem.azure.code && ` (${problem.azure.code})`}
          </summary>
          <p className="verbatim" lang="en">
            {problem.azure.message}
          </p>
        </details>
      )}
      {!harmless && supportContact && (
        <p>
          {text.help} <ContactLink contact={supportContact} />
        </p>
      )}
    </div>
  );
}

/** Sign-in knows a part of all problems; whatever else comes up here is one that nobody foresaw. */
function wordsFor(text: SignInText, { code }: Problem) {
  const texts: Readonly<Partial<Record<string, { readonly title: string; readonly next: string }>>> = text.problems;
  return texts[code] ?? text.problems.unexpected;
}

function ContactLink({ contact }: { readonly contact: string }) {
  return <a href={contact.includes('://') ? contact : `mailto:${contact}`}>{contact}</a>;
}
