import { itemsDoing } from '../../domain/changeSet.ts';
import type { Offer } from '../../domain/offer.ts';
import { isUnread } from '../../domain/unreadOffer.ts';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Points } from '../../ui/Points.tsx';
import { Section } from '../../ui/Section.tsx';
import { OfferAccessSection } from '../offers/OfferAccessSection.tsx';
import { ConfirmChange } from '../shared/ConfirmChange.tsx';
import { providerName } from '../shared/offerNames.ts';
import { OverlapSection } from './OverlapSection.tsx';
import styles from './Remove.module.css';
import { RemovedList } from './RemovedList.tsx';
import type { Removal, RemovalChoice } from './removal.ts';

/** What the provider loses, what that may cost, and the confirmation. */
export function ConfirmRemoval(props: {
  readonly removal: Removal;
  readonly choice: RemovalChoice;
  readonly onChoice: (choice: RemovalChoice) => void;
  readonly prepareAgain: () => Promise<Removal>;
  readonly onChanged: (removal: Removal) => void;
}) {
  const { removal, choice, onChoice } = props;
  const { offer, changeSet, overlaps } = removal;
  const { t, format } = useText();
  const provider = providerName(offer);
  const unread = isUnread(offer);
  const removed = itemsDoing(changeSet, 'remove').length;
  const copies = itemsDoing(changeSet, 'removeCopy').length;
  const scopes = t.common.scopes(format, removed);
  const takes = removed > 0;
  const restored = itemsDoing(changeSet, 'reapply').length;
  const confirmation = unread
    ? t.removeUnread.confirm(format, removed)
    : takes
      ? t.remove.confirm(provider, offer.managedByTenantId, scopes) +
        (overlaps.length === 0
          ? ''
          : ` ${restored > 0 ? t.remove.confirmRestore(format, restored) : t.remove.confirmLoss(format, overlaps.length)}`)
      : t.remove.confirmCopies(format, copies);
  return (
    <ConfirmChange
      review={removal}
      confirmation={confirmation}
      action={takes ? t.remove.action(format, removed) : t.remove.actionCopies(format, copies)}
      back={unread ? paths.delegations : paths.offer(offer.key)}
      backText={unread ? t.removeUnread.back : t.remove.backToOffer}
      prepareAgain={props.prepareAgain}
      onChanged={props.onChanged}
    >
      {takes && (
        <p className={styles.sentence}>
          <bdi>{unread ? t.removeUnread.sentence(scopes) : t.remove.sentence(provider, scopes)}</bdi>
        </p>
      )}
      <div className={styles.columns}>
        {unread && <UnreadAccess offer={offer} />}
        {takes && !unread && <OfferAccessSection content={changeSet.offer.content} brief title={t.remove.losesTitle} />}
        <RemovedList changeSet={changeSet} />
      </div>
      <OverlapSection
        overlaps={overlaps}
        restore={choice.restore}
        onRestore={(restore) => onChoice({ ...choice, restore })}
      />
      <Section title={t.remove.knowTitle}>
        <Points
          points={[
            ...(takes ? [t.remove.know.sessions, t.remove.know.made] : []),
            ...(unread ? [t.removeUnread.overlap] : []),
            ...(copies > 0 ? [offer.content.plan ? t.remove.know.acceptAgain : t.remove.know.templateAgain] : []),
          ].map((text) => ({ tone: 'caution', text }))}
        />
      </Section>
    </ConfirmChange>
  );
}

/** In place of the access that is lost: nobody here can say what it is. */
function UnreadAccess({ offer }: { readonly offer: Offer }) {
  const { t } = useText();
  return (
    <Section title={t.remove.losesTitle}>
      <Notice tone="caution" title={t.removeUnread.accessTitle}>
        <p>{t.removeUnread.accessWhat}</p>
        <p>
          {t.delegations.copyId}: <code className={styles.id}>{offer.delegations[0]?.copyId}</code>
        </p>
      </Notice>
    </Section>
  );
}
