import * as fc from 'fast-check';
import type { ChangeSet } from '../../src/domain/changeSet.ts';
import { delegationId } from '../../src/domain/ids.ts';
import type { CopyId, ScopeId } from '../../src/domain/ids.ts';
import { makeAcceptance } from '../../src/domain/makeAcceptance.ts';
import type { ChosenScope } from '../../src/domain/makeChangeSet.ts';
import { makeRemoval } from '../../src/domain/makeRemoval.ts';
import { makeUpdate } from '../../src/domain/makeUpdate.ts';
import type { Delegation, Offer, OfferContent, OfferCopy } from '../../src/domain/offer.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { AzureModel } from './azureModel.ts';
import type { Trouble } from './azureSession.ts';
import { content, copyIn, customer, offer, owner, resourceGroup, subscription } from './offers.ts';
import { VirtualTime } from './virtualTime.ts';
import { hidden, troubles, troubleOf, type Troubles } from './troubles.ts';

/** A change of the offer's life as data: what there is, what the person wants, and what goes wrong on the way. */
export interface Life {
  readonly kind: 'accept' | 'update' | 'remove';
  readonly places: readonly {
    readonly registered: boolean;
    /** A copy of the offer in this subscription. */
    readonly copy: 'none' | 'old' | 'new';
    /** What the subscription is delegated to. */
    readonly delegated: 'none' | 'home' | 'local';
    /** Where another offer of the same provider is delegated. */
    readonly kept: 'none' | 'subscription' | 'group';
    readonly chosen: boolean;
    readonly refused: boolean;
  }[];
  readonly restore: boolean;
  /** Whether the copies of the offer go, too. */
  readonly copiesToo: boolean;
  /** Whether this Azure itself keeps copies that something refers to. */
  readonly guardsCopies: boolean;
  readonly traits: {
    readonly registeringMs: number;
    readonly settlingMs: number;
    readonly lingerMs: number;
    readonly hiddenMs: number;
  };
  readonly troubles: Troubles;
}

/** Lives with everything that can go wrong and passes. */
export const lives: fc.Arbitrary<Life> = fc.record({
  kind: fc.constantFrom('accept', 'update', 'remove', 'remove'),
  places: fc.array(
    fc.record({
      registered: fc.boolean(),
      copy: fc.constantFrom('none', 'old', 'new'),
      delegated: fc.constantFrom('none', 'home', 'local'),
      kept: fc.constantFrom('none', 'subscription', 'group'),
      chosen: fc.boolean(),
      refused: fc.nat(5).map((n) => n === 0),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  restore: fc.boolean(),
  copiesToo: fc.boolean(),
  guardsCopies: fc.boolean(),
  traits: fc.record({
    registeringMs: fc.nat(60_000),
    settlingMs: fc.nat(40_000),
    lingerMs: fc.nat(20_000),
    hiddenMs: hidden,
  }),
  troubles,
});

/** A life made. */
export interface Lived {
  readonly time: VirtualTime;
  readonly azure: AzureModel;
  readonly changeSet: ChangeSet;
  readonly trouble: Trouble;
  /** Delegations of the other offer, which stays. */
  readonly kept: readonly Delegation[];
}

const newer = content('2.0.0');
const other: OfferContent = {
  ...content(),
  name: 'Another offer',
  plan: { publisher: 'northwind', product: 'managed-azure', name: 'premium', version: '1.0.0' },
};

/** Makes a life. */
export function live(life: Life): Lived {
  const time = new VirtualTime();
  const refused = new Map<ScopeId, Problem>(
    life.places.flatMap((place, n) => (place.refused ? [[subscription(n + 1).id, { code: 'locked' }]] : [])),
  );
  const azure = new AzureModel(time, {
    references: 'allowed',
    propagatingMs: 0,
    failing: new Set(),
    guardsCopies: life.guardsCopies,
    refused,
    ...life.traits,
  });
  const { copies, delegations, kept, keptCopy } = stockOf(life);
  const isNew = life.kind === 'accept';
  azure.seed({
    registered: [
      ...life.places.flatMap((place, n) => (place.registered || !isNew ? [subscription(n + 1).subscriptionId] : [])),
      ...copies.map(({ subscriptionId }) => subscriptionId),
      keptCopy.subscriptionId,
    ],
    copies: [...(isNew ? [] : copies), keptCopy],
    delegations: [...(isNew ? [] : delegations), ...kept],
  });
  return {
    time,
    azure,
    kept,
    changeSet: changeSetOf(life, offer(copies, delegations), {
      ...offer([keptCopy], kept),
      key: 'kept' as Offer['key'],
    }),
    trouble: troubleOf(life.troubles, time),
  };
}

function stockOf({ places }: Life) {
  const home = copyIn(99);
  const local = places.flatMap(({ copy }, n) =>
    copy === 'none' ? [] : [copyIn(n + 1, copy === 'new' ? newer : content())],
  );
  const copies: readonly [OfferCopy, ...OfferCopy[]] = [home, ...local];
  const keptCopy = copyIn(98, other);
  const at = (scope: ScopeId, copyId: CopyId, n: number): Delegation => ({
    id: delegationId(scope, `dddddddd-0000-4000-8000-${String(n).padStart(12, '0')}`),
    scope,
    copyId,
    provisioning: 'succeeded',
  });
  return {
    copies,
    keptCopy,
    delegations: places.flatMap(({ delegated, copy }, n) => {
      if (delegated === 'none' || (delegated === 'local' && copy === 'none')) return [];
      return [at(subscription(n + 1).id, delegated === 'home' ? home.id : copyIn(n + 1).id, n)];
    }),
    kept: places.flatMap((place, n) =>
      place.kept === 'none'
        ? []
        : [at(place.kept === 'group' ? resourceGroup(n + 1, 'kept').id : subscription(n + 1).id, keptCopy.id, 100 + n)],
    ),
  };
}

function changeSetOf(life: Life, ours: Offer & { readonly copies: readonly OfferCopy[] }, kept: Offer): ChangeSet {
  const who = { tenantId: customer, actor: owner, now: 0 };
  const facts = { ...who, offer: ours, blockersOf: () => [], nameOf: (id: string) => id };
  switch (life.kind) {
    case 'accept': {
      const chosen = life.places.map(({ registered }, n): ChosenScope<never> => ({
        scope: subscription(n + 1),
        registration: registered ? 'registered' : 'notRegistered',
        blockers: [],
      }));
      const [into] = chosen;
      if (!into) throw new Error('A life needs a place.');
      const incoming = { ...ours, copies: [], delegations: [] };
      const delegate = chosen.filter((_, n) => life.places[n]?.chosen);
      return makeAcceptance<never>({ ...who, offer: incoming, into, delegate });
    }
    case 'update':
      return makeUpdate<never>({ ...facts, to: newer });
    case 'remove':
      return makeRemoval<never>({
        ...facts,
        offers: [ours, kept],
        delegations: ours.delegations.flatMap(({ id, scope }) =>
          life.places.some((place, n) => place.chosen && subscription(n + 1).id === scope) ? id : [],
        ),
        copies: life.copiesToo ? ours.copies.map(({ id }) => id) : [],
        reapply: life.restore,
      });
  }
}
