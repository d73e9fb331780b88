import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Link,
} from '@fluentui/react-components';
import { groupOwners, withNames, type OwnerEntry } from '../../domain/owners.ts';
import { plainText } from '../../domain/providerText.ts';
import type { Subscription } from '../../domain/scope.ts';
import { useText } from '../../text/TextContext.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { CopyText } from '../../ui/CopyText.tsx';
import { LoadingRows } from '../../ui/Loading.tsx';
import { useServices } from '../services.ts';
import { usePortal } from '../shared/portal.ts';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import { useRead } from '../../queries/useRead.ts';
import { OwnerNames } from './OwnerNames.tsx';
import styles from './OwnersDialog.module.css';
import { useOwnerNames } from './useOwnerNames.ts';

/** Who can delegate a subscription, and a link to hand them that opens the same selection. */
export function OwnersDialog(props: {
  readonly subscription: Subscription;
  readonly link: string;
  /** The page was opened with this dialog, as after a trip to Microsoft; then what came of the trip belongs here. */
  readonly fromAddress: boolean;
  /** Path and query that open this dialog again, with the same selection. */
  readonly address: string;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const { subscription } = props;
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && props.onClose()}>
      <DialogSurface aria-describedby={undefined}>
        <DialogBody>
          <DialogTitle>
            <bdi>{t.owners.title(subscription.name)}</bdi>
          </DialogTitle>
          <DialogContent className={styles.content}>
            <OwnerList subscription={subscription} fromAddress={props.fromAddress} address={props.address} />
            <h3 className={styles.heading}>{t.owners.handOver}</h3>
            <p className={styles.text}>{t.owners.handOverLead}</p>
            <div>
              <CopyButton text={props.link} label={t.owners.copyLink} done={t.owners.copied} />
            </div>
          </DialogContent>
          <DialogActions>
            <Button onClick={props.onClose}>{t.owners.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function OwnerList(props: {
  readonly subscription: Subscription;
  readonly fromAddress: boolean;
  readonly address: string;
}) {
  const { t } = useText();
  const { queries, directory } = useServices();
  const portal = usePortal();
  const { subscription } = props;
  const { data, error, isPending, again } = useRead(queries.owners(subscription.subscriptionId));
  const names = useOwnerNames(data, props.fromAddress);
  if (isPending) return <LoadingRows label={t.owners.loading} rows={3} />;
  if (!data) return <ProblemNotice error={error} title={t.owners.failed} retry={again} />;
  const { users, groups, apps, others } = groupOwners(withNames(data, names.found), subscription.id);
  const owners = [
    ...users.map((entry) => ({ entry, type: t.owners.type.user })),
    ...groups.map((entry) => ({ entry, type: t.owners.type.group })),
    ...apps.map((entry) => ({ entry, type: t.owners.type.servicePrincipal })),
    ...others.map((entry) => ({ entry, type: t.owners.type.unknown })),
  ];
  return (
    <>
      <p className={styles.text}>{owners.length > 0 ? t.owners.lead : t.owners.none}</p>
      <ul className={styles.list}>
        {owners.map(({ entry, type }) => (
          <OwnerLine
            key={entry.principalId}
            owner={entry}
            type={type}
            noName={names.found.get(entry.principalId) === 'unknown' ? t.ownerNames.unknown : t.owners.noName}
          />
        ))}
      </ul>
      {directory ? (
        <OwnerNames
          names={names}
          directory={directory}
          others={[...groups, ...apps].some(({ name }) => name === undefined)}
          address={props.address}
        />
      ) : (
        owners.some(({ entry }) => entry.name === undefined) && <p className={styles.text}>{t.owners.namesHint}</p>
      )}
      <div>
        <Link href={portal.accessControl(subscription.subscriptionId)} target="_blank" rel="noreferrer">
          {t.owners.openIam}
        </Link>
      </div>
    </>
  );
}

function OwnerLine(props: { readonly owner: OwnerEntry; readonly type: string; readonly noName: string }) {
  const { t } = useText();
  const { owner, type } = props;
  const facts = [
    type,
    owner.direct ? t.owners.direct : t.owners.inherited,
    ...(owner.conditioned ? [t.owners.conditioned] : []),
  ];
  return (
    <li className={styles.owner}>
      <strong>
        <bdi>{plainText(owner.name ?? '', 200) || props.noName}</bdi>
      </strong>{' '}
      <span className={styles.sub}>{facts.join(', ')}</span>
      {owner.account !== undefined && (
        <div className={styles.account}>
          <bdi>{plainText(owner.account, 200)}</bdi>
        </div>
      )}
      <div>
        <CopyText text={owner.principalId} label={t.common.copyId(t.receipt.objectId)} done={t.common.copied} />
      </div>
    </li>
  );
}
