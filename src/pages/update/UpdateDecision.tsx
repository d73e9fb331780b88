import { Button } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { compareAccess, type Comparison } from '../../domain/givesMore.ts';
import { oldestVersion } from '../../domain/newer.ts';
import { delegatedScopes } from '../../domain/offers.ts';
import { offerDiff } from '../../domain/offerDiff.ts';
import { paths } from '../../paths.ts';
import { turnDown, turnedDown } from '../../storage/keptVersions.ts';
import { useText } from '../../text/TextContext.tsx';
import { LoadingRows } from '../../ui/Loading.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Tone } from '../../ui/tone.ts';
import { useFocusWhen } from '../../ui/useFocusWhen.ts';
import { CopiesSection, WhereSection } from '../offers/OfferSections.tsx';
import { useServices } from '../services.ts';
import { blockerWord, cannotWord } from '../shared/changeWords.ts';
import { confirmHeading } from '../shared/ConfirmCard.tsx';
import { ConfirmChange } from '../shared/ConfirmChange.tsx';
import { providerName } from '../shared/offerNames.ts';
import { ServiceProvidersLink } from '../shared/ServiceProvidersLink.tsx';
import { ScopeName } from '../shared/ScopeName.tsx';
import { useRoles } from '../shared/useOffers.ts';
import { DiffSection } from './DiffSection.tsx';
import type { Update } from './prepareUpdate.ts';
import styles from './Update.module.css';
import { updateWords } from './updateWords.ts';

const tones: Readonly<Record<Comparison['verdict'], Tone>> = {
  more: 'caution',
  less: 'good',
  same: 'info',
  otherTenant: 'bad',
};

const acceptButton = 'accept';

/** The headline, the differences, the reach; then keep and accept, which weigh the same. */
export function UpdateDecision(props: {
  readonly update: Update;
  readonly prepareAgain: () => Promise<Update>;
  readonly onChanged: (update: Update) => void;
}) {
  const { update } = props;
  const { offer, from, to, changeSet } = update;
  const { t, format } = useText();
  const { session } = useServices();
  const [search, setSearch] = useSearchParams();
  const { tenantId } = session.person;
  const navigate = useNavigate();
  const isTemplate = to.plan === undefined;
  const [old, version] = [oldestVersion(offer), to.plan?.version ?? ''];
  const [kept, setKept] = useState(() => !isTemplate && turnedDown(tenantId, offer.key) === version);
  const contents = useMemo(() => [from, to], [from, to]);
  const { roles, settled } = useRoles(contents);
  const diff = useMemo(() => offerDiff(from, to), [from, to]);
  const { verdict } = compareAccess(from, to, roles);
  const scopes = delegatedScopes(offer).length;
  const words = updateWords(t, isTemplate, old, version);
  const isAccepting = search.has('accept') && changeSet.items.length > 0;
  useFocusWhen(isAccepting, confirmHeading);
  useFocusWhen(!isAccepting, acceptButton);
  const remember = (keep: boolean) => {
    turnDown(tenantId, offer.key, keep ? version : undefined);
    setKept(keep);
  };
  if (!settled) return <LoadingRows label={t.update.loading} />;
  const shown = (
    <>
      <Notice tone={tones[verdict]} title={words.verdict(verdict)}>
        <p>{t.update.verdictWhat[verdict]}</p>
      </Notice>
      {changeSet.already.length > 0 && (
        <Notice tone="caution" title={t.update.halfTitle}>
          <p>{t.update.halfWhat}</p>
        </Notice>
      )}
      <DiffSection diff={diff} roles={roles} before={words.before} after={words.after} />
      <Section title={t.update.reachTitle} lead={t.update.reach(format, changeSet.items.length, scopes)}>
        {changeSet.cannot.length > 0 && (
          <Notice tone="caution" title={t.update.cannotTitle(format, changeSet.cannot.length)}>
            <ul className={styles.list}>
              {changeSet.cannot.map(({ scope, copyId, reasons }) => (
                <li key={copyId ?? scope.id}>
                  <ScopeName scope={scope.id} name={scope.name} />
                  {reasons.map((reason) => (
                    <div key={reason.code} className={styles.sub}>
                      {reason.code === 'blocked'
                        ? blockerWord(reason.blocker, t, format)
                        : cannotWord(reason, t, format)}
                    </div>
                  ))}
                </li>
              ))}
            </ul>
          </Notice>
        )}
      </Section>
      <WhereSection offer={offer} />
      <CopiesSection offer={offer} />
    </>
  );
  if (isAccepting) {
    const provider = providerName(offer);
    return (
      <ConfirmChange
        review={update}
        confirmation={words.confirm(provider, offer.managedByTenantId, t.common.scopes(format, scopes))}
        action={t.update.action(format, changeSet.items.length)}
        back={paths.update(offer.key)}
        backText={t.update.back}
        prepareAgain={props.prepareAgain}
        onChanged={props.onChanged}
      >
        {shown}
        {!isTemplate && <Notice tone="info" title={t.update.unproven} actions={<ServiceProvidersLink />} />}
      </ConfirmChange>
    );
  }
  return (
    <>
      {kept && (
        <Notice
          tone="info"
          announce
          title={t.update.keptTitle(old)}
          actions={<Button onClick={() => remember(false)}>{t.update.undo}</Button>}
        >
          <p>{t.update.keptWhat}</p>
        </Notice>
      )}
      {shown}
      <div className={styles.choice}>
        <Button
          disabledFocusable={kept}
          onClick={() => (isTemplate ? void navigate(paths.offer(offer.key)) : remember(true))}
        >
          {words.keep}
        </Button>
        <Button
          id={acceptButton}
          disabledFocusable={verdict === 'otherTenant' || changeSet.items.length === 0}
          onClick={() => setSearch({ accept: '' })}
        >
          {words.accept}
        </Button>
      </div>
    </>
  );
}
