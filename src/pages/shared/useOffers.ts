import { useCallback, useMemo } from 'react';
import { accessOfOffer, type OfferAccess } from '../../domain/access.ts';
import type { RoleDefinition } from '../../domain/estate.ts';
import { idKey, type RoleId, type ScopeId } from '../../domain/ids.ts';
import type { Offer, OfferContent, OfferKey } from '../../domain/offer.ts';
import { delegatedScopes, groupOffers } from '../../domain/offers.ts';
import { offerWithTemplate } from '../../domain/template/templateOffer.ts';
import { useServices } from '../services.ts';
import { useRead } from '../../queries/useRead.ts';
import { useKeptTemplateOffer } from './keptOffers.ts';

/** The accepted offers of the tenant, with the query they come from. */
export function useOffers() {
  const { queries } = useServices();
  const estate = useRead(queries.estate());
  const groups = useMemo(
    () => (estate.data ? groupOffers(estate.data.copies, estate.data.delegations) : undefined),
    [estate.data],
  );
  return { estate, groups };
}

/** The offer of this key, as soon as the estate is known: accepted, or in a template that was brought in. */
export function useOffer(key: string | undefined): {
  readonly estate: ReturnType<typeof useOffers>['estate'];
  readonly offer: Offer | undefined;
} {
  const { session } = useServices();
  const { tenantId } = session.person;
  const { estate, groups } = useOffers();
  const { pending, template } = useKeptTemplateOffer(key as OfferKey | undefined, tenantId);
  const offer = useMemo(
    () =>
      groups &&
      offerWithTemplate(
        groups.offers.find((one) => one.key === key),
        template,
      ),
    [groups, key, template],
  );
  return pending ? { estate: { ...estate, data: undefined, isPending: true }, offer: undefined } : { estate, offer };
}

/** Every offer that a scope itself is delegated to. */
export function useOffersAt(): (scope: ScopeId) => readonly Offer[] {
  const { groups } = useOffers();
  const byScope = useMemo(() => {
    const found = new Map<string, Offer[]>();
    for (const offer of groups?.offers ?? []) {
      for (const scope of delegatedScopes(offer)) found.set(idKey(scope), [...(found.get(idKey(scope)) ?? []), offer]);
    }
    return found;
  }, [groups]);
  return useCallback((scope) => byScope.get(idKey(scope)) ?? [], [byScope]);
}

export type Roles = ReadonlyMap<RoleId, RoleDefinition>;

/** Azure's definitions of the roles these offers name, as far as they could be read. */
export function useRoles(contents: readonly Pick<OfferContent, 'authorizations'>[]): {
  readonly roles: Roles;
  readonly settled: boolean;
} {
  const { queries } = useServices();
  const ids = useMemo(
    () => [
      ...new Set(
        contents.flatMap(({ authorizations }) =>
          authorizations.flatMap((one) => [one.roleId, ...one.delegatedRoleIds]),
        ),
      ),
    ],
    [contents],
  );
  const query = useRead({ ...queries.roleDefinitions(ids), enabled: ids.length > 0 });
  return useMemo(
    () => ({
      roles: new Map((query.data ?? []).map((role) => [role.id, role])),
      settled: ids.length === 0 || !query.isPending,
    }),
    [query.data, query.isPending, ids.length],
  );
}

/** What an offer gives away, with the roles as Azure defines them now. */
export function useAccess(content: OfferContent): {
  readonly access: OfferAccess;
  readonly roles: Roles;
  readonly settled: boolean;
} {
  const contents = useMemo(() => [content], [content]);
  const { roles, settled } = useRoles(contents);
  const access = useMemo(() => accessOfOffer(content.authorizations, roles), [content, roles]);
  return { access, roles, settled };
}
