import type { Context } from '../context.ts';
import type { PolicyAssignment, RegistrationAssignment, RegistrationDefinition, World } from '../model.ts';

/** A row as it was before a write, which Resource Graph goes on showing for a while. `undefined`: there was none. */
interface Held<Row> {
  readonly until: number;
  readonly before: Row | undefined;
}

/** What is held of a table, by key of the row, oldest write first. */
type HeldRows<Row> = Map<string, Held<Row>[]>;

interface Ledger {
  writes: number;
  readonly definitions: HeldRows<RegistrationDefinition>;
  readonly assignments: HeldRows<RegistrationAssignment>;
  readonly policies: HeldRows<PolicyAssignment>;
}

const ledgers = new WeakMap<World, Ledger>();

/**
 * To be called right before a row is created, changed or deleted, in the same turn of the event loop. Until the lag has
 * passed, Resource Graph shows the row as it is now. `key` is the key of the row in the world's map.
 */
export function noteWrite(context: Context, table: 'definitions' | 'assignments', key: string): void {
  const { world, timing, clock } = context;
  const ledger = ledgerOf(world);
  ledger.writes += 1;
  const until = clock.now() + timing.resourceGraphLag;
  if (table === 'definitions') hold(ledger.definitions, key, { until, before: world.definitions.get(key) });
  else hold(ledger.assignments, key, { until, before: world.assignments.get(key) });
}

/** How many writes this world has seen: what was worked out before another one is out of date. */
export function writesNoted(world: World): number {
  return ledgerOf(world).writes;
}

/** Copies of offers as Resource Graph knows them now, by key. */
export function definitionsSeen({ world, clock }: Context): ReadonlyMap<string, RegistrationDefinition> {
  return overlay(world.definitions, ledgerOf(world).definitions, clock.now());
}

/** Delegations as Resource Graph knows them now, by key. */
export function assignmentsSeen({ world, clock }: Context): ReadonlyMap<string, RegistrationAssignment> {
  return overlay(world.assignments, ledgerOf(world).assignments, clock.now());
}

/** The same for the assignment of a policy; `key` is its id in lower case, `before` as it is now. */
export function notePolicyWrite({ world, timing, clock }: Context, key: string, before?: PolicyAssignment): void {
  const ledger = ledgerOf(world);
  ledger.writes += 1;
  hold(ledger.policies, key, { until: clock.now() + timing.resourceGraphLag, before });
}

/** Assignments of policies as Resource Graph knows them now. */
export function policiesSeen({ world, clock }: Context): readonly PolicyAssignment[] {
  const keyOf = ({ scope, name }: PolicyAssignment) =>
    `${scope}/providers/Microsoft.Authorization/policyAssignments/${name}`.toLowerCase();
  const current = new Map(world.policyAssignments.map((row) => [keyOf(row), row]));
  return [...overlay(current, ledgerOf(world).policies, clock.now()).values()];
}

function hold<Row>(rows: HeldRows<Row>, key: string, held: Held<Row>): void {
  // Rows are changed in place: what is held must not change with them.
  rows.set(key, [...(rows.get(key) ?? []), structuredClone(held)]);
}

function overlay<Row>(current: ReadonlyMap<string, Row>, held: HeldRows<Row>, now: number): ReadonlyMap<string, Row> {
  if (held.size === 0) return current;
  const seen = new Map(current);
  for (const [key, states] of held) {
    const [oldest, ...later] = states.filter(({ until }) => until > now);
    if (!oldest) {
      held.delete(key);
      continue;
    }
    held.set(key, [oldest, ...later]);
    if (oldest.before === undefined) seen.delete(key);
    else seen.set(key, oldest.before);
  }
  return seen;
}

function ledgerOf(world: World): Ledger {
  const known = ledgers.get(world);
  if (known) return known;
  const ledger: Ledger = { writes: 0, definitions: new Map(), assignments: new Map(), policies: new Map() };
  ledgers.set(world, ledger);
  return ledger;
}
