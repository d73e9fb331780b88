import type { ReactNode } from 'react';
import { paths } from '../../paths.ts';
import type { start as original } from '../../text/en/start.ts';
import type { Language } from '../../text/language.ts';
import type { Section } from '../../text/types.ts';
import { DelegatePicture, ReviewPicture, SignInPicture } from './pictures.tsx';
import { StartFrame } from './StartFrame.tsx';

export type StartText = Section<typeof original>;

/** Where someone who is not an Owner learns who is, once signed in. */
const ownersPath = `${paths.guide}#owners`;

/**
 * What a person meets who has not signed in. Drawn on the server side at build time and taken over in the browser, so
 * nothing here may depend on the browser. Plain HTML and one style sheet: it must be there before anything else is.
 */
export function StartPage(props: {
  readonly text: StartText;
  readonly language: Language;
  /** What has just happened: stands before the button. */
  readonly notice?: ReactNode;
  /** Whether the button has been pressed and Entra is on its way. */
  readonly leaving: boolean;
  readonly onSignIn: (returnTo?: string) => void;
  readonly onLanguage: () => void;
  readonly onTheme: () => void;
}) {
  const { text, leaving, onSignIn } = props;
  const { steps, who, never } = text;
  return (
    <StartFrame text={text} language={props.language} onLanguage={props.onLanguage} onTheme={props.onTheme}>
      <section className="promise">
        <h1>{text.promise}</h1>
        {props.notice}
        <div className="actions">
          <button type="button" className="primary" aria-disabled={leaving} onClick={() => onSignIn()}>
            {leaving ? text.leaving : text.signIn}
          </button>
          <a
            href={ownersPath}
            onClick={(event) => {
              event.preventDefault();
              onSignIn(ownersPath);
            }}
          >
            {text.owners}
          </a>
        </div>
      </section>
      <section aria-labelledby={`steps-${props.language}`}>
        <h2 id={`steps-${props.language}`} className="unseen">
          {text.stepsTitle}
        </h2>
        <ol className="steps">
          <Step picture={<SignInPicture />} {...steps.signIn} />
          <Step picture={<ReviewPicture />} {...steps.review} />
          <Step picture={<DelegatePicture />} {...steps.delegate} />
        </ol>
      </section>
      <div className="terms">
        <section>
          <h2>{who.title}</h2>
          <p>{who.owner}</p>
          <p>{who.contributor}</p>
        </section>
        <section>
          <h2>{never.title}</h2>
          <ul>
            <Never {...never.server} />
            <Never {...never.secrets} />
            <Never {...never.writes} />
          </ul>
        </section>
      </div>
    </StartFrame>
  );
}

function Step(props: { readonly picture: ReactNode; readonly name: string; readonly what: string }) {
  return (
    <li>
      {props.picture}
      <h3>{props.name}</h3>
      <p>{props.what}</p>
    </li>
  );
}

function Never(props: { readonly lead: string; readonly rest: string }) {
  return (
    <li>
      <strong>{props.lead}</strong> {props.rest}
    </li>
  );
}
