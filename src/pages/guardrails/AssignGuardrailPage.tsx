import { Button } from '@fluentui/react-components';
import { useCallback, useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { canonicalJson } from '../../domain/canonicalJson.ts';
import type { GuardrailKind } from '../../domain/guardrail.ts';
import { makeGuardrailPlan } from '../../domain/guardrailReview.ts';
import { ProblemError } from '../../domain/problem.ts';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { ActionBar } from '../../ui/ActionBar.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LoadingRows } from '../../ui/Loading.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { freshWithin } from '../delegate/reviewChecks.ts';
import { useServices } from '../services.ts';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import { usePageTitle } from '../shared/tenant.ts';
import { useNewest } from '../shared/useNewest.ts';
import { askedIn, placesOf } from './guardrailPlaces.ts';
import { ReviewGuardrail, type ReviewedGuardrail } from './ReviewGuardrail.tsx';

/** The assignment of a policy before it is written: what it allows, what it would refuse, how far it reaches. */
export function AssignGuardrailPage() {
  const { t } = useText();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const asked = askedIn(search);
  const title = t.guardrailReview.title;
  const back = <Button onClick={() => void navigate(paths.guardrails)}>{t.guardrailReview.back}</Button>;
  return (
    <Page title={title} documentTitle={usePageTitle(title)}>
      {asked ? (
        <TheAssignment key={`${asked.kind} ${asked.scope}`} {...asked} />
      ) : (
        <EmptyState title={t.guardrailReview.nothing} next={back} />
      )}
    </Page>
  );
}

function TheAssignment({ kind, scope }: { readonly kind: GuardrailKind; readonly scope: string }) {
  const { t } = useText();
  const navigate = useNavigate();
  const prepare = usePrepare(kind, scope);
  const { state, open, setReady } = useNewest(prepare);
  const back = () => void navigate(paths.guardrails);
  if (state.kind === 'checking') return <LoadingRows label={t.guardrailReview.checking} />;
  if (state.kind === 'failed')
    return <ProblemNotice error={new ProblemError(state.problem)} retry={() => void open()} />;
  if ('blocker' in state.found) {
    return (
      <>
        <Notice tone="caution" announce title={t.guardrailReview.blocked[state.found.blocker]} />
        <ActionBar>
          <Button onClick={back}>{t.guardrailReview.back}</Button>
        </ActionBar>
      </>
    );
  }
  return <ReviewGuardrail review={state.found} prepareAgain={prepare} onChanged={setReady} onBack={back} />;
}

/** Makes the assignment from what is delegated now. */
function usePrepare(kind: GuardrailKind, scope: string) {
  const { reader, queries, session, surroundings } = useServices();
  const { t, format } = useText();
  const { tenantId } = session.person;
  const words = t.guardrails;
  const names = useMemo(() => ({ displayName: words.displayName[kind], words, format }), [words, kind, format]);
  return useCallback(async (): Promise<
    ReviewedGuardrail | { readonly blocker: 'unknownTenants' | 'noneInUse' | 'noPlace' }
  > => {
    const estate = await reader.read(queries.estate(), freshWithin);
    const own = estate.subscriptions.filter((each) => each.tenantId === tenantId);
    const place = placesOf(own, names.words, names.format).find((each) => each.scope === scope);
    if (!place) return { blocker: 'noPlace' };
    const plan = makeGuardrailPlan({ kind, scope, displayName: names.displayName }, estate, tenantId);
    if ('blocker' in plan) return plan;
    return { plan, place: place.text, fingerprint: await surroundings.sha256(canonicalJson(plan.planned)) };
  }, [reader, queries, surroundings, tenantId, kind, scope, names]);
}
