import type { Client, PathUncheckedResponse } from '@azure-rest/core-client';
import { ProblemError } from '../../domain/problem.ts';
import { list, record, text } from '../shapes/json.ts';

export type Query = Readonly<Record<string, string>>;

/**
 * Plain GETs for the parts of ARM that have no modular package (authorization, policy, management groups). Errors leave
 * the pipeline as `ProblemError`s before they get here.
 */
export interface ArmReader {
  get(path: string, apiVersion: string, query: Query, signal: AbortSignal): Promise<unknown>;
  /** Every item of a paged list. */
  list(path: string, apiVersion: string, query: Query, signal: AbortSignal): Promise<readonly unknown[]>;
}

/** A reader on a client of the one pipeline. */
export function createReader(client: Client): ArmReader {
  async function first(path: string, apiVersion: string, query: Query, abortSignal: AbortSignal): Promise<unknown> {
    return bodyOf(
      await client.pathUnchecked(path).get({ queryParameters: { 'api-version': apiVersion, ...query }, abortSignal }),
    );
  }

  return {
    get: first,
    async list(path, apiVersion, query, abortSignal) {
      const items: unknown[] = [];
      let body = await first(path, apiVersion, query, abortSignal);
      for (;;) {
        const page = record(body);
        if (!Array.isArray(page.value)) throw new ProblemError({ code: 'badAnswer' });
        items.push(...list(page.value));
        const link = text(page.nextLink) ?? text(page['@nextLink']);
        if (link === undefined) return items;
        body = bodyOf(await client.pathUnchecked(link).get({ abortSignal }));
      }
    },
  };
}

function bodyOf(response: PathUncheckedResponse): unknown {
  return response.body;
}
