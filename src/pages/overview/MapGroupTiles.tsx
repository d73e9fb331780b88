import { Button } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { Offer } from '../../domain/offer.ts';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { ChevronRight20Regular } from '../../ui/icons.ts';
import { offerName } from '../shared/offerNames.ts';
import { letterOf, offersOn, type MapGroup, type MapTile } from './estateMap.ts';
import styles from './EstateMap.module.css';
import { colourOf, Letter } from './Letter.tsx';

/** Tiles drawn at once; more come on demand. */
const tilesAtOnce = 240;

/** A management group on the map: its numbers, and its subscriptions as tiles once it is open. */
export function MapGroupTiles(props: {
  readonly group: MapGroup;
  readonly title: string;
  readonly offers: readonly Offer[];
  /** Whether it is open from the beginning. */
  readonly open: boolean;
}) {
  const { t, format } = useText();
  const { group, title, offers } = props;
  const [open, setOpen] = useState(props.open);
  const [drawn, setDrawn] = useState(tilesAtOnce);
  const tiles = useMemo(
    () =>
      open ? group.tiles.toSorted((one, other) => format.compare(one.subscription.name, other.subscription.name)) : [],
    [open, group, format],
  );
  const more = tiles.length - drawn;
  const none = group.tiles.length - group.delegated;
  return (
    <details className={styles.group} open={props.open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.head}>
        <ChevronRight20Regular aria-hidden className={styles.chevron ?? ''} />
        <h3 className={styles.path}>
          <bdi>{title}</bdi>
        </h3>
        <span className={styles.state}>{t.map.group(format, group.delegated, group.tiles.length)}</span>
        {!open && (
          <span className={styles.reach}>
            {group.reach.map(({ offer: at, subscriptions }) => (
              <span key={at} className={styles.count}>
                <Letter at={at} />
                <span aria-hidden>{format.number(subscriptions)}</span>
                <span className="visuallyHidden">{t.map.groupOffer(format, nameOf(at), subscriptions)}</span>
              </span>
            ))}
            {none > 0 && <span className={styles.state}>{t.map.noneCount(format, none)}</span>}
          </span>
        )}
      </summary>
      {open && (
        <ul className={styles.tiles} aria-label={t.map.open(title)}>
          {tiles.slice(0, drawn).map((tile) => (
            <Tile key={tile.subscription.id} tile={tile} nameOf={nameOf} />
          ))}
        </ul>
      )}
      {more > 0 && (
        <Button appearance="subtle" onClick={() => setDrawn(drawn + tilesAtOnce)}>
          {t.map.showMore(format, Math.min(more, tilesAtOnce))}
        </Button>
      )}
    </details>
  );

  function nameOf(at: number): string {
    return offers[at] ? offerName(offers[at].content, t) : letterOf(at);
  }
}

function Tile({ tile, nameOf }: { readonly tile: MapTile; readonly nameOf: (at: number) => string }) {
  const { t, format } = useText();
  const { subscription, resourceGroups } = tile;
  const said = [
    ...(tile.offers.length > 0 ? [t.overview.mapWhole(format.list(tile.offers.map(nameOf)))] : []),
    ...(resourceGroups > 0 ? [t.overview.mapParts(format, resourceGroups)] : []),
  ];
  const look = tile.offers.length > 0 ? styles.whole : resourceGroups > 0 ? styles.partly : '';
  const letters = offersOn(tile);
  return (
    <li className={`${styles.tile} ${look}`}>
      <span className={styles.stripes} aria-hidden>
        {letters.map((at) => (
          <i key={at} className={colourOf(at)} />
        ))}
      </span>
      <Link to={paths.accessAt(subscription.id)} className={styles.name}>
        <bdi>{subscription.name}</bdi>
      </Link>
      <span className={styles.state}>
        <bdi>{said.length > 0 ? said.join(', ') : t.map.none}</bdi>
      </span>
      <span className={styles.letters} aria-hidden>
        {letters.map((at) => (
          <Letter key={at} at={at} />
        ))}
      </span>
    </li>
  );
}
