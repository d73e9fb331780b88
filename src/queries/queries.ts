import { queryOptions } from '@tanstack/react-query';
import type { Azure } from '../azure/azure.ts';
import type { Directory } from '../azure/directory/directory.ts';
import { waits } from '../domain/activation.ts';
import {
  subscriptionScope,
  type PrincipalId,
  type RoleId,
  type SubscriptionId,
  type ScopeId,
  type TenantId,
} from '../domain/ids.ts';
import { ProblemError } from '../domain/problem.ts';
import { planIdentifierText, type PlanIdentifier } from '../domain/planIdentifier.ts';
import type { Written } from './written.ts';

const minute = 60_000;

/**
 * Names every query of the app, once. The tenant and the person are part of each key: facts of one must never be shown
 * to another. Retries are off everywhere: the azure room paces and repeats, and nothing may multiply that.
 */
export function createQueries(
  azure: Azure,
  who: { readonly tenantId: TenantId; readonly objectId: string },
  written: Written,
  directory?: Directory,
) {
  const key = (...parts: readonly unknown[]) => [who.tenantId, who.objectId, ...parts];
  const estate = () =>
    queryOptions({
      queryKey: key('estate'),
      queryFn: async ({ signal }) => written.over(await azure.estate(signal)),
      staleTime: 5 * minute,
      gcTime: Infinity,
    });
  const resourceGroups = (subscription: SubscriptionId) =>
    queryOptions({
      queryKey: key('resourceGroups', subscription),
      queryFn: ({ signal }) => azure.resourceGroups(subscription, signal),
      staleTime: 5 * minute,
    });
  return {
    tenants: () =>
      queryOptions({
        queryKey: key('tenants'),
        queryFn: ({ signal }) => azure.tenants(signal),
        staleTime: 30 * minute,
      }),
    estate,
    resourceGroups,
    /** Those of every subscription: asked for only where a person wants to see them all. */
    allResourceGroups: () =>
      queryOptions({
        queryKey: key('allResourceGroups'),
        queryFn: async ({ signal, client }) => {
          const { subscriptions } = await client.query(estate());
          const ids = subscriptions.map(({ subscriptionId }) => subscriptionId);
          // Stopped and wanted again, it goes on where it was.
          return azure.allResourceGroups(ids, (id) => client.query(resourceGroups(id)), signal);
        },
        staleTime: 5 * minute,
      }),
    /** Read from the subscription itself: this alone says when each began. */
    delegationsIn: (subscription: SubscriptionId) =>
      queryOptions({
        queryKey: key('delegationsIn', subscription),
        queryFn: ({ signal }) => azure.readDelegations(subscriptionScope(subscription), signal),
        staleTime: 5 * minute,
        gcTime: Infinity,
      }),
    /** Read from the subscription itself, which knows first what was accepted. */
    copiesIn: (subscription: SubscriptionId) =>
      queryOptions({
        queryKey: key('copiesIn', subscription),
        queryFn: ({ signal }) => azure.readCopies(subscription, signal),
        staleTime: minute,
      }),
    registration: (subscription: SubscriptionId) =>
      queryOptions({
        queryKey: key('registration', subscription),
        queryFn: ({ signal }) => azure.registration(subscription, signal),
        staleTime: 5 * minute,
        gcTime: Infinity,
      }),
    permissions: (scope: ScopeId) =>
      queryOptions({
        queryKey: key('permissions', scope),
        queryFn: ({ signal }) => azure.permissions(scope, signal),
        staleTime: 5 * minute,
        gcTime: Infinity,
      }),
    denials: (scope: ScopeId) =>
      queryOptions({
        queryKey: key('denials', scope),
        queryFn: ({ signal }) => azure.denials(scope, signal),
        staleTime: 5 * minute,
        gcTime: Infinity,
      }),
    /** At a scope of the estate, or at a management group. */
    heldRoles: (scope: string) =>
      queryOptions({
        queryKey: key('heldRoles', scope),
        queryFn: ({ signal }) => azure.myRoleAssignments(scope, signal),
        staleTime: 5 * minute,
        gcTime: Infinity,
      }),
    eligibleRoles: () =>
      queryOptions({
        queryKey: key('eligibleRoles'),
        queryFn: ({ signal }) => azure.eligibleRoles(signal),
        staleTime: 5 * minute,
      }),
    activationRules: (scope: string, role: RoleId) =>
      queryOptions({
        queryKey: key('activationRules', scope, role),
        queryFn: ({ signal }) => azure.activationRules(scope, role, signal),
        staleTime: 5 * minute,
      }),
    /** Asked for anew whenever somebody looks: an approval comes at any time. */
    activations: () =>
      queryOptions({
        queryKey: key('activations'),
        queryFn: ({ signal }) => azure.activations(signal),
        staleTime: 0,
        refetchInterval: ({ state: { data } }) => (data?.some(({ state }) => waits(state)) ? minute / 4 : false),
      }),
    allowLists: () =>
      queryOptions({
        queryKey: key('allowLists'),
        queryFn: async ({ signal, client }) => {
          const { subscriptions } = await client.query(estate());
          const own = subscriptions.filter(({ tenantId }) => tenantId === who.tenantId);
          const ids = own.map(({ subscriptionId }) => subscriptionId);
          return written.overAssigned('allow', await azure.allowLists(ids, signal));
        },
        staleTime: 5 * minute,
        gcTime: Infinity,
      }),
    guardrails: () =>
      queryOptions({
        queryKey: key('guardrails'),
        queryFn: async ({ signal, client }) => {
          const { subscriptions } = await client.query(estate());
          const own = subscriptions.filter(({ tenantId }) => tenantId === who.tenantId);
          const ids = own.map(({ subscriptionId }) => subscriptionId);
          const { allow, audit } = await azure.guardrails(ids, signal);
          return { allow: written.overAssigned('allow', allow), audit: written.overAssigned('audit', audit) };
        },
        staleTime: minute,
      }),
    activityLog: (subscription: SubscriptionId, period: { readonly from: string; readonly to: string }) =>
      queryOptions({
        queryKey: key('activityLog', subscription, period.from, period.to),
        queryFn: ({ signal }) => azure.activityLog(subscription, period, signal),
        staleTime: Infinity,
      }),
    regions: (subscription: SubscriptionId) =>
      queryOptions({
        queryKey: key('regions', subscription),
        queryFn: ({ signal }) => azure.regions(subscription, signal),
        staleTime: Infinity,
      }),
    owners: (subscription: SubscriptionId) =>
      queryOptions({
        queryKey: key('owners', subscription),
        queryFn: ({ signal }) => azure.owners(subscription, signal),
        staleTime: 5 * minute,
      }),
    /** Asked of Microsoft Graph: only where a person wants to know, so who uses this says when. Kept until the page closes. */
    names: (people: readonly PrincipalId[]) =>
      queryOptions({
        queryKey: key('names', [...people].sort()),
        queryFn: ({ signal }) => {
          if (!directory) throw new ProblemError({ code: 'appNotSetUp' });
          return directory.names(people, signal);
        },
        staleTime: Infinity,
        gcTime: Infinity,
      }),
    /** Every published version of a plan: seen from the tenant, or from a subscription that may see private ones. */
    catalog: ({ publisher, product, plan }: PlanIdentifier, from?: SubscriptionId) =>
      queryOptions({
        queryKey: key('catalog', planIdentifierText({ publisher, product, plan }).toLowerCase(), from ?? 'tenant'),
        queryFn: ({ signal }) => azure.catalog({ publisher, product, plan }, from, signal),
        staleTime: 5 * minute,
      }),
    roleDefinitions: (ids: readonly RoleId[]) =>
      queryOptions({
        queryKey: key('roleDefinitions', [...ids].sort()),
        queryFn: ({ signal }) => azure.roleDefinitions(ids, signal),
        staleTime: 60 * minute,
      }),
  };
}

export type Queries = ReturnType<typeof createQueries>;
