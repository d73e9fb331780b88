import * as fc from 'fast-check';
import { ownCopyId } from '../../src/domain/names.ts';
import type { Offer } from '../../src/domain/offer.ts';
import type { ProblemCode } from '../../src/domain/problem.ts';
import type { Scope } from '../../src/domain/scope.ts';
import type { ScopeId } from '../../src/domain/ids.ts';
import { AzureModel } from './azureModel.ts';
import type { AzureTraits } from './azureTraits.ts';
import type { Fault, Trouble } from './azureSession.ts';
import { content, copyIn, offer, resourceGroup, subscription, subscriptionNo } from './offers.ts';
import { VirtualTime } from './virtualTime.ts';

/** A world as data, so that it can be made twice and shrunk. */
export interface World {
  readonly subscriptions: readonly {
    readonly registered: boolean;
    readonly chosen: boolean;
    readonly groups: readonly { readonly chosen: boolean; readonly fate: Fate }[];
    readonly fate: Fate;
    /** A copy of the app's own name that is there from the beginning. */
    readonly copy: 'none' | 'same' | 'older';
  }[];
  readonly traits: Pick<AzureTraits, 'references' | 'registeringMs' | 'propagatingMs' | 'settlingMs' | 'hiddenMs'>;
  readonly faults: readonly {
    readonly operation: string;
    readonly target: number;
    readonly n: number;
    readonly fault: Fault;
  }[];
  readonly offline?: { readonly after: number; readonly ms: number } | undefined;
  readonly mfaFromWrite?: number | undefined;
}

/** What Azure makes of writes to a scope. */
export type Fate = 'well' | 'failing' | Extract<ProblemCode, 'notAllowed' | 'deniedByPolicy' | 'locked'>;

const fates = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Fate>('well') },
  { weight: 1, arbitrary: fc.constantFrom<Fate>('failing', 'notAllowed', 'deniedByPolicy', 'locked') },
);

const operations = [
  'readRegistration',
  'readCopy',
  'readDelegation',
  'listDelegations',
  'register',
  'writeCopy',
  'writeDelegation',
];

/** Worlds of a few subscriptions, with everything that can go wrong and passes. */
export const worlds: fc.Arbitrary<World> = fc.record({
  subscriptions: fc.array(
    fc.record({
      registered: fc.boolean(),
      chosen: fc.boolean(),
      groups: fc.array(fc.record({ chosen: fc.boolean(), fate: fates }), { maxLength: 3 }),
      fate: fates,
      copy: fc.constantFrom<'none' | 'same' | 'older'>('none', 'none', 'same', 'older'),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  traits: fc.record({
    references: fc.constantFrom<'allowed' | 'refused'>('allowed', 'refused'),
    registeringMs: fc.nat(60_000),
    propagatingMs: fc.nat(30_000),
    settlingMs: fc.nat(40_000),
    hiddenMs: fc.constantFrom(0, 0, 1500),
  }),
  // Never so often in a row that the engine gives up: what a world ends as does not depend on them.
  faults: fc.array(
    fc.record({
      operation: fc.constantFrom(...operations),
      target: fc.nat(5),
      n: fc.nat(2),
      fault: fc.constantFrom<Fault>('lostBefore', 'lostAfter', 'azureDown', 'throttled', 'broken', 'slow'),
    }),
    { maxLength: 12 },
  ),
  offline: fc.option(fc.record({ after: fc.nat(20_000), ms: fc.nat(120_000) }), { nil: undefined }),
  mfaFromWrite: fc.option(fc.nat(6), { nil: undefined }),
});

/** The world made: its Azure, what the person chose there, and what goes wrong on the way. */
export interface Made {
  readonly time: VirtualTime;
  readonly azure: AzureModel;
  readonly offer: Offer;
  readonly chosen: readonly Scope[];
  readonly trouble: Trouble;
}

/** Makes a world. `alsoRefused`: one more scope that this person may not write to. */
export function make(world: World, alsoRefused?: ScopeId): Made {
  const fated: [ScopeId, Fate][] = world.subscriptions.flatMap(({ fate, groups }, n) => [
    [subscription(n + 1).id, fate] as [ScopeId, Fate],
    ...groups.map((group, g): [ScopeId, Fate] => [resourceGroup(n + 1, `group-${g}`).id, group.fate]),
  ]);
  const time = new VirtualTime();
  const refused = fated.flatMap(([id, fate]) =>
    fate === 'well' || fate === 'failing' ? [] : [[id, { code: fate }] as const],
  );
  const azure = new AzureModel(time, {
    ...world.traits,
    lingerMs: 5000,
    guardsCopies: true,
    refused: new Map([...refused, ...(alsoRefused ? [[alsoRefused, { code: 'notAllowed' }] as const] : [])]),
    failing: new Set(fated.filter(([, fate]) => fate === 'failing').map(([id]) => id)),
  });
  // The accepted copy lives in a subscription of its own, as after an acceptance in the portal.
  const accepted = copyIn(99);
  const own = world.subscriptions.flatMap(({ copy }, n) => {
    if (copy === 'none') return [];
    const id = ownCopyId(subscriptionNo(n + 1), offer([accepted]));
    return [copyIn(n + 1, content(copy === 'same' ? '1.0.0' : '0.9.0'), { id })];
  });
  const registered = world.subscriptions.flatMap((it, n) => (it.registered ? [subscriptionNo(n + 1)] : []));
  azure.seed({ registered: [...registered, accepted.subscriptionId], copies: [accepted, ...own] });
  return {
    time,
    azure,
    offer: offer([accepted, ...own]),
    chosen: world.subscriptions.flatMap((it, n) => [
      ...(it.chosen ? [subscription(n + 1)] : []),
      ...it.groups.flatMap((group, g) => (group.chosen ? [resourceGroup(n + 1, `group-${g}`)] : [])),
    ]),
    trouble: {
      faultAt: (operation, target, n) =>
        world.faults.find((it) => it.operation === operation && it.n === n && it.target === bucketOf(target))?.fault,
      ...(world.offline && {
        offline: { from: time.now() + world.offline.after, to: time.now() + world.offline.after + world.offline.ms },
      }),
      ...(world.mfaFromWrite !== undefined && { mfaFromWrite: world.mfaFromWrite }),
    },
  };
}

/** Spreads the addresses over the targets that a fault may name. */
function bucketOf(target: string): number {
  return (
    Array.from(target, (character) => character.charCodeAt(0)).reduce((sum, code) => (sum * 31 + code) % 997, 7) % 6
  );
}
