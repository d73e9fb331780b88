import { Button, Link as FluentLink } from '@fluentui/react-components';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { ActivationRequest } from '../../domain/activation.ts';
import { paths } from '../../paths.ts';
import { useRead } from '../../queries/useRead.ts';
import { takeActivation } from '../../storage/activationDraft.ts';
import { useText } from '../../text/TextContext.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LoadingRows } from '../../ui/Loading.tsx';
import { Page } from '../../ui/Page.tsx';
import { useServices } from '../services.ts';
import { usePortal } from '../shared/portal.ts';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import { usePageTitle } from '../shared/tenant.ts';
import { RoleToActivate } from './RoleToActivate.tsx';

/** The roles that the person may activate, with where each stands; then on to where they came from. */
export function ActivatePage() {
  const { t } = useText();
  const { queries, reader } = useServices();
  const navigate = useNavigate();
  const { eligibleRoles } = usePortal();
  const [search] = useSearchParams();
  const back = pathOf(search.get('back'));
  const roles = useRead(queries.eligibleRoles());
  const activations = useRead(queries.activations());
  const waited = useWaitedRequest();
  const goOn = () => {
    reader.rightsChanged();
    void navigate(back);
  };
  return (
    <Page title={t.activate.title} documentTitle={usePageTitle(t.activate.title)} lead={t.activate.lead} narrow>
      {(roles.isPending || activations.isPending) && <LoadingRows label={t.activate.loading} rows={3} />}
      {roles.error && <ProblemNotice error={roles.error} retry={roles.again} />}
      {activations.error && (
        <ProblemNotice error={activations.error} title={t.activate.statusUnknown} retry={activations.again} />
      )}
      {roles.data?.length === 0 && (
        <EmptyState title={t.activate.none} next={<Button onClick={goOn}>{t.activate.back}</Button>}>
          <p>{t.activate.noneWhat}</p>
        </EmptyState>
      )}
      {!activations.isPending &&
        roles.data?.map((role) => (
          <RoleToActivate
            key={`${role.scope} ${role.roleId}`}
            role={role}
            activations={activations.data ?? []}
            open={roles.data?.length === 1}
            {...(waited?.role.eligibility === role.eligibility && { waited })}
            onLook={activations.again}
            onGoOn={goOn}
          />
        ))}
      <div>
        <FluentLink href={eligibleRoles} target="_blank" rel="noreferrer">
          {t.activate.portal}
        </FluentLink>
      </div>
    </Page>
  );
}

/** A request that left for a sign-in and is back now. Taken once, however often the page is drawn. */
function useWaitedRequest(): ActivationRequest | undefined {
  const [waited] = useState(takeActivation);
  return waited;
}

/** Where to go on: a path of this app and nothing else, whatever the address says. */
function pathOf(back: string | null): string {
  return back !== null && /^\/(?![/\\])/.test(back) ? back : paths.overview;
}
