import { useMemo } from 'react';
import { commonGroup, mayDeploy } from '../../domain/asCode/place.ts';
import type { ChangeSet } from '../../domain/changeSet.ts';
import { groupScope, type ManagementGroup } from '../../domain/scope.ts';
import { useRead } from '../../queries/useRead.ts';
import { useServices } from '../services.ts';

/**
 * The management group that the deployments are made at: the nearest above everything that is written, where the person
 * may deploy there. `undefined`: each is made at a subscription.
 */
export function useDeploymentPlace({ items }: ChangeSet): ManagementGroup | undefined | 'reading' {
  const { queries } = useServices();
  const estate = useRead(queries.estate());
  const group = useMemo(() => {
    const written = new Set(items.map(({ scope }) => scope.subscriptionId));
    const found = estate.data?.subscriptions.filter(({ subscriptionId }) => written.has(subscriptionId)) ?? [];
    return found.length === written.size ? commonGroup(found) : undefined;
  }, [estate.data, items]);
  const held = useRead({ ...queries.heldRoles(group ? groupScope(group) : ''), enabled: group !== undefined });
  if (!group) return estate.isPending ? 'reading' : undefined;
  if (held.isPending) return 'reading';
  return held.data && mayDeploy(held.data) ? group : undefined;
}
