import { Link } from 'react-router';
import type { InventoryRow } from '../../domain/inventory.ts';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { useSearchParams } from 'react-router';
import { sameId } from '../../domain/ids.ts';
import { AccessLevel } from '../../ui/AccessLevel.tsx';
import { ProviderText } from '../../ui/ProviderText.tsx';
import { levelWord } from '../shared/levelWord.ts';
import { offerOf } from './inventoryRows.ts';
import styles from './ScopeAccess.module.css';

/**
 * The delegations that something rests on, each with its offer.
 * @param placed says whether a delegation is of the scope itself or comes from its subscription
 * @param named says which scope each is of
 */
export function GivenBy(props: {
  readonly rows: readonly InventoryRow[];
  readonly placed?: boolean;
  readonly named?: boolean;
}) {
  const { t } = useText();
  const [search] = useSearchParams();
  const here = search.get('scope') ?? '';
  return (
    <ul className={styles.list}>
      {props.rows.map((row) => (
        <li key={row.delegation.id}>
          {props.named && (
            <>
              <Link to={paths.accessAt(row.scope)}>
                <bdi>{row.name}</bdi>
              </Link>
              {': '}
            </>
          )}
          {row.offer ? (
            <Link to={paths.offer(row.offer.key)}>
              <ProviderText text={offerOf(row, t)} />
            </Link>
          ) : (
            offerOf(row, t)
          )}
          {row.content?.plan && ` ${row.content.plan.version}`}
          {props.placed && `, ${sameId(row.scope, here) ? t.scopeAccess.here : t.scopeAccess.above}`}{' '}
          {props.named && row.access && <AccessLevel level={row.access.level} word={levelWord(row.access.level, t)} />}
          {!row.offer && <code className={styles.id}>{row.delegation.id}</code>}
        </li>
      ))}
    </ul>
  );
}
