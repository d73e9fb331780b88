import { useMemo } from 'react';
import type { CheckFinding } from '../../domain/checkFinding.ts';
import type { OfferContent } from '../../domain/offer.ts';
import { checkOffer } from '../../domain/offerCheck.ts';
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
  const { session, config } = useServices();
  const { tenantId } = session.person;
  const contents = useMemo(() => [content], [content]);
  const { roles, settled } = useRoles(contents);
  const words = t.offerCheck;
  if (!settled) {
    return (
      <Section title={words.title}>
        <LoadingRows label={words.checking} rows={1} />
      </Section>
    );
  }
  const findings = checkOffer(content, {
    tenantId,
    roles,
    // They are read all at once: where one came, Azure was asked for each.
    rolesRead: roles.size > 0,
    cloud: config.cloud === 'public' ? 'public' : 'national',
  });
  const sentences = (of: readonly CheckFinding[]) =>
    of.map((finding) => findingSentence(finding, content, roles, t, format));
  const faults = findings.filter(({ fault }) => fault === 'provider');
  const notes = findings.filter(({ fault }) => fault === 'nobody');
  const surely = faults.some(({ severity }) => severity === 'refused');
  const message = [
    words.message.start(offerName(content, t)),
    ...sentences(faults).map((sentence) => `- ${sentence}`),
    words.message.end,
  ];
  return (
    <Section title={words.title}>
      {faults.length === 0 ? (
        <div>
          <StateTag tone="good" plain>
            {words.clean}
          </StateTag>
        </div>
      ) : (
        <Notice
          tone="caution"
          title={(surely ? words.refused : words.mayBeRefused)(format, faults.length)}
          actions={<CopyButton text={message.join('\n')} label={words.copy} done={t.common.copied} />}
        >
          <p>{words.mend}</p>
          <Sentences sentences={sentences(faults)} />
        </Notice>
      )}
      {notes.length > 0 && (
        <Notice tone="info" title={words.notes}>
          <Sentences sentences={sentences(notes)} />
        </Notice>
      )}
    </Section>
  );
}

function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <ul className={styles.list}>
      {sentences.map((sentence, at) => (
        <li key={at}>
          <bdi>{sentence}</bdi>
        </li>
      ))}
    </ul>
  );
}

function findingSentence(
  finding: CheckFinding,
  { authorizations }: OfferContent,
  roles: Roles,
  t: Catalog,
  format: Format,
): string {
  const words = t.offerCheck;
  const roleName = (id: NonNullable<CheckFinding['roleId']>) => assessRole(id, roles.get(id)).name ?? id;
  const who = finding.rows.flatMap((row) => {
    const one = authorizations[row];
    if (!one) return [];
    const name = plainText(one.principalName ?? '', 80) || one.principalId;
    return [words.who(name, roleName(finding.roleId ?? one.roleId))];
  });
  const sentence = words.finding[finding.code](format.number(finding.amount ?? 0));
  return who.length === 0 ? sentence : words.about(format.list([...new Set(who)]), sentence);
}
