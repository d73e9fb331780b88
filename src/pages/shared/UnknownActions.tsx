import type { Finding } from '../../domain/findings.ts';
import { useText } from '../../text/TextContext.tsx';
import styles from './UnknownActions.module.css';

/** More than so many are counted: Azure's own list has them all. */
const shown = 3;

/** Which actions of a role make it count as very strong only because this app does not know them; nothing where none do. */
export function UnknownActions({ findings }: { readonly findings: readonly Finding[] }) {
  const { t, format } = useText();
  const actions = findings.flatMap((finding) => (finding.code === 'unknownActions' ? finding.actions : []));
  if (actions.length === 0) return null;
  const rest = actions.length - shown;
  return (
    <div className={styles.unknown}>
      {t.notKnown.actions}
      <ul className={styles.names}>
        {actions.slice(0, shown).map((action) => (
          <li key={action} lang="en" translate="no">
            <bdi>{action}</bdi>
          </li>
        ))}
        {rest > 0 && <li className={styles.more}>{t.notKnown.more(format, rest)}</li>}
      </ul>
    </div>
  );
}
