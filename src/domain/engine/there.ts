import type { DelegateItem, Way } from '../changeSet.ts';
import { sameId } from '../ids.ts';
import type { Delegation } from '../offer.ts';
import { ProblemError } from '../problem.ts';
import type { Proof } from '../run.ts';
import { standingOf } from '../standing.ts';
import { readOr } from './calls.ts';
import { verify } from './confirm.ts';
import { delegationGoal, proofOf } from './delegationGoal.ts';
import type { Engine, Task } from './engine.ts';
import { wasTried, waysLeft } from './item.ts';
import { look } from './look.ts';
import type { Sight } from './look.ts';
import { put } from './put.ts';

/** What was seen, and when, at the address that a way would write. */
export interface SeenAt {
  readonly way: Way;
  readonly sight: Sight;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/**
 * Whether the scope is delegated as reviewed, by whomever: at the item's own address, at one that an earlier try may
 * have written, or under an id that is none of ours. Otherwise what is at the first address. One list of the scope says
 * all that, but lists lag: the address itself is read too where this run may have written, where something is there, and
 * where a template chose the name, which may mean something else already.
 */
export async function findThere(
  engine: Engine,
  task: Task,
  item: DelegateItem,
): Promise<{ readonly proof: Proof } | { readonly proof?: undefined; readonly seen: SeenAt }> {
  const [first] = waysLeft(engine, item);
  const tried = item.ways.filter((way) => wasTried(engine, task, way.delegationId));
  task.inDoubt = tried.length > 0;

  const here = await listHere(engine, task, item);
  const twin = twinIn(engine, item, here);
  const isNews = tried.length === 0 && engine.changeSet.offer.source === 'marketplace';
  const sight: Sight =
    isNews && !here.some(({ id }) => sameId(id, first.delegationId))
      ? { state: 'absent' }
      : await look(engine, task, delegationGoal(item.scope, first, engine.changeSet.offer.content));
  const at = engine.surroundings.now();
  if (isThere(sight)) return { proof: await settle(engine, task, item, first, sight) };
  if (task.interrupted && sight.state === 'broken') throw new ProblemError(sight.problem);
  for (const way of tried) {
    if (way === first && sight.state !== 'absent') continue;
    const later = await verify(engine, task, delegationGoal(item.scope, way, engine.changeSet.offer.content), {
      code: 'noAnswer',
    });
    if (isThere(later)) return { proof: await settle(engine, task, item, way, later) };
  }
  const proof = twin && (await settleTwin(engine, task, item, twin));
  return proof ? { proof } : { seen: { way: first, sight, at } };
}

/** Azure says that the scope is delegated: the delegation that is meant, if there is one. */
export async function adopt(engine: Engine, task: Task, item: DelegateItem): Promise<Proof | undefined> {
  const twin = twinIn(engine, item, await listHere(engine, task, item));
  return twin && settleTwin(engine, task, item, twin);
}

/**
 * A delegation of this scope to this offer, in the reviewed version, under whatever id: made by the portal, by a
 * colleague a moment ago, or by an earlier run. Azure allows an offer once per scope
 * (https://learn.microsoft.com/azure/lighthouse/how-to/onboard-customer), so it is adopted. Another version is someone
 * else's decision and a problem.
 */
function twinIn(engine: Engine, { ways }: DelegateItem, here: readonly Delegation[]): Way | undefined {
  const { content } = engine.changeSet.offer;
  const isOurs = (copyId: string) => ways.some((way) => sameId(way.copyId, copyId));
  const standing = standingOf(here, content, ({ copy, copyId }) => copy ?? (isOurs(copyId) ? content : undefined));
  switch (standing.state) {
    case 'other':
      throw new ProblemError({ code: 'changedByOther', what: 'delegation' });
    case 'same':
    case 'settling':
      return { kind: 'local', copyId: standing.delegation.copyId, delegationId: standing.delegation.id };
    case 'broken':
    case 'none':
      return undefined;
  }
}

/** Lists lag: what was listed counts once it has been read by its own address. */
async function settleTwin(engine: Engine, task: Task, item: DelegateItem, twin: Way): Promise<Proof | undefined> {
  const sight = await look(engine, task, delegationGoal(item.scope, twin, engine.changeSet.offer.content));
  return isThere(sight) ? settle(engine, task, item, twin, sight) : undefined;
}

async function settle(engine: Engine, task: Task, item: DelegateItem, way: Way, sight: Sight): Promise<Proof> {
  return proofOf(way, await put(engine, task, delegationGoal(item.scope, way, engine.changeSet.offer.content), sight));
}

function isThere({ state }: Sight): boolean {
  return state === 'right' || state === 'working';
}

function listHere(engine: Engine, task: Task, { scope }: DelegateItem): Promise<readonly Delegation[]> {
  return readOr(engine, task, [], (port, ids) => port.listDelegations(scope.id, ids));
}
