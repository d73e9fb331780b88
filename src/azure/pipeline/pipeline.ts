import type { TokenCredential } from '@azure/core-auth';
import {
  createDefaultHttpClient,
  createEmptyPipeline,
  type HttpClient,
  type Pipeline,
} from '@azure/core-rest-pipeline';
import type { Surroundings } from '../../domain/port.ts';
import { createScheduler } from '../scheduler/scheduler.ts';
import { createTime } from '../scheduler/time.ts';
import { answersPolicy, type OnTrouble } from './answers.ts';
import { hygienePolicy } from './hygiene.ts';
import { localHttpClient } from './local.ts';
import { originGuard } from './originGuard.ts';
import { pacingPolicy } from './pacing.ts';
import { tokenPolicy } from './token.ts';
import { wakePolicy } from './wake.ts';

export interface PipelineSetup {
  readonly credential: TokenCredential;
  /** The cloud's ARM origin and the one permission asked for. */
  readonly cloud: { readonly arm: string; readonly armScope: string };
  /** An emulated ARM on this machine that answers in place of `cloud.arm`. */
  readonly local?: { readonly arm: string };
  /** What sends requests; default: the browser's fetch. */
  readonly httpClient?: HttpClient;
  readonly surroundings: Surroundings;
  /** Whether the device has a network; default: it has. */
  readonly isOnline?: () => boolean;
  readonly onTrouble?: OnTrouble;
  /** Has the listener called each time the device has slept; default: it never does. */
  readonly onWake?: (listener: () => void) => () => void;
}

/** Options that make an SDK client use the one pipeline. All SDK clients of the modular generation take them. */
export interface ClientOptions {
  readonly endpoint: string;
  readonly credentials: { scopes: string[] };
  readonly pipeline: Pipeline;
  readonly httpClient: HttpClient;
}

/**
 * The one way to Azure Resource Manager: every client of one signed-in person sends through this pipeline, with one
 * scheduler, one token and no retries but ours. From the outside in: problems, ids and manners, the origin guard,
 * pacing, the token.
 */
export function createClientOptions(setup: PipelineSetup): ClientOptions {
  const { credential, cloud, local, surroundings } = setup;
  const { isOnline = () => true, onTrouble = () => undefined, onWake = () => () => undefined } = setup;
  const transport = setup.httpClient ?? createDefaultHttpClient();
  const time = createTime(surroundings);
  const correlationId = surroundings.newId();
  const pipeline = createEmptyPipeline();
  pipeline.addPolicy(answersPolicy(isOnline, () => surroundings.now(), onTrouble));
  pipeline.addPolicy(hygienePolicy(() => surroundings.newId(), correlationId));
  pipeline.addPolicy(originGuard(cloud.arm));
  pipeline.addPolicy(
    pacingPolicy({
      scheduler: createScheduler(time),
      time,
      random: () => surroundings.random(),
      isOnline,
      correlationId,
    }),
  );
  pipeline.addPolicy(tokenPolicy(credential, cloud.armScope, () => surroundings.now(), onWake));
  pipeline.addPolicy(wakePolicy(onWake));
  return {
    endpoint: cloud.arm,
    credentials: { scopes: [cloud.armScope] },
    pipeline,
    httpClient: local ? localHttpClient(cloud.arm, local.arm, transport) : transport,
  };
}
