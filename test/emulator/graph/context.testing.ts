import type { Caller, Context } from '../context.ts';
import type { Switches } from '../model.ts';
import { contoso } from '../worlds/tenants.ts';
import { personaId } from '../worlds/people.ts';
import { buildWorld } from '../worlds/worlds.ts';
import { answerQuery } from './resourceGraph.ts';

/** Where the clock of every test starts. */
export const startAt = Date.parse('2026-09-01T08:00:00Z');

/** Somebody who signs in to Contoso; what they may read is each test's own affair. */
export const caller: Caller = {
  tenantId: contoso.id,
  objectId: personaId('owner'),
  name: 'owner@contoso.example',
  isApplication: false,
  isGuest: false,
  mfa: true,
};

/** A context whose clock stands still until it is advanced, with a Resource Graph that lags by `lag` ms. */
export function contextFor(
  world: string,
  { lag = 0, switches = {} }: { lag?: number; switches?: Partial<Switches> } = {},
): Context {
  let now = startAt;
  return {
    clock: { now: () => now, advance: (ms) => (now += ms) },
    timing: {
      registration: 0,
      definitionUpdate: 0,
      assignmentPut: 0,
      assignmentDelete: 0,
      deleteLinger: 0,
      resourceGraphLag: lag,
    },
    requests: [],
    world: buildWorld(world, now, { switches }),
  };
}

/** The parts of an answer's body that tests look at. */
export interface Body {
  readonly totalRecords: number;
  readonly count: number;
  readonly resultTruncated: 'true' | 'false';
  readonly $skipToken?: string;
  readonly data: readonly Readonly<Record<string, unknown>>[];
}

interface Asking {
  readonly options?: Readonly<Record<string, unknown>>;
  readonly subscriptions?: readonly string[];
  readonly managementGroups?: readonly string[];
  readonly visibleTo?: (scope: string) => boolean;
  readonly as?: Caller;
}

/** Asks a query and answers with everything: status, headers, body. */
export function ask(context: Context, query: string, { visibleTo = () => true, as = caller, ...body }: Asking = {}) {
  return answerQuery(context, as, { query, ...body }, visibleTo);
}

/** Asks a query that must succeed, with a window of its own, and answers with the body. */
export function rowsOf(context: Context, query: string, asking: Asking = {}): Body {
  context.clock.advance(5_000);
  const { status, body } = ask(context, query, asking);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as Body;
}
