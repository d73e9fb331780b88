import type { Client, PathUncheckedResponse } from '@azure-rest/core-client';
import { ProblemError } from '../../domain/problem.ts';
import { createLinkGuard, onePerId } from '../collect.ts';
import { list, record, text } from '../shapes/json.ts';

export type Query = Readonly<Record<string, string>>;

/**
 * Plain requests for the parts of ARM that have no modular package (authorization, policy, management groups). Errors
 * leave the pipeline as `ProblemError`s before they get here.
 */
export interface ArmReader {
  get(path: string, apiVersion: string, query: Query, signal: AbortSignal): Promise<unknown>;
  /** A write, once; the body of its answer. */
  put(path: string, apiVersion: string, body: object): Promise<unknown>;
  /** Every item of a paged list. */
  list(path: string, apiVersion: string, query: Query, signal: AbortSignal): Promise<readonly unknown[]>;
  /** The same, of at most so many pages; `complete`: there were no more. */
  listUpTo(
    path: string,
    apiVersion: string,
    query: Query,
    mostPages: number,
    signal: AbortSignal,
  ): Promise<{ readonly items: readonly unknown[]; readonly complete: boolean }>;
  /** The same for a list that is asked for by POST, its further pages too. */
  postList(path: string, apiVersion: string, signal: AbortSignal): Promise<readonly unknown[]>;
}

type Ask = (path: string, query?: Query) => PromiseLike<PathUncheckedResponse>;

/** A reader on a client of the one pipeline. */
export function createReader(client: Client): ArmReader {
  const asker = (method: 'get' | 'post', abortSignal: AbortSignal): Ask => {
    return (path, queryParameters) =>
      client.pathUnchecked(path)[method]({ abortSignal, ...(queryParameters && { queryParameters }) });
  };
  return {
    async get(path, apiVersion, query, signal) {
      const { body } = await asker('get', signal)(path, { 'api-version': apiVersion, ...query });
      return body as unknown;
    },
    async put(path, apiVersion, body) {
      const answer = await client.pathUnchecked(path).put({ body, queryParameters: { 'api-version': apiVersion } });
      return answer.body as unknown;
    },
    async list(path, apiVersion, query, signal) {
      const { items } = await pages(asker('get', signal), path, { 'api-version': apiVersion, ...query });
      return items;
    },
    listUpTo: (path, apiVersion, query, mostPages, signal) =>
      pages(asker('get', signal), path, { 'api-version': apiVersion, ...query }, mostPages),
    async postList(path, apiVersion, signal) {
      const { items } = await pages(asker('post', signal), path, { 'api-version': apiVersion });
      return items;
    },
  };
}

async function pages(ask: Ask, path: string, query: Query, most = Infinity) {
  const items: unknown[] = [];
  const follow = createLinkGuard();
  let response = await ask(path, query);
  for (let read = 1; ; read += 1) {
    const { value, nextLink } = record(response.body);
    if (!Array.isArray(value)) throw new ProblemError({ code: 'badAnswer' });
    items.push(...list(value));
    const link = text(nextLink);
    if (link === undefined || read >= most) return { items: onePerId(items), complete: link === undefined };
    follow(link);
    response = await ask(link);
  }
}
