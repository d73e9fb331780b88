import type { HandOver } from '../domain/asCode/handOver.ts';
import type { ChangeSet } from '../domain/changeSet.ts';
import type { SubscriptionId } from '../domain/ids.ts';
import type { DelegationPort, Surroundings } from '../domain/port.ts';
import { problemOf, ProblemError, wantsPerson, type Problem } from '../domain/problem.ts';
import type { Attempt, AttemptEnd } from '../domain/run.ts';
import type { KeptHandOver } from '../storage/handOvers.ts';

export interface Sending {
  readonly port: Pick<DelegationPort, 'register'>;
  readonly handOver: (deployment: HandOver, signal: AbortSignal) => Promise<void>;
  readonly surroundings: Surroundings;
}

/**
 * Registers where that was reviewed and hands the parts over. Resolves to the hand-over with what Azure said to it;
 * rejects with a `ProblemError` where Azure took nothing.
 */
export async function sendHandOver(
  begun: KeptHandOver,
  parts: readonly HandOver[],
  sending: Sending,
): Promise<KeptHandOver> {
  const registered = await register(begun.changeSet, begun.id, sending);
  const refused = await handAll(parts, sending);
  const deployments = begun.deployments.map((one, at) => {
    const problem = refused[at];
    return problem ? { ...one, refused: problem } : one;
  });
  return { ...begun, registered, deployments };
}

/**
 * A demand for multi-factor authentication answers the first write: it goes alone. Where Azure refuses to register, the
 * deployment says what came of it.
 */
async function register(
  { registrations }: ChangeSet,
  correlationId: string,
  { port, surroundings }: Sending,
): Promise<readonly Attempt[]> {
  const ask = async (subscription: SubscriptionId): Promise<Attempt> => {
    const [clientRequestId, startedAt] = [surroundings.newId(), surroundings.now()];
    const end = await port.register(subscription, { clientRequestId, correlationId }).then(
      (answer): AttemptEnd => ({ outcome: 'accepted', answer }),
      (error: unknown): AttemptEnd => {
        const problem = problemOf(error);
        return { outcome: problem.code === 'noAnswer' ? 'unclear' : 'refused', problem };
      },
    );
    return { kind: 'register', target: subscription, clientRequestId, startedAt, endedAt: surroundings.now(), end };
  };
  const [first, ...others] = registrations;
  if (!first) return [];
  const attempt = await ask(first);
  const problem = attempt.end && 'problem' in attempt.end ? attempt.end.problem : undefined;
  if (problem && wantsPerson(problem)) throw new ProblemError(problem);
  return [attempt, ...(await Promise.all(others.map(ask)))];
}

const never = new AbortController().signal;

/** What Azure refused, by part. Throws the first refusal where it took nothing. */
async function handAll(parts: readonly HandOver[], { handOver }: Sending): Promise<readonly (Problem | undefined)[]> {
  const hand = (part: HandOver) => handOver(part, never).then(() => undefined, problemOf);
  const [first, ...others] = parts;
  const answer = first && (await hand(first));
  if (answer && wantsPerson(answer)) throw new ProblemError(answer);
  const answers = [answer, ...(await Promise.all(others.map(hand)))];
  // Without an answer it may have arrived: that is found out by looking.
  const refused = answers.map((problem) => (problem?.code === 'noAnswer' ? undefined : problem));
  const [why] = refused;
  if (why && refused.every((problem) => problem)) throw new ProblemError(why);
  return refused;
}
