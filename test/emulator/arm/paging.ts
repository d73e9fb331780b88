import type { World } from '../model.ts';
import { ArmError } from './errors.ts';
import { ok, type Answer } from './reply.ts';
import { queryOf, type ArmRequest } from './request.ts';

/** Where a listing stands: which order it is read in, and the place of the last row given. */
interface Place {
  readonly order: number;
  readonly after: string;
}

const listingsByWorld = new WeakMap<World, number>();

interface ListOptions<Row> {
  /** A text that is the row's own, usually its id: rows are ordered by a hash of it. */
  readonly key: (row: Row) => string;
  readonly present: (row: Row) => unknown;
  /** Management groups call it `@nextLink`. */
  readonly linkName?: string;
}

/**
 * One page of a list, with a link to the next one.
 *
 * Azure promises no order, and two listings of the same rows were recorded in different orders. So every listing gets an
 * order of its own, seeded by the world; its pages keep to it, and rows that come or go between two pages neither hide
 * nor repeat others. `$top` makes pages smaller, never larger than the world's.
 */
export function listAnswer<Row>(request: ArmRequest, rows: readonly Row[], options: ListOptions<Row>): Answer {
  const token = queryOf(request.url, '$skiptoken');
  const place = token === undefined ? { order: nextOrder(request.world), after: '' } : readPlace(token);
  const salt = `${request.world.seed}/${place.order}/`;
  const keyed = rows
    .map((row) => ({ row, rank: rank(salt, options.key(row)) }))
    .filter(({ rank: at }) => at > place.after);
  keyed.sort((a, b) => (a.rank < b.rank ? -1 : 1));

  const page = keyed.slice(0, pageSize(request));
  const last = page.at(-1);
  const more = last !== undefined && keyed.length > page.length;
  return ok({
    value: page.map(({ row }) => options.present(row)),
    ...(more && { [options.linkName ?? 'nextLink']: linkTo(request.url, { order: place.order, after: last.rank }) }),
  });
}

function pageSize(request: ArmRequest): number {
  const top = Number(queryOf(request.url, '$top') ?? Infinity);
  if (!(top >= 1))
    throw new ArmError(400, 'InvalidQueryParameterValue', "The value of '$top' has to be a positive number.");
  return Math.min(request.world.pageSize, Math.floor(top));
}

function nextOrder(world: World): number {
  const order = (listingsByWorld.get(world) ?? 0) + 1;
  listingsByWorld.set(world, order);
  return order;
}

/** FNV-1a of the salted key, with the key behind it so that no two rows share a rank. */
function rank(salt: string, key: string): string {
  let hash = 0x811c9dc5;
  for (const character of salt + key) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return `${hash.toString(16).padStart(8, '0')} ${key}`;
}

function linkTo(url: URL, place: Place): string {
  const asked = [...url.searchParams].filter(([key]) => key.toLowerCase() !== '$skiptoken');
  const token = Buffer.from(JSON.stringify(place)).toString('base64url');
  const next = new URL(url);
  next.pathname = next.pathname.replace(/\/{2,}/g, '/');
  next.search = new URLSearchParams([...asked, ['$skiptoken', token]]).toString().replaceAll('%24', '$');
  return next.href;
}

function readPlace(token: string): Place {
  try {
    const place: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (typeof place === 'object' && place !== null && 'order' in place && 'after' in place) {
      if (typeof place.order === 'number' && typeof place.after === 'string')
        return { order: place.order, after: place.after };
    }
  } catch {
    // Falls through to the refusal below: the token was not one of ours.
  }
  throw new ArmError(400, 'InvalidSkipToken', 'The value of the $skiptoken parameter is not valid.');
}
