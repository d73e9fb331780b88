import * as fc from 'fast-check';
import type { Fault, Trouble } from './azureSession.ts';
import type { VirtualTime } from './virtualTime.ts';

/** What goes wrong on the way to Azure, as data. Never so often in a row that the engine gives up. */
export interface Troubles {
  readonly faults: readonly {
    readonly operation: string;
    readonly target: number;
    readonly n: number;
    readonly fault: Fault;
  }[];
  readonly offline?: { readonly after: number; readonly ms: number } | undefined;
  readonly mfaFromWrite?: number | undefined;
}

const operations = [
  'readRegistration',
  'readCopy',
  'readDelegation',
  'listDelegations',
  'listDelegationsIn',
  'register',
  'writeCopy',
  'writeDelegation',
  'deleteDelegation',
  'deleteCopy',
];

export const troubles: fc.Arbitrary<Troubles> = fc.record({
  faults: fc.array(
    fc.record({
      operation: fc.constantFrom(...operations),
      target: fc.nat(3),
      n: fc.nat(2),
      fault: fc.constantFrom<Fault>('lostBefore', 'lostAfter', 'azureDown', 'throttled', 'broken'),
    }),
    { maxLength: 12 },
  ),
  offline: fc.option(fc.record({ after: fc.nat(20_000), ms: fc.nat(120_000) }), { nil: undefined }),
  mfaFromWrite: fc.option(fc.nat(6), { nil: undefined }),
});

/** How long after a write a read still finds nothing, in ms. */
export const hidden = fc.constantFrom(0, 0, 1500);

/** The trouble itself, from now on. */
export function troubleOf({ faults, offline, mfaFromWrite }: Troubles, time: VirtualTime): Trouble {
  return {
    faultAt: (operation, target, n) =>
      faults.find((it) => it.operation === operation && it.n === n && it.target === bucketOf(target))?.fault,
    ...(offline && { offline: { from: time.now() + offline.after, to: time.now() + offline.after + offline.ms } }),
    ...(mfaFromWrite !== undefined && { mfaFromWrite }),
  };
}

/** Spreads the addresses over the targets that a fault may name. */
function bucketOf(target: string): number {
  return (
    Array.from(target, (character) => character.charCodeAt(0)).reduce((sum, code) => (sum * 31 + code) % 997, 7) % 4
  );
}
