import { useMemo } from 'react';
import { Link } from 'react-router';
import type { Offer } from '../../domain/offer.ts';
import { isLive } from '../../domain/offers.ts';
import type { Subscription } from '../../domain/scope.ts';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { ProviderText } from '../../ui/ProviderText.tsx';
import { Section } from '../../ui/Section.tsx';
import { offerName } from '../shared/offerNames.ts';
import { mapOf } from './estateMap.ts';
import styles from './EstateMap.module.css';
import { Letter } from './Letter.tsx';
import { MapGroupTiles } from './MapGroupTiles.tsx';

/** Up to this many subscriptions all are in view; of more, each management group is a line with its numbers that opens. */
const openUpTo = 240;

/** The tenant as a picture: subscriptions by management group, coloured and lettered by who works there. */
export function EstateMap(props: {
  readonly subscriptions: readonly Subscription[];
  readonly offers: readonly Offer[];
}) {
  const { t, format } = useText();
  const { subscriptions, offers } = props;
  const groups = useMemo(
    () =>
      mapOf(subscriptions, offers)
        .map((group) => ({ group, title: group.path?.map(({ displayName }) => displayName).join(' / ') }))
        .toSorted((one, other) =>
          one.title === undefined ? 1 : other.title === undefined ? -1 : format.compare(one.title, other.title),
        ),
    [subscriptions, offers, format],
  );
  return (
    <Section title={t.overview.map} lead={t.map.lead}>
      <ul className={styles.legend} aria-label={t.map.legend}>
        {offers.map((offer, at) => (
          <li key={offer.key}>
            <Letter at={at} />{' '}
            <Link to={`${paths.delegations}?${new URLSearchParams({ offer: offer.key })}`}>
              <ProviderText text={offerName(offer.content, t)} />
            </Link>{' '}
            <span className={styles.state}>{t.map.delegations(format, offer.delegations.filter(isLive).length)}</span>
          </li>
        ))}
      </ul>
      {groups.map(({ group, title }) => (
        <MapGroupTiles
          key={group.key}
          group={group}
          title={title ?? t.delegate.noManagementGroup}
          offers={offers}
          open={subscriptions.length <= openUpTo}
        />
      ))}
      <p className={styles.more}>
        <Link to={paths.delegations}>{t.map.all}</Link>
      </p>
    </Section>
  );
}
