import { Link } from 'react-router';
import type { InventoryRow } from '../../domain/inventory.ts';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { CopyText } from '../../ui/CopyText.tsx';
import { fact, Facts } from '../../ui/Facts.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { AccessCards } from '../shared/AccessCards.tsx';
import type { Roles } from '../shared/useOffers.ts';
import styles from './Inventory.module.css';

/** What an opened delegation shows: the roles in words, its ids, and where to read on. */
export function InventoryDetails({ row, roles }: { readonly row: InventoryRow; readonly roles: Roles }) {
  const { t, format } = useText();
  const { delegation, access, offer, content } = row;
  const version = content?.plan?.version;
  const newest = offer?.content.plan?.version;
  return (
    <div className={styles.details}>
      {row.condition === 'unreadable' && (
        <Notice tone="caution" title={t.delegations.conditions.unreadable}>
          <p>{t.delegations.unreadableWhat}</p>
        </Notice>
      )}
      {version !== undefined && newest !== undefined && version !== newest && (
        <p className={styles.note}>{t.delegations.olderVersion(version, newest)}</p>
      )}
      {access && <AccessCards principals={access.principals} roles={roles} brief />}
      <Facts
        items={[
          fact(t.delegations.began, row.since === undefined ? t.delegations.unknownSince : format.dateTime(row.since)),
          fact(
            t.delegations.delegationId,
            <CopyText
              text={delegation.id}
              label={t.common.copyId(t.delegations.delegationId)}
              done={t.common.copied}
            />,
          ),
          fact(
            t.delegations.copyId,
            <CopyText text={delegation.copyId} label={t.common.copyId(t.delegations.copyId)} done={t.common.copied} />,
          ),
        ]}
      />
      <div className={styles.links}>
        <Link to={paths.accessAt(row.scope)}>{t.delegations.accessOf(row.name)}</Link>
        {offer && <Link to={paths.offer(offer.key)}>{t.delegations.offerDetails}</Link>}
      </div>
    </div>
  );
}
