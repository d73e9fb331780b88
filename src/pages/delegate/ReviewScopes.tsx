import type { ReactNode } from 'react';
import { itemsDoing, numbersOf, type CannotReason, type ScopeRef } from '../../domain/changeSet.ts';
import { useText } from '../../text/TextContext.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Section } from '../../ui/Section.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import type { Tone } from '../../ui/tone.ts';
import { blockerWord, cannotWord } from '../shared/changeWords.ts';
import { warningText } from '../shared/readinessWords.ts';
import { ScopeName } from '../shared/ScopeName.tsx';
import { useSubscriptionNames } from '../shared/useSubscriptionNames.ts';
import type { Blocker, Review } from './review.ts';
import styles from './ReviewScopes.module.css';

/** Lists this short stand open: a number of three is easier to believe when the three are there. */
const openUpTo = 8;

/** The chosen scopes in groups by what will happen to them, in numbers that open to names. */
export function ReviewScopes({ review: { changeSet, warnings } }: { readonly review: Review }) {
  const { t, format } = useText();
  const nameOf = useSubscriptionNames();
  const numbers = numbersOf(changeSet);
  const copyMaybe = numbers.copies.atMost - numbers.copies.atLeast;
  return (
    <Section title={t.review.scopesTitle}>
      <div className={styles.groups}>
        {numbers.register > 0 && (
          <Group tone="info" text={t.review.numbers.register(format, numbers.register)} count={numbers.register}>
            {changeSet.registrations.map((id) => (
              <li key={id}>
                <bdi>{nameOf(id)}</bdi>
              </li>
            ))}
          </Group>
        )}
        {numbers.delegate > 0 && (
          <Group tone="good" text={t.review.numbers.delegate(format, numbers.delegate)} count={numbers.delegate}>
            {itemsDoing(changeSet, 'delegate').map(({ scope, ways }) => (
              <ScopeLine key={scope.id} scope={scope}>
                {[
                  ...(changeSet.registrations.includes(scope.subscriptionId) ? [t.review.step.register] : []),
                  ...(ways[0].kind === 'copy' ? [t.review.step.copy] : []),
                  t.review.step.delegate,
                ].join(' → ')}
              </ScopeLine>
            ))}
          </Group>
        )}
        {numbers.copies.atLeast > 0 && (
          <StateTag tone="info" plain>
            {t.review.numbers.copyCertain(format, numbers.copies.atLeast)}
          </StateTag>
        )}
        {copyMaybe > 0 && (
          <StateTag tone="neutral" plain>
            {t.review.numbers.copyMaybe(format, copyMaybe)}
          </StateTag>
        )}
        {numbers.covered > 0 && (
          <Group tone="neutral" text={t.review.numbers.covered(format, numbers.covered)} count={numbers.covered}>
            {changeSet.covered.map(({ scope }) => (
              <ScopeLine key={scope.id} scope={scope} />
            ))}
          </Group>
        )}
        {numbers.already > 0 && (
          <Group tone="neutral" text={t.review.numbers.already(format, numbers.already)} count={numbers.already}>
            {changeSet.already.map(({ scope }) => (
              <ScopeLine key={scope.id} scope={scope} />
            ))}
          </Group>
        )}
        {numbers.cannot > 0 && (
          <Group tone="bad" text={t.review.numbers.cannot(format, numbers.cannot)} count={numbers.cannot}>
            {changeSet.cannot.map(({ scope, reasons }) => (
              <ScopeLine key={scope.id} scope={scope}>
                {reasons.map(cannotText).join('. ')}
              </ScopeLine>
            ))}
          </Group>
        )}
        {[...warnings].map(([key, { warning, scopes }]) => (
          <Group key={key} tone="caution" text={warningText(warning, t)} count={scopes.length} closed>
            {scopes.map((scope) => (
              <ScopeLine key={scope.id} scope={scope} />
            ))}
          </Group>
        ))}
      </div>
    </Section>
  );

  function cannotText(reason: CannotReason<Blocker>): string {
    return reason.code === 'blocked' ? blockerWord(reason.blocker, t, format) : cannotWord(reason, t, format);
  }
}

function ScopeLine({ scope, children }: { readonly scope: ScopeRef; readonly children?: ReactNode }) {
  return (
    <li>
      <ScopeName scope={scope.id} name={scope.name} />
      {children !== undefined && <div className={styles.sub}>{children}</div>}
    </li>
  );
}

function Group(props: {
  readonly tone: Tone;
  readonly text: string;
  readonly count: number;
  readonly closed?: boolean;
  readonly children: ReactNode;
}) {
  const short = props.count <= openUpTo;
  return (
    <Disclosure
      open={!props.closed && short}
      summary={
        <span className={styles.summary}>
          <StateTag tone={props.tone} plain>
            {props.text}
          </StateTag>
        </span>
      }
    >
      {/* A long one scrolls by itself, and by keyboard: what is confirmed stays within reach. */}
      <ul className={`${styles.list} ${short ? '' : styles.long}`} {...(!short && { tabIndex: 0 })}>
        {props.children}
      </ul>
    </Disclosure>
  );
}
