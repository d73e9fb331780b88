import type { Caller, Context } from '../../context.ts';
import { ArmError } from '../errors.ts';
import { sameId } from '../ids.ts';
import type { Answer } from '../reply.ts';
import { deploymentsOf, isSettled, type Deployment, type DeploymentError, type ResourceRun } from './state.ts';
import { DEPLOYMENTS, idOf } from './template.ts';

/** Sends a request to the emulator's own ARM. Throws what ARM refuses. */
export type Send = (asked: {
  readonly method: 'PUT' | 'POST';
  readonly url: URL;
  readonly sent: string;
  readonly caller: Caller;
  readonly context: Context;
}) => Answer;

/**
 * Lets every deployment get as far as the clock allows. Each write is made at its own time, so it does not matter whether
 * anybody asks in between.
 */
export function settleDeployments(context: Context, send: Send): void {
  const all = deploymentsOf(context.world);
  const until = context.clock.now();
  for (;;) {
    const going = [...all.values()].filter((each) => !isSettled(each));
    const times = going.flatMap((deployment) =>
      deployment.state === 'Accepted' ? deployment.startedAt : deployment.runs.flatMap(({ wakesAt }) => wakesAt ?? []),
    );
    const at = Math.min(...times);
    if (at > until) return;
    const then: Context = { ...context, clock: { now: () => at, advance: (ms) => context.clock.advance(ms) } };
    // Inner ones stand later in the history: what they have come to is known to the outer ones.
    for (const deployment of going.toReversed()) step(deployment, then, send);
  }
}

function step(deployment: Deployment, context: Context, send: Send): void {
  const at = context.clock.now();
  if (at < deployment.startedAt) return;
  if (deployment.state === 'Accepted') deployment.state = 'Running';
  for (const run of deployment.runs) if (run.state === 'Running') follow(deployment, run, context, send);
  for (const run of deployment.runs) {
    if (run.state === 'Waiting' && isReady(run, deployment)) start(deployment, run, context, send);
  }
  if (deployment.runs.some((run) => run.state === 'Running')) return;
  const errors = deployment.runs.flatMap(({ error }) => error ?? []);
  const whole = errors.length === 0 && deployment.runs.every((run) => run.state !== 'Canceled');
  deployment.state = whole ? 'Succeeded' : 'Failed';
  deployment.changedAt = at;
  if (errors.length > 0) deployment.error = { ...failedError, details: errors };
  // The one around it has something to look at.
  for (const outer of deploymentsOf(context.world).values()) {
    for (const run of outer.runs) if (sameId(run.targetId, deployment.id) && run.state === 'Running') run.wakesAt = at;
  }
}

const failedError: DeploymentError = {
  code: 'DeploymentFailed',
  message:
    'At least one resource deployment operation failed. Please list deployment operations for details. ' +
    'Please see https://aka.ms/arm-deployment-operations for usage details.',
};

function isReady({ resource }: ResourceRun, { runs }: Deployment): boolean {
  return resource.dependsOn.every((id) =>
    runs.some(({ targetId, state }) => sameId(targetId, id) && state === 'Succeeded'),
  );
}

function start(deployment: Deployment, run: ResourceRun, context: Context, send: Send): void {
  const { caller, origin } = deployment;
  const { resource } = run;
  const url = new URL(`${origin}${idOf(resource)}?api-version=${resource.apiVersion}`);
  run.state = 'Running';
  run.changedAt = context.clock.now();
  try {
    const answer = send({ method: 'PUT', url, sent: JSON.stringify(resource.body), caller, context });
    run.status = answer.status;
    if (sameId(resource.type, DEPLOYMENTS)) return;
    run.following = /operationStatuses\/([^?]+)/.exec(answer.headers?.['Azure-AsyncOperation'] ?? '')?.[1] ?? '';
    run.wakesAt = context.world.operations.get(run.following)?.endsAt ?? context.clock.now();
  } catch (error) {
    if (isUnregistered(error) && run.following === undefined) register(deployment, run, context, send);
    else fail(run, error, context);
  }
}

/**
 * What a template needs is registered by the one who deploys it, when there is a right to.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/resource-providers-and-types
 */
function register(deployment: Deployment, run: ResourceRun, context: Context, send: Send): void {
  const { subscriptionId, caller, origin } = deployment;
  const [namespace = ''] = run.resource.type.split('/');
  const path = `/subscriptions/${subscriptionId}/providers/${namespace}/register`;
  try {
    send({ method: 'POST', url: new URL(`${origin}${path}?api-version=2021-04-01`), sent: '', caller, context });
    run.following = 'registration';
    const { registeredAt = 0 } = context.world.subscriptions.get(subscriptionId) ?? {};
    run.wakesAt = Math.max(context.clock.now(), registeredAt);
  } catch (error) {
    fail(run, error, context);
  }
}

function isUnregistered(error: unknown): boolean {
  return error instanceof ArmError && /SubscriptionNotRegistered|MissingSubscriptionRegistration/.test(error.code);
}

function follow(deployment: Deployment, run: ResourceRun, context: Context, send: Send): void {
  const at = context.clock.now();
  if (run.wakesAt === undefined || at < run.wakesAt) return;
  delete run.wakesAt;
  if (run.following === 'registration') return start(deployment, run, context, send);
  const inner = deploymentsOf(context.world).get(run.targetId.toLowerCase());
  const operation = context.world.operations.get(run.following ?? '');
  const error = inner?.error ?? (operation?.outcome === 'Failed' ? operation.error : undefined);
  run.state = error ? 'Failed' : inner?.state === 'Canceled' ? 'Canceled' : 'Succeeded';
  run.changedAt = at;
  if (error) run.error = error;
}

function fail(run: ResourceRun, error: unknown, context: Context): void {
  if (!(error instanceof ArmError)) throw error;
  run.state = 'Failed';
  run.changedAt = context.clock.now();
  run.status = error.status;
  run.error = { code: error.code, message: error.message };
  delete run.wakesAt;
}
