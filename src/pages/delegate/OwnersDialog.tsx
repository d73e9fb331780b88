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
import { groupOwners, type OwnerEntry } from '../../domain/owners.ts';
import type { Subscription } from '../../domain/scope.ts';
import { useText } from '../../text/TextContext.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { CopyText } from '../../ui/CopyText.tsx';
import { LoadingRows } from '../../ui/Loading.tsx';
import { useServices } from '../services.ts';
import { usePortal } from '../shared/portal.ts';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import styles from './OwnersDialog.module.css';
import { useRead } from '../../queries/useRead.ts';

/** Who can delegate a subscription, and a link to hand them that opens the same selection. */
export function OwnersDialog(props: {
  readonly subscription: Subscription;
  readonly link: string;
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
            <OwnerList subscription={subscription} />
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

function OwnerList({ subscription }: { readonly subscription: Subscription }) {
  const { t } = useText();
  const { queries } = useServices();
  const portal = usePortal();
  const { data, error, isPending, again } = useRead(queries.owners(subscription.subscriptionId));
  if (isPending) return <LoadingRows label={t.owners.loading} rows={3} />;
  if (!data) return <ProblemNotice error={error} title={t.owners.failed} retry={again} />;
  const { users, groups, apps, others } = groupOwners(data, subscription.id);
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
          <OwnerLine key={entry.principalId} owner={entry} type={type} />
        ))}
      </ul>
      {owners.some(({ entry }) => entry.name === undefined) && <p className={styles.text}>{t.owners.namesHint}</p>}
      <div>
        <Link href={portal.accessControl(subscription.subscriptionId)} target="_blank" rel="noreferrer">
          {t.owners.openIam}
        </Link>
      </div>
    </>
  );
}

function OwnerLine({ owner, type }: { readonly owner: OwnerEntry; readonly type: string }) {
  const { t } = useText();
  const facts = [
    type,
    owner.direct ? t.owners.direct : t.owners.inherited,
    ...(owner.conditioned ? [t.owners.conditioned] : []),
  ];
  return (
    <li className={styles.owner}>
      <strong>
        <bdi>{owner.name ?? t.owners.noName}</bdi>
      </strong>{' '}
      <span className={styles.sub}>{facts.join(', ')}</span>
      <div>
        <CopyText text={owner.principalId} label={t.common.copyId(t.receipt.objectId)} done={t.common.copied} />
      </div>
    </li>
  );
}
