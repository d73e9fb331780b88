import { Link } from 'react-router';
import { idKey } from '../../domain/ids.ts';
import type { Condition, InventoryRow } from '../../domain/inventory.ts';
import { termsOf } from '../../domain/inventoryFilter.ts';
import { paths } from '../../paths.ts';
import { useKnown } from '../../queries/useRead.ts';
import { useText } from '../../text/TextContext.tsx';
import { AccessLevel } from '../../ui/AccessLevel.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { ChevronDown20Regular, ChevronRight20Regular } from '../../ui/icons.ts';
import { ProviderText } from '../../ui/ProviderText.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import type { Tone } from '../../ui/tone.ts';
import { useServices } from '../services.ts';
import { levelWord } from '../shared/levelWord.ts';
import { useLookedAt } from '../shared/useLookedAt.ts';
import type { Roles } from '../shared/useOffers.ts';
import { InventoryDetails } from './InventoryDetails.tsx';
import { offerOf, providerOf, type ListRow } from './inventoryRows.ts';
import styles from './Inventory.module.css';

const tones: Readonly<Record<Condition, Tone>> = {
  inEffect: 'good',
  changing: 'info',
  notInEffect: 'bad',
  unreadable: 'caution',
};

export function ScopeCell(props: {
  readonly row: ListRow;
  readonly roles: Roles;
  readonly open: ReadonlySet<string>;
  readonly onOpen: (row: InventoryRow) => void;
}) {
  const { t, format } = useText();
  if (props.row.kind === 'group') {
    return (
      <strong className={styles.group}>
        <bdi>{t.delegate.withCount(props.row.title, format.number(props.row.members.length))}</bdi>
      </strong>
    );
  }
  const { row } = props.row;
  if (props.row.kind === 'details') return <InventoryDetails row={row} roles={props.roles} />;
  const isOpen = props.open.has(idKey(row.delegation.id));
  return (
    <div className={styles.scope}>
      <IconButton
        className={styles.opener}
        icon={isOpen ? <ChevronDown20Regular /> : <ChevronRight20Regular />}
        expanded={isOpen}
        label={(isOpen ? t.delegations.close : t.delegations.open)(row.name, offerOf(row, t))}
        onClick={() => props.onOpen(row)}
      />
      <div className={styles.text}>
        <Link to={paths.accessAt(row.scope)} className={styles.name}>
          <bdi>{row.name}</bdi>
        </Link>
        <div className={styles.sub}>
          {row.kind === 'subscription' ? (
            t.common.subscription
          ) : (
            <>
              {t.common.resourceGroup} · <bdi>{row.subscriptionName}</bdi>
            </>
          )}
        </div>
      </div>
    </div>
  );
}

export function OfferCell({ row }: { readonly row: InventoryRow }) {
  const { t } = useText();
  const provider = providerOf(row);
  const version = row.content?.plan?.version;
  return (
    <>
      {row.offer ? (
        <Link to={paths.offer(row.offer.key)} className={styles.name}>
          <ProviderText text={offerOf(row, t)} />
        </Link>
      ) : (
        <span className={styles.name}>{offerOf(row, t)}</span>
      )}
      <div className={styles.sub}>
        {provider !== '' && <ProviderText text={provider} />}
        {version !== undefined && (
          <>
            {' · '}
            <span className={styles.version}>{t.delegations.version(version)}</span>
          </>
        )}
      </div>
    </>
  );
}

export function AccessCell({ row }: { readonly row: InventoryRow }) {
  const { t } = useText();
  const { access } = row;
  if (!access) return <span className={styles.sub}>{t.delegations.unknownLevel}</span>;
  const terms = termsOf(access);
  return (
    <>
      <AccessLevel level={access.level} word={levelWord(access.level, t)} />
      {terms && <div className={styles.sub}>{t.offers[terms]}</div>}
    </>
  );
}

export function SinceCell({ row }: { readonly row: InventoryRow }) {
  return row.since === undefined ? <ReadSince row={row} /> : <Since since={row.since} />;
}

function Since({ since }: { readonly since: string }) {
  const { format } = useText();
  return <time dateTime={since}>{format.date(since)}</time>;
}

/** What stays on screen is looked at: in a large tenant it is read now when this delegation began. */
function ReadSince({ row }: { readonly row: InventoryRow }) {
  const { t } = useText();
  const { queries } = useServices();
  const lookedAt = useLookedAt(true);
  const known = useKnown({ ...queries.delegationsIn(row.subscriptionId), enabled: lookedAt });
  const found =
    known.state === 'known' ? known.value.find(({ id }) => idKey(id) === idKey(row.delegation.id)) : undefined;
  if (found?.createdAt !== undefined) return <Since since={found.createdAt} />;
  return (
    <span className={styles.sub}>{known.state === 'notRead' ? t.common.loading : t.delegations.unknownSince}</span>
  );
}

export function ConditionCell({ row: { condition } }: { readonly row: InventoryRow }) {
  const { t } = useText();
  return (
    <StateTag tone={tones[condition]} plain>
      {t.delegations.conditions[condition]}
    </StateTag>
  );
}
