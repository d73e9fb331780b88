import { Link as RouteLink } from 'react-router';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { fact, Facts } from '../../ui/Facts.tsx';
import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import { ServiceProvidersLink } from '../shared/ServiceProvidersLink.tsx';
import { usePageTitle } from '../shared/tenant.ts';
import { DecisionSection } from './DecisionSection.tsx';
import styles from './GuidePage.module.css';

/** How delegation works, who can do what, and the words. */
export function GuidePage() {
  const { t } = useText();
  const { guide } = t;
  const roles = [
    guide.who.owner,
    guide.who.contributor,
    guide.who.userAccess,
    guide.who.groupOwner,
    guide.who.eligible,
    guide.who.reader,
    guide.who.guest,
  ];
  return (
    <Page title={guide.title} documentTitle={usePageTitle(guide.title)} lead={guide.lead}>
      <Section title={guide.how.title}>
        <ol className={styles.steps}>
          {[guide.how.accept, guide.how.register, guide.how.delegate, guide.how.update, guide.how.remove].map(
            (step) => (
              <li key={step}>{step}</li>
            ),
          )}
        </ol>
      </Section>
      <Section title={guide.getOffer.title}>
        <ul className={styles.list}>
          <li>
            {guide.getOffer.marketplace} <RouteLink to={paths.addOffer}>{t.addOffer.title}</RouteLink>
          </li>
          <li>
            {guide.getOffer.template} <RouteLink to={paths.template}>{t.template.title}</RouteLink>
          </li>
        </ul>
        <div>
          <ServiceProvidersLink />
        </div>
        <div>
          <RouteLink to={paths.providerLink}>{t.providerLink.guide}</RouteLink>
        </div>
      </Section>
      <DecisionSection />
      <Section title={guide.who.title}>
        <table className={styles.table} aria-label={guide.who.table}>
          <thead>
            <tr>
              <th scope="col">{guide.who.column.role}</th>
              <th scope="col">{guide.who.column.may}</th>
            </tr>
          </thead>
          <tbody>
            {roles.map(({ role, may }) => (
              <tr key={role}>
                <th scope="row">{role}</th>
                <td>{may}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <Section id="owners" title={guide.owners.title} lead={guide.owners.text}>
        <div>
          <RouteLink to={paths.offers}>{guide.owners.action}</RouteLink>
        </div>
      </Section>
      <Section title={guide.words.title}>
        <Facts
          items={[
            guide.words.provider,
            guide.words.offer,
            guide.words.copy,
            guide.words.delegation,
            guide.words.authorization,
            guide.words.registration,
          ].map(([word, meaning]) => fact(word, meaning))}
        />
      </Section>
      <Section title={guide.privacy.title}>
        <ul className={styles.list}>
          <li>{guide.privacy.server}</li>
          <li>{guide.privacy.tab}</li>
          <li>{guide.privacy.device}</li>
        </ul>
        <div className={styles.links}>
          <RouteLink to={paths.guardrails}>{t.guardrails.link}</RouteLink>
          <RouteLink to={paths.privacy}>{t.about.privacy.title}</RouteLink>
          <RouteLink to={paths.diagnostics}>{t.about.diagnostics.title}</RouteLink>
        </div>
      </Section>
    </Page>
  );
}
