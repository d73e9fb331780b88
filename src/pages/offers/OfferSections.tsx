import { useMemo } from 'react';
import type { Offer, Provisioning } from '../../domain/offer.ts';
import { isLive } from '../../domain/offers.ts';
import { useText } from '../../text/TextContext.tsx';
import { CopyText } from '../../ui/CopyText.tsx';
import { Points } from '../../ui/Points.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { Section } from '../../ui/Section.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import type { Tone } from '../../ui/tone.ts';
import { ScopeName } from '../shared/ScopeName.tsx';
import { useSubscriptionNames } from '../shared/useSubscriptionNames.ts';
import styles from './OfferSections.module.css';

/** What holds the provider back, and what only seems to. */
export function LimitsSection() {
  const { t } = useText();
  const { limits } = t.offer;
  return (
    <Section title={t.offer.limitsTitle}>
      <Points
        points={[
          ...[limits.scope, limits.removal].map((text) => ({ tone: 'good' as const, text })),
          ...[limits.locks, limits.conditionalAccess, limits.iam, limits.data, limits.end].map((text) => ({
            tone: 'caution' as const,
            text,
          })),
        ]}
      />
    </Section>
  );
}

/** The scopes that are delegated to the offer. */
export function WhereSection({ offer }: { readonly offer: Offer }) {
  const { t, format } = useText();
  const rows = useMemo(() => offer.delegations.filter(isLive), [offer]);
  if (rows.length === 0) return <Section title={t.offer.whereTitle} lead={t.offer.whereNone} />;
  return (
    <Section title={t.offer.whereTitle} lead={t.offer.where(format, rows.length)}>
      <RowList
        label={t.offer.whereTitle}
        rows={rows}
        rowKey={(delegation) => delegation.id}
        columns={[
          {
            key: 'scope',
            title: t.delegate.column.scope,
            width: 'minmax(0, 3fr)',
            cell: ({ scope }) => <ScopeName scope={scope} />,
          },
          {
            key: 'since',
            title: '',
            width: 'minmax(0, 2fr)',
            cell: ({ createdAt }) => (createdAt === undefined ? '' : t.offer.since(format.dateTime(createdAt))),
          },
        ]}
      />
    </Section>
  );
}

const copyTones: Readonly<Record<Provisioning, Tone>> = {
  succeeded: 'good',
  working: 'info',
  failed: 'bad',
  canceled: 'caution',
  deleting: 'info',
};

/** Where Azure keeps the offer: one row per copy. */
export function CopiesSection({ offer }: { readonly offer: Offer }) {
  const { t } = useText();
  const nameOf = useSubscriptionNames();
  return (
    <Section title={t.offer.copiesTitle} lead={t.offer.copiesLead}>
      <RowList
        label={t.offer.copiesTitle}
        rows={offer.copies}
        rowKey={(copy) => copy.id}
        columns={[
          {
            key: 'copy',
            title: t.common.subscription,
            width: 'minmax(0, 3fr)',
            cell: (copy) => (
              <>
                <div className={styles.name}>
                  <bdi>{nameOf(copy.subscriptionId)}</bdi>
                </div>
                <CopyText text={copy.id} label={t.common.copyId(t.receipt.copyId)} done={t.common.copied} />
              </>
            ),
          },
          { key: 'version', title: t.offer.version, width: '96px', cell: (copy) => copy.plan?.version ?? '–' },
          {
            key: 'state',
            title: t.registration.column.state,
            width: 'minmax(120px, 1fr)',
            cell: (copy) => (
              <StateTag tone={copyTones[copy.provisioning]} plain>
                {t.offer.copyState[copy.provisioning]}
              </StateTag>
            ),
          },
        ]}
      />
    </Section>
  );
}
