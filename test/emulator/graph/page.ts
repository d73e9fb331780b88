import { createHash } from 'node:crypto';
import type { Relation, Row } from './kusto/values.ts';
import { RequestProblem } from './request.ts';
import type { GraphRequest } from './request.ts';

const defaultTop = 100;

/** Which part of a result to answer with, and how unsorted rows are turned. */
export interface Place {
  readonly skip: number;
  readonly top: number;
  /** Where rows without an order start; the same on every page of one reading. */
  readonly turn: number;
}

/**
 * Where a request starts to read. A token goes on where the page before it ended; `$top` and `$skip` win over it, as in
 * Azure. Throws RequestProblem for a token that was made for another query or is not one.
 */
export function placeOf(request: GraphRequest, turn: number): Place {
  const before = request.skipToken === undefined ? undefined : readToken(request.skipToken, request);
  return {
    skip: request.skip ?? before?.skip ?? 0,
    top: request.top ?? before?.top ?? defaultTop,
    turn: before?.turn ?? turn,
  };
}

/** A page as it is answered, before it is turned into the format that was asked for. */
export interface Page {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly resultTruncated: 'true' | 'false';
  readonly skipToken?: string;
}

/**
 * Cuts a page out of a result. There is a token for the next one only where the rows have their `id`; without it the rest
 * is lost, and the answer says so.
 * https://learn.microsoft.com/azure/governance/resource-graph/concepts/work-with-data#paging-results
 */
export function pageOf({ rows, columns }: Relation, place: Place, request: GraphRequest): Page {
  const next = place.skip + place.top;
  const more = next < rows.length;
  const pageable = columns.has('id');
  return {
    rows: rows.slice(place.skip, next),
    total: rows.length,
    resultTruncated: more && !pageable ? 'true' : 'false',
    ...(more && pageable && { skipToken: makeToken({ ...place, skip: next }, request) }),
  };
}

interface Token extends Place {
  readonly of: string;
}

function makeToken(place: Place, request: GraphRequest): string {
  const token: Token = { ...place, of: mark(request) };
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

function readToken(text: string, request: GraphRequest): Token {
  let token: Partial<Token> | null = null;
  try {
    token = JSON.parse(Buffer.from(text, 'base64url').toString()) as Partial<Token> | null;
  } catch {
    // Not JSON: answered below like any other token that is not ours.
  }
  const { skip, top, turn, of } = token ?? {};
  if (typeof skip !== 'number' || typeof top !== 'number' || typeof turn !== 'number' || of !== mark(request)) {
    throw new RequestProblem("'$skipToken' does not belong to this query.");
  }
  return { skip, top, turn, of };
}

/** What a token is good for: the same query over the same scopes. */
function mark({ query, subscriptions, managementGroups }: GraphRequest): string {
  const text = JSON.stringify([query, subscriptions, managementGroups]);
  return createHash('sha1').update(text).digest('base64url').slice(0, 12);
}
