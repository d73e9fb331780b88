import { itemsDoing } from '../../domain/changeSet.ts';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
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
  const removed = itemsDoing(changeSet, 'remove').length;
  const copies = itemsDoing(changeSet, 'removeCopy').length;
  const scopes = t.common.scopes(format, removed);
  const takes = removed > 0;
  const restored = itemsDoing(changeSet, 'reapply').length;
  const confirmation = takes
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
      back={paths.offer(offer.key)}
      backText={t.remove.backToOffer}
      prepareAgain={props.prepareAgain}
      onChanged={props.onChanged}
    >
      {takes && (
        <p className={styles.sentence}>
          <bdi>{t.remove.sentence(provider, scopes)}</bdi>
        </p>
      )}
      <div className={styles.columns}>
        {takes && <OfferAccessSection content={changeSet.offer.content} brief title={t.remove.losesTitle} />}
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
            ...(copies > 0 ? [offer.content.plan ? t.remove.know.acceptAgain : t.remove.know.templateAgain] : []),
          ].map((text) => ({ tone: 'caution', text }))}
        />
      </Section>
    </ConfirmChange>
  );
}
