import { Radio, RadioGroup } from '@fluentui/react-components';
import { plainText } from '../../domain/providerText.ts';
import type { Overlap } from '../../domain/overlaps.ts';
import { useText } from '../../text/TextContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Card, Section } from '../../ui/Section.tsx';
import { offerName } from '../shared/offerNames.ts';
import { ScopeName } from '../shared/ScopeName.tsx';
import { useRoles } from '../shared/useOffers.ts';
import { useMemo } from 'react';
import styles from './Remove.module.css';

/** What stays and shares access with what goes, and whether it is written again. */
export function OverlapSection(props: {
  readonly overlaps: readonly Overlap[];
  readonly restore: boolean;
  readonly onRestore: (restore: boolean) => void;
}) {
  const { overlaps } = props;
  const { t, format } = useText();
  const contents = useMemo(() => overlaps.map(({ copy }) => copy), [overlaps]);
  const { roles } = useRoles(contents);
  if (overlaps.length === 0) return null;
  const names = [...new Set(overlaps.map(({ copy }) => offerName(copy, t)))];
  return (
    <Section title={t.remove.overlapTitle}>
      <Notice tone="caution" title={t.remove.overlap(format.list(names))}>
        <p>{t.remove.overlapWhat}</p>
      </Notice>
      <ul className={styles.list}>
        {overlaps.map(({ kept, copy, rights }) => (
          <li key={kept.id}>
            <strong>
              <bdi>{offerName(copy, t)}</bdi>
            </strong>
            <ScopeName scope={kept.scope} />
            {rights.map(({ principalId, roleId, name }) => (
              <div key={`${principalId} ${roleId}`} className={styles.why}>
                <bdi>{plainText(name ?? '', 120) || t.common.unnamed}</bdi> <code>{principalId}</code> ·{' '}
                <span lang="en">{roles.get(roleId)?.name ?? roleId}</span>
              </div>
            ))}
          </li>
        ))}
      </ul>
      <Card>
        <RadioGroup
          aria-label={t.remove.overlapTitle}
          value={props.restore ? 'restore' : 'leave'}
          onChange={(_, { value }) => props.onRestore(value === 'restore')}
        >
          <Radio value="restore" label={t.remove.restore(format, overlaps.length)} />
          <Radio value="leave" label={t.remove.leave} />
        </RadioGroup>
        <p className={styles.why}>{t.remove.restoreHint}</p>
      </Card>
    </Section>
  );
}
