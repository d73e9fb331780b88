import { Button } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { Offer } from '../../domain/offer.ts';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { ChevronRight20Regular } from '../../ui/icons.ts';
import { offerName } from '../shared/offerNames.ts';
import { letterOf, offersOn, type MapNode, type MapTile } from './estateMap.ts';
import styles from './EstateMap.module.css';
import { colourOf, Letter, unread } from './Letter.tsx';

/** Tiles drawn at once; more come on demand. */
const tilesAtOnce = 240;

/** Lines of the map, in the order of their names; what nobody can place comes last. */
export function MapLines(props: {
  readonly nodes: readonly MapNode[];
  readonly offers: readonly Offer[];
  /** Whether they are open from the beginning. */
  readonly open: boolean;
}) {
  const { t, format } = useText();
  const lines = useMemo(
    () =>
      props.nodes
        .map((node) => ({ node, title: titleOf(node) }))
        .toSorted((one, other) => format.compare(one.title ?? '\uffff', other.title ?? '\uffff')),
    [props.nodes, format],
  );
  return lines.map(({ node, title }) => (
    <Line
      key={node.group.key}
      node={node}
      title={title ?? t.delegate.noManagementGroup}
      offers={props.offers}
      open={props.open}
    />
  ));
}

/** The part of the path that the line above does not say; subscriptions of that very group have none. */
function titleOf({ group, said }: MapNode): string | undefined {
  const path = group.path?.slice(said);
  return (
    path && (path.length > 0 ? path : (group.path ?? []).slice(-1)).map(({ displayName }) => displayName).join(' / ')
  );
}

/** A management group on the map: its numbers, and once it is open its smaller groups, or its subscriptions as tiles. */
function Line(props: {
  readonly node: MapNode;
  readonly title: string;
  readonly offers: readonly Offer[];
  readonly open: boolean;
}) {
  const { t, format } = useText();
  const { title, offers } = props;
  const { group, inside } = props.node;
  const [open, setOpen] = useState(props.open);
  const [drawn, setDrawn] = useState(tilesAtOnce);
  const tiles = useMemo(
    () =>
      open && inside.length === 0
        ? group.tiles.toSorted((one, other) => format.compare(one.subscription.name, other.subscription.name))
        : [],
    [open, inside, group, format],
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
            {group.unread > 0 && (
              <span className={styles.count}>
                <Letter at={unread} />
                <span aria-hidden>{format.number(group.unread)}</span>
                <span className="visuallyHidden">
                  {t.map.groupOffer(format, t.delegations.unknownOffer, group.unread)}
                </span>
              </span>
            )}
            {none > 0 && <span className={styles.state}>{t.map.noneCount(format, none)}</span>}
          </span>
        )}
      </summary>
      {open && inside.length > 0 && (
        <div className={styles.inside}>
          <MapLines nodes={inside} offers={offers} open={false} />
        </div>
      )}
      {open && inside.length === 0 && (
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
    ...(tile.unread > 0 ? [t.map.unread] : []),
  ];
  const letters = [...offersOn(tile), ...(tile.unread > 0 ? [unread] : [])];
  const look = tile.offers.length > 0 ? styles.whole : letters.length > 0 ? styles.partly : '';
  return (
    <li className={`${styles.tile} ${look}`}>
      <span className={styles.stripes} aria-hidden>
        {letters.map((at) => (
          <i key={at} className={colourOf(at)} />
        ))}
      </span>
      <Link to={paths.accessAt(subscription.id)} className={styles.label}>
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
