import { numbersOf } from '../../domain/changeSet.ts';
import { useText } from '../../text/TextContext.tsx';
import { OfferAccessSection } from '../offers/OfferAccessSection.tsx';
import { ConfirmChange } from '../shared/ConfirmChange.tsx';
import { providerName } from '../shared/offerNames.ts';
import styles from './ConfirmReview.module.css';
import { KnowSection } from './KnowSection.tsx';
import type { Review } from './review.ts';
import { ReviewScopes } from './ReviewScopes.tsx';

/** The review itself and its confirmation. Nothing is written before the button at its end. */
export function ConfirmReview(props: {
  readonly review: Review;
  readonly back: string;
  readonly prepareAgain: () => Promise<Review>;
  readonly onChanged: (review: Review) => void;
}) {
  const { review } = props;
  const { t, format } = useText();
  const { changeSet, offer } = review;
  const numbers = numbersOf(changeSet);
  const provider = providerName(offer);
  const scopes = t.common.scopes(format, numbers.delegate);
  return (
    <ConfirmChange
      review={review}
      confirmation={t.review.confirm(provider, offer.managedByTenantId, scopes)}
      action={t.review.action(format, numbers.delegate)}
      back={props.back}
      backText={t.review.changeSelection}
      prepareAgain={props.prepareAgain}
      onChanged={props.onChanged}
    >
      <p className={styles.sentence}>
        <bdi>{t.review.sentence(provider, scopes)}</bdi>
      </p>
      <div className={styles.columns}>
        <OfferAccessSection content={changeSet.offer.content} brief />
        <ReviewScopes review={review} />
      </div>
      <KnowSection content={changeSet.offer.content} />
    </ConfirmChange>
  );
}
