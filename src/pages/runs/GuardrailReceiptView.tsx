import { Link } from 'react-router';
import type { GuardrailReceipt } from '../../domain/guardrailReceipt.ts';
import { problemTitle } from '../../text/problemTexts.ts';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { fact, Facts } from '../../ui/Facts.tsx';
import { Card, Section } from '../../ui/Section.tsx';
import { receiptSummary } from './receiptNumbers.ts';
import { sealFacts, whoFacts, whyFacts } from './receiptParts.tsx';
import styles from './ReceiptPage.module.css';

/** The record of one assignment of a policy: who, where, on what review, and the assignment as it was written. */
export function GuardrailReceiptView({ receipt }: { readonly receipt: GuardrailReceipt }) {
  const { t, format } = useText();
  const words = t.guardrailReview;
  const { properties } = receipt.assignment;
  const allowed = properties.parameters['listOfAllowedTenants']?.value ?? [];
  return (
    <>
      <Card>
        <strong>{receiptSummary(receipt, t, format)}</strong>
        {receipt.problem && <div>{problemTitle(t.problems, receipt.problem.code)}</div>}
        <Facts items={[...whoFacts(receipt, t, format), ...whyFacts(receipt, t)]} />
      </Card>
      <Section title={words.assignment[receipt.outcome]}>
        <Card>
          <Facts
            items={[
              fact(t.guardrails.policy, t.guardrails.name[receipt.policy]),
              fact(t.guardrails.at, <bdi>{receipt.place}</bdi>),
              fact(
                t.guardrails.tenants,
                receipt.policy === 'allow' ? (
                  <ul className={styles.attempts}>
                    {allowed.map((tenant) => (
                      <li key={tenant}>
                        <code>{tenant}</code>
                      </li>
                    ))}
                  </ul>
                ) : undefined,
              ),
              fact(words.assignmentId, <code>{receipt.assignmentId}</code>),
              fact(words.definitionId, <code>{properties.policyDefinitionId}</code>),
            ]}
          />
          <div>
            <Link to={paths.guardrails}>{t.guardrails.title}</Link>
          </div>
        </Card>
      </Section>
      <Section title={t.receipt.verifyTitle}>
        <Card>
          <div>{words.verify}</div>
          <Facts items={sealFacts(receipt, t)} />
        </Card>
      </Section>
    </>
  );
}
