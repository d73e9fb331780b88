import { strongOnlyByNotKnowing } from '../../domain/access.ts';
import type { OfferContent } from '../../domain/offer.ts';
import { useText } from '../../text/TextContext.tsx';
import { AccessLevel } from '../../ui/AccessLevel.tsx';
import { LoadingRows } from '../../ui/Loading.tsx';
import { Card, Section } from '../../ui/Section.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import { AccessCards } from '../shared/AccessCards.tsx';
import { levelWord } from '../shared/levelWord.ts';
import { useAccess } from '../shared/useOffers.ts';
import styles from './OffersPage.module.css';

/** What an offer lets its provider do: in one sentence, then principal by principal. */
export function OfferAccessSection({
  content,
  brief = false,
  title,
}: {
  readonly content: OfferContent;
  readonly brief?: boolean;
  /** Where something else than giving it is the point. */
  readonly title?: string;
}) {
  const { t } = useText();
  const heading = title ?? t.offer.accessTitle;
  const { access, roles, settled } = useAccess(content);
  if (!settled) {
    return (
      <Section title={heading}>
        <LoadingRows label={t.common.loading} />
      </Section>
    );
  }
  return (
    <Section title={heading}>
      <Card>
        <div>
          <AccessLevel level={access.level} word={`${t.offer.overallLabel}: ${levelWord(access.level, t)}`} />
        </div>
        <div className={styles.name}>
          {strongOnlyByNotKnowing(access) ? t.access.overallUnknown : t.access.overall[`l${access.level}`]}
        </div>
        <StateTag tone={access.canRemoveItself ? 'good' : 'neutral'} plain>
          {access.canRemoveItself ? t.offer.canRemove : t.offer.cannotRemove}
        </StateTag>
        {content.plan && <div>{t.offer.publicPlan}</div>}
        <div className={styles.sub}>{t.offer.nobodyKnows}</div>
      </Card>
      <AccessCards principals={access.principals} roles={roles} brief={brief} />
    </Section>
  );
}
