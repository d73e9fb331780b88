import { createRestError, type PathUncheckedResponse } from '@azure-rest/core-client';
import type { ManagedServicesContext } from './context.ts';

export interface PageSettings {
  readonly continuationToken?: string;
}

export type ContinuablePage<Item> = Item[] & { continuationToken?: string };

/** Items one by one, or page by page: what the lists of the modular @azure/arm-* clients give. */
export interface PagedAsyncIterableIterator<Item> {
  next(): Promise<IteratorResult<Item>>;
  [Symbol.asyncIterator](): PagedAsyncIterableIterator<Item>;
  byPage(settings?: PageSettings): AsyncIterableIterator<ContinuablePage<Item>>;
}

interface Pages<Item> {
  readonly first: () => PromiseLike<PathUncheckedResponse>;
  readonly following: (link: string) => PromiseLike<PathUncheckedResponse>;
  readonly deserialize: (value: unknown) => Item;
}

/** A list of Microsoft.ManagedServices: `{ value, nextLink }`. Rejects with a `RestError` when the body is another. */
export function pagedIterator<Item>(
  context: ManagedServicesContext,
  first: () => PromiseLike<PathUncheckedResponse>,
  deserialize: (value: unknown) => Item,
): PagedAsyncIterableIterator<Item> {
  const following = (link: string): PromiseLike<PathUncheckedResponse> => context.pathUnchecked(link).get();
  const pages: Pages<Item> = { first, following, deserialize };
  const items = itemsOf(pages);
  const iterator: PagedAsyncIterableIterator<Item> = {
    next: () => items.next(),
    [Symbol.asyncIterator]: () => iterator,
    byPage: (settings) => pagesFrom(pages, settings?.continuationToken),
  };
  return iterator;
}

async function* itemsOf<Item>(pages: Pages<Item>): AsyncGenerator<Item> {
  for await (const page of pagesFrom(pages)) yield* page;
}

async function* pagesFrom<Item>(pages: Pages<Item>, start?: string): AsyncGenerator<ContinuablePage<Item>> {
  let link = start;
  do {
    const response = await (link === undefined ? pages.first() : pages.following(link));
    if (response.status !== '200') throw createRestError(response);
    const body: unknown = response.body;
    if (!isList(body)) throw createRestError('The answer is not a list.', response);
    link = typeof body.nextLink === 'string' && body.nextLink !== '' ? body.nextLink : undefined;
    const page: ContinuablePage<Item> = body.value.map(pages.deserialize);
    if (link !== undefined) page.continuationToken = link;
    yield page;
  } while (link !== undefined);
}

function isList(body: unknown): body is { readonly value: readonly unknown[]; readonly nextLink?: unknown } {
  return typeof body === 'object' && body !== null && 'value' in body && Array.isArray(body.value);
}
