import { useMemo } from 'react';
import type { GuardrailKind } from '../../domain/guardrail.ts';
import { useRead } from '../../queries/useRead.ts';
import { useText } from '../../text/TextContext.tsx';
import { LoadingRows } from '../../ui/Loading.tsx';
import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import { useServices } from '../services.ts';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import { usePageTitle } from '../shared/tenant.ts';
import { useOffers } from '../shared/useOffers.ts';
import { ChooseGuardrail } from './ChooseGuardrail.tsx';
import { GuardrailCard } from './GuardrailCard.tsx';

const kinds: readonly GuardrailKind[] = ['allow', 'audit'];

/** Whether Azure's own policies guard the delegations, and a way to assign them for the tenants in use. */
export function GuardrailsPage() {
  const { t } = useText();
  const { queries, session } = useServices();
  const { estate } = useOffers();
  const assigned = useRead(queries.guardrails());
  const { tenantId } = session.person;
  const subscriptions = useMemo(
    () => estate.data?.subscriptions.filter((each) => each.tenantId === tenantId) ?? [],
    [estate.data, tenantId],
  );
  const names = useMemo(
    () =>
      new Map(
        estate.data?.copies.flatMap(({ managedByTenantId, managedByTenantName }) =>
          managedByTenantName === undefined ? [] : [[managedByTenantId, managedByTenantName] as const],
        ),
      ),
    [estate.data],
  );
  return (
    <Page title={t.guardrails.title} documentTitle={usePageTitle(t.guardrails.title)} lead={t.guardrails.lead}>
      {(assigned.isPending || estate.isPending) && <LoadingRows label={t.guardrails.loading} />}
      {assigned.error && (
        <ProblemNotice error={assigned.error} title={t.guardrails.failedTitle} retry={assigned.again} />
      )}
      {assigned.data &&
        kinds.map((kind) => (
          <Section key={kind} title={t.guardrails.name[kind]} lead={t.guardrails.what[kind]}>
            {assigned.data?.[kind].length === 0 && <p>{t.guardrails.none}</p>}
            {assigned.data?.[kind].map((assignment) => (
              <GuardrailCard
                key={assignment.assignmentId}
                kind={kind}
                assignment={assignment}
                subscriptions={subscriptions}
                names={names}
              />
            ))}
          </Section>
        ))}
      {assigned.data && <p>{t.guardrails.inherited}</p>}
      {estate.data && <ChooseGuardrail subscriptions={subscriptions} />}
    </Page>
  );
}
