import { useMemo } from 'react';
import type { OfferContent } from '../../domain/offer.ts';
import { checkOffer, type OfferFault } from '../../domain/offerCheck.ts';
import { plainText } from '../../domain/providerText.ts';
import { assessRole } from '../../domain/roles.ts';
import type { Catalog } from '../../text/en/catalog.ts';
import type { Format } from '../../text/format.ts';
import { useText } from '../../text/TextContext.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { LoadingRows } from '../../ui/Loading.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import { useServices } from '../services.ts';
import styles from './OfferCheckSection.module.css';
import { offerName } from './offerNames.ts';
import { useRoles, type Roles } from './useOffers.ts';

/** An offer against Azure's rules and roles as they are now, before anybody accepts it; and what to tell the provider. */
export function OfferCheckSection({ content }: { readonly content: OfferContent }) {
  const { t, format } = useText();
  const { session } = useServices();
  const { tenantId } = session.person;
  const contents = useMemo(() => [content], [content]);
  const { roles, settled } = useRoles(contents);
  const faults = useMemo(() => checkOffer(content, roles, tenantId), [content, roles, tenantId]);
  const sentences = (weight: OfferFault['weight']) =>
    faults.filter((fault) => fault.weight === weight).map((fault) => faultSentence(fault, roles, t, format));
  const [refused, advice] = [sentences('refused'), sentences('advice')];
  const { start, end } = t.offerCheck.message;
  const message = [
    start(offerName(content, t)),
    ...[...refused, ...advice].map((sentence) => `- ${sentence}`),
    end,
  ].join('\n');
  if (!settled) {
    return (
      <Section title={t.offerCheck.title}>
        <LoadingRows label={t.offerCheck.checking} rows={1} />
      </Section>
    );
  }
  const copy = <CopyButton text={message} label={t.offerCheck.copy} done={t.common.copied} />;
  return (
    <Section title={t.offerCheck.title}>
      {refused.length === 0 ? (
        <div>
          <StateTag tone="good" plain>
            {t.offerCheck.clean}
          </StateTag>
        </div>
      ) : (
        <Notice tone="caution" title={t.offerCheck.refused(format, refused.length)} actions={copy}>
          <p>{t.offerCheck.refusedWhat}</p>
          <Sentences sentences={refused} />
        </Notice>
      )}
      {advice.length > 0 && (
        <Notice tone="info" title={t.offerCheck.advice} {...(refused.length === 0 && { actions: copy })}>
          <Sentences sentences={advice} />
        </Notice>
      )}
    </Section>
  );
}

function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <ul className={styles.list}>
      {sentences.map((sentence) => (
        <li key={sentence}>
          <bdi>{sentence}</bdi>
        </li>
      ))}
    </ul>
  );
}

function faultSentence(fault: OfferFault, roles: Roles, t: Catalog, format: Format): string {
  const who =
    'principalId' in fault
      ? t.offerCheck.who(
          plainText(fault.principalName ?? '', 80) || fault.principalId,
          assessRole(fault.roleId, roles.get(fault.roleId)).name ?? fault.roleId,
        )
      : '';
  const more =
    'reason' in fault
      ? t.offerCheck.reason[fault.reason]
      : 'limit' in fault
        ? format.number(fault.limit)
        : 'part' in fault
          ? fault.part
          : '';
  return t.offerCheck.fault[fault.code](who, more);
}
