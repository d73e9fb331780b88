import { useMemo } from 'react';
import type { Offer } from '../../domain/offer.ts';
import type { Subscription } from '../../domain/scope.ts';
import { useText } from '../../text/TextContext.tsx';
import { ProviderText } from '../../ui/ProviderText.tsx';
import { Section } from '../../ui/Section.tsx';
import { offerName } from '../shared/offerNames.ts';
import { letterOf, mapOf, type MapTile } from './estateMap.ts';
import styles from './EstateMap.module.css';

/** A huge tenant is not drawn tile by tile: the list of scopes serves it better. */
const tilesDrawn = 240;

/** The tenant as a picture: subscriptions by management group, lettered by who works there. */
export function EstateMap(props: {
  readonly subscriptions: readonly Subscription[];
  readonly offers: readonly Offer[];
}) {
  const { t, format } = useText();
  const groups = useMemo(() => {
    const sorted = props.subscriptions
      .slice(0, tilesDrawn)
      .toSorted((one, other) => format.compare(placeOf(one), placeOf(other)) || format.compare(one.name, other.name));
    return mapOf(sorted, props.offers);
  }, [props.subscriptions, props.offers, format]);
  const more = props.subscriptions.length - tilesDrawn;
  return (
    <Section title={t.overview.map} lead={t.overview.mapLead}>
      <ul className={styles.legend}>
        {props.offers.map((offer, at) => (
          <li key={offer.key}>
            <span className={styles.letter} aria-hidden>
              {letterOf(at)}
            </span>{' '}
            <ProviderText text={offerName(offer.content, t)} />
          </li>
        ))}
      </ul>
      {groups.map((group) => (
        <div key={group.key} className={styles.group}>
          <h3 className={styles.path}>
            {group.path?.map(({ displayName }) => displayName).join(' / ') ?? t.delegate.noManagementGroup}
          </h3>
          <ul className={styles.tiles}>
            {group.tiles.map((tile) => (
              <Tile key={tile.subscription.id} tile={tile} offers={props.offers} />
            ))}
          </ul>
        </div>
      ))}
      {more > 0 && <p className={styles.more}>{t.overview.mapMore(format, more)}</p>}
    </Section>
  );
}

function Tile({ tile, offers }: { readonly tile: MapTile; readonly offers: readonly Offer[] }) {
  const { t, format } = useText();
  const names = (at: readonly number[]) =>
    format.list(at.flatMap((one) => (offers[one] ? [offerName(offers[one].content, t)] : [])));
  const letters = [...tile.offers, ...tile.partly.filter((at) => !tile.offers.includes(at))];
  const said = [
    ...(tile.offers.length > 0 ? [t.overview.mapWhole(names(tile.offers))] : []),
    ...(tile.resourceGroups > 0 ? [t.overview.mapParts(format, tile.resourceGroups)] : []),
  ];
  const look = tile.offers.length > 0 ? styles.whole : tile.resourceGroups > 0 ? styles.partly : '';
  return (
    <li className={`${styles.tile} ${look}`}>
      <span className={styles.name}>{tile.subscription.name}</span>
      <span className={styles.state}>{said.length > 0 ? said.join(', ') : t.overview.mapNone}</span>
      <span className={styles.letters} aria-hidden>
        {letters.map((at) => (
          <span key={at} className={styles.letter}>
            {letterOf(at)}
          </span>
        ))}
      </span>
    </li>
  );
}

function placeOf({ managementGroups }: Subscription): string {
  return managementGroups?.map(({ displayName }) => displayName).join('/') ?? '\uffff';
}
