import type { BlockReason } from '../../domain/blockReasons.ts';
import type { Readiness } from '../../domain/readiness.ts';
import type { ReadinessWarning } from '../../domain/readinessWarnings.ts';
import { problemText } from '../../text/problemTexts.ts';
import { useText } from '../../text/TextContext.tsx';
import { Breakable } from '../../ui/Breakable.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import { ActivateLink } from './ActivateLink.tsx';
import styles from './ReadinessText.module.css';
import { readinessLabel, reasonText, warningText } from './readinessWords.ts';

/** Why a scope is blocked: every reason, the decisive one first. */
export function Reasons({ reasons }: { readonly reasons: readonly BlockReason[] }) {
  const { t, format } = useText();
  return (
    <ul className={styles.list}>
      {reasons.map((reason, at) => (
        <li key={at}>
          <Breakable text={reasonText(reason, t, format)} />
        </li>
      ))}
    </ul>
  );
}

/** What speaks against a scope without deciding it. */
export function Warnings({ warnings }: { readonly warnings: readonly ReadinessWarning[] }) {
  const { t } = useText();
  if (warnings.length === 0) return null;
  return (
    <ul className={styles.list}>
      {warnings.map((warning, at) => (
        <li key={at}>
          {warningText(warning, t)}
          {warning.code === 'eligibleRole' && (
            <>
              {' '}
              <ActivateLink />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The state of a scope with its reasons and warnings. */
export function ReadinessText({ readiness }: { readonly readiness: Readiness }) {
  const { t } = useText();
  const { tone, text } = readinessLabel(readiness, t);
  return (
    <>
      <StateTag tone={tone} plain>
        {text}
      </StateTag>
      {readiness.state === 'blocked' && (
        <>
          <Reasons reasons={readiness.reasons} />
          {/* What else might go wrong does not matter where it cannot begin; how to begin does. */}
          <Warnings warnings={readiness.warnings.filter(({ code }) => code === 'eligibleRole')} />
        </>
      )}
      {readiness.state === 'unknown' && (
        <ul className={styles.list}>
          <li>{problemText(t.problems, readiness.problem).title}</li>
        </ul>
      )}
      {(readiness.state === 'ready' || readiness.state === 'needsRegistration') && (
        <Warnings warnings={readiness.warnings} />
      )}
    </>
  );
}
