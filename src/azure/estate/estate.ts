import type { ResourceGraphContext } from '@azure/arm-resourcegraph/api';
import type { Estate } from '../../domain/estate.ts';
import type { TenantId } from '../../domain/ids.ts';
import { reading } from '../collect.ts';
import { orAnotherWay } from '../otherWay.ts';
import { estateFromArm, type ArmSources } from './fromArm.ts';
import { estateFromGraph } from './fromGraph.ts';
import type { OnProgress } from './progress.ts';

export interface EstateSources extends ArmSources {
  readonly graph: ResourceGraphContext;
  readonly tenantId: TenantId;
}

/**
 * Every subscription, copy and delegation that the person can see. Resource Graph first, because it needs a handful of
 * requests for thousands of subscriptions; plain listings where it refuses, fails, or knows of nothing.
 */
export async function readEstate(
  sources: EstateSources,
  signal: AbortSignal,
  onProgress: OnProgress = () => {},
): Promise<Estate> {
  const fromArm = (): Promise<Estate> => reading(estateFromArm(sources, signal, onProgress));
  const estate = await orAnotherWay(
    reading(estateFromGraph(sources.graph, sources.tenantId, signal, onProgress)),
    fromArm,
  );
  // A tenant that Resource Graph has not indexed yet looks empty; one request to ARM tells.
  return estate.subscriptions.length === 0 && estate.source === 'resourceGraph' ? fromArm() : estate;
}
