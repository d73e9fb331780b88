import type { SubscriptionId } from '../ids.ts';
import type { RegistrationState } from '../port.ts';
import { ProblemError } from '../problem.ts';
import { needsRegistering } from '../readiness.ts';
import { read, write } from './calls.ts';
import type { Engine, Task } from './engine.ts';
import { rest } from './engine.ts';
import { Patience, registering } from './patience.ts';
import { afterWrite } from './rules.ts';

/*
 * Registration of Microsoft.ManagedServices never blocks: a region may answer before every region is done.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/resource-providers-and-types
 */

/** Asks Azure to register the subscription, where the change set says so and it is not under way. */
export async function register(engine: Engine, task: Task, subscription: SubscriptionId): Promise<void> {
  if (!engine.mayRegister.has(subscription)) return;
  engine.log.note({ type: 'entered', item: task.item, activity: 'registering' });
  await engine.registrations.get(subscription, () => ask(engine, task, subscription));
}

async function ask(engine: Engine, task: Task, subscription: SubscriptionId): Promise<void> {
  const patience = new Patience(engine.surroundings.random);
  for (;;) {
    if (!needsRegistering(await stateOf(engine, task, subscription))) return;
    const result = await write(engine, task, {
      kind: 'register',
      target: subscription,
      shared: true,
      send: (port, ids) => port.register(subscription, ids),
    });
    if (!result.problem) return;
    switch (afterWrite(result.problem)) {
      case 'pause':
        break;
      case 'tryAgain':
      case 'verify':
        await rest(engine, task, patience.next(result.problem));
        break;
      case 'awaitRegistration':
      case 'adopt':
      case 'nextWay':
      case 'fail':
        throw new ProblemError(result.problem);
    }
  }
}

/**
 * Azure answered that the subscription is not registered: waits until it is, for a while. Where it cannot be read, and
 * where Azure says for long that it is under way, trying again is the only way to find out. What nobody reviewed is not registered: then this is the item's problem.
 */
export function awaitRegistration(engine: Engine, task: Task, subscription: SubscriptionId): Promise<void> {
  task.place.leave();
  return engine.registered.get(subscription, () => untilRegistered(engine, task, subscription));
}

async function untilRegistered(engine: Engine, task: Task, subscription: SubscriptionId): Promise<void> {
  for (const wait of registering) {
    const state = await stateOf(engine, task, subscription);
    if (state === 'registered' || state === 'unknown') return;
    if (state !== 'registering' && !engine.mayRegister.has(subscription)) {
      throw new ProblemError({ code: 'notRegistered' });
    }
    await rest(engine, task, wait);
  }
}

async function stateOf(engine: Engine, task: Task, subscription: SubscriptionId): Promise<RegistrationState> {
  try {
    return await read(engine, task, (port, ids) => port.readRegistration(subscription, ids));
  } catch (error) {
    // Without the right to read it, registering may still be allowed.
    if (error instanceof ProblemError && error.problem.code === 'notAllowed') return 'unknown';
    throw error;
  }
}
