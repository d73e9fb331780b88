import { useMemo } from 'react';
import { Link } from 'react-router';
import type { OfferGroups } from '../../domain/offers.ts';
import type { Subscription } from '../../domain/scope.ts';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { ProviderText } from '../../ui/ProviderText.tsx';
import { Section } from '../../ui/Section.tsx';
import { offerName } from '../shared/offerNames.ts';
import { foldMap, mapOf, type MapNode } from './estateMap.ts';
import styles from './EstateMap.module.css';
import { Letter, unread } from './Letter.tsx';
import { MapLines } from './MapLines.tsx';

/** Up to this many subscriptions all are in view; of more, each management group is a line with its numbers that opens. */
const openUpTo = 240;

/** The tenant as a picture: subscriptions by management group, coloured and lettered by who works there. */
export function EstateMap(props: { readonly subscriptions: readonly Subscription[]; readonly offers: OfferGroups }) {
  const { t, format } = useText();
  const { subscriptions } = props;
  const { offers } = props.offers;
  const all = subscriptions.length <= openUpTo;
  const groups = useMemo(() => mapOf(subscriptions, props.offers), [subscriptions, props.offers]);
  const nodes = useMemo(
    () => (all ? groups.map((group): MapNode => ({ group, said: 0, inside: [] })) : foldMap(groups)),
    [groups, all],
  );
  const reach = useMemo(() => {
    const counts = new Map<number, number>();
    for (const group of groups) {
      for (const { offer, subscriptions: n } of group.reach) counts.set(offer, (counts.get(offer) ?? 0) + n);
    }
    return counts;
  }, [groups]);
  const unreadable = groups.reduce((sum, group) => sum + group.unread, 0);
  return (
    <Section title={t.overview.map} lead={t.map.lead}>
      <ul className={styles.legend} aria-label={t.map.legend}>
        {offers.map((offer, at) => {
          const n = reach.get(at);
          return n === undefined ? null : (
            <li key={offer.key}>
              <Letter at={at} />{' '}
              <Link to={`${paths.delegations}?${new URLSearchParams({ offer: offer.key })}`}>
                <ProviderText text={offerName(offer.content, t)} />
              </Link>{' '}
              <span className={styles.state}>{t.common.subscriptions(format, n)}</span>
            </li>
          );
        })}
        {unreadable > 0 && (
          <li>
            <Letter at={unread} />{' '}
            <Link to={`${paths.delegations}?state=unreadable`}>{t.delegations.unknownOffer}</Link>{' '}
            <span className={styles.state}>{t.common.subscriptions(format, unreadable)}</span>
          </li>
        )}
      </ul>
      <MapLines nodes={nodes} offers={offers} open={all} />
      <p className={styles.more}>
        <Link to={paths.delegations}>{t.map.all}</Link>
      </p>
    </Section>
  );
}
