import type { GuardrailPlan } from '../../domain/guardrailReview.ts';
import { useText } from '../../text/TextContext.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { fact, Facts } from '../../ui/Facts.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Card, Section } from '../../ui/Section.tsx';
import { offerName, providerName } from '../shared/offerNames.ts';
import styles from './Guardrails.module.css';

/** What an assignment would mean: whom it allows, how far it reaches, what it would refuse, and the very text that is written. */
export function GuardrailEffect({ plan, place }: { readonly plan: GuardrailPlan; readonly place: string }) {
  const { t, format } = useText();
  const words = t.guardrails;
  const { planned, tenants, refused, reached, unclear, subscriptions } = plan;
  const reach = [words.covered(format, reached, subscriptions), ...(unclear > 0 ? [words.maybe(format, unclear)] : [])];
  return (
    <>
      <Section title={words.name[planned.kind]} lead={words.what[planned.kind]}>
        <Card>
          <Facts
            items={[
              fact(
                words.at,
                <>
                  <bdi>{place}</bdi>
                  <div>{reach.join(', ')}</div>
                </>,
              ),
              fact(
                words.tenants,
                planned.kind === 'audit' ? undefined : (
                  <ul className={styles.tenants}>
                    {tenants.map((tenant) => (
                      <li key={tenant.managedByTenantId}>
                        <bdi>{providerName(tenant)}</bdi> <code>{tenant.managedByTenantId}</code>
                      </li>
                    ))}
                  </ul>
                ),
              ),
            ]}
          />
          <Disclosure summary={words.written}>
            <pre className={styles.text}>{JSON.stringify({ id: planned.id, ...planned.body }, null, 2)}</pre>
          </Disclosure>
        </Card>
      </Section>
      {refused.length > 0 && (
        <Notice tone="caution" title={t.guardrailReview.refused(format, refused.length)}>
          <ul className={styles.tenants}>
            {refused.map((offer) => (
              <li key={offer.key}>
                <bdi>{offerName(offer.content, t)}</bdi> (<bdi>{providerName(offer)}</bdi>)
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Section title={t.guardrailReview.knowTitle}>
        <ul className={styles.tenants}>
          {[
            t.guardrailReview.know.delay,
            ...(planned.kind === 'allow' ? [t.guardrailReview.know.copies] : []),
            t.guardrailReview.know.undo,
          ].map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}
