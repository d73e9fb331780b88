import { Link as RouteLink, useSearchParams } from 'react-router';
import { isPreview, parsePlanIdentifier, planIdentifierText } from '../../domain/planIdentifier.ts';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { CopyText } from '../../ui/CopyText.tsx';
import { Page } from '../../ui/Page.tsx';
import { Card, Section } from '../../ui/Section.tsx';
import { usePageTitle } from '../shared/tenant.ts';
import styles from './AddOffer.module.css';
import { IdentifierForm } from './AddOfferPage.tsx';

/** For the provider: the link that shows a customer this offer here, a text to send, and what the customer will see. */
export function ProviderLinkPage() {
  const { t } = useText();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('offer') ?? '';
  const reading = parsePlanIdentifier(asked);
  return (
    <Page title={t.providerLink.title} documentTitle={usePageTitle(t.providerLink.title)} lead={t.providerLink.lead}>
      <Card>
        <IdentifierForm
          asked={asked}
          label={t.providerLink.field}
          action={t.providerLink.make}
          onAsk={(offer) => setSearch(offer === '' ? {} : { offer }, { replace: true })}
        />
      </Card>
      {reading.state === 'read' && (
        <TheLink
          identifier={planIdentifierText(reading.identifier)}
          hints={[
            ...(reading.identifier.version === undefined ? [t.providerLink.version] : []),
            ...(isPreview(reading.identifier) ? [t.providerLink.preview] : []),
          ]}
        />
      )}
      <Section title={t.providerLink.seesTitle}>
        <ol className={styles.list}>
          {t.providerLink.sees.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      </Section>
    </Page>
  );
}

function TheLink({ identifier, hints }: { readonly identifier: string; readonly hints: readonly string[] }) {
  const { t } = useText();
  const address = `${paths.addOffer}?offer=${encodeURIComponent(identifier)}`;
  const link = `${window.location.origin}${address}`;
  const { message } = t.providerLink;
  const texts = [
    [t.providerLink.english, message.en(identifier, link), 'en'],
    [t.providerLink.korean, message.ko(identifier, link), 'ko'],
  ] as const;
  return (
    <>
      <Section title={t.providerLink.link}>
        <Card>
          <CopyText text={link} label={t.providerLink.copyLink} done={t.common.copied} />
          {hints.map((hint) => (
            <div key={hint} className={styles.sub}>
              {hint}
            </div>
          ))}
          <RouteLink to={address}>{t.providerLink.show}</RouteLink>
        </Card>
      </Section>
      <Section title={t.providerLink.text}>
        {texts.map(([language, words, lang]) => (
          <Card key={lang}>
            <strong>{language}</strong>
            <p className={styles.message} lang={lang}>
              {words}
            </p>
            <div>
              <CopyButton text={words} label={`${t.providerLink.copyText} (${language})`} done={t.common.copied} />
            </div>
          </Card>
        ))}
      </Section>
    </>
  );
}
