import { ProblemError } from '../domain/problem.ts';
import { problemOfReading } from './problems/problems.ts';
import { record } from './shapes/json.ts';

/** What any SDK call promises, with errors as `ProblemError`s: a good answer may still be one that cannot be read. */
export async function reading<Result>(answer: PromiseLike<Result>): Promise<Result> {
  try {
    return await answer;
  } catch (cause) {
    throw new ProblemError(problemOfReading(cause), { cause });
  }
}

/** A list as the modular @azure/arm-* clients give it. */
interface Listing<Item> {
  byPage(): AsyncIterable<Item[] & { continuationToken?: string }>;
}

/**
 * What a list holds, each item once, as it was seen last: while its pages are read, an item may move to a later one. Without
 * an `id` nobody can tell, and all are kept.
 */
export function onePerId<Item>(items: readonly Item[]): readonly Item[] {
  const found = new Map<unknown, Item>();
  for (const item of items) {
    const { id } = record(item);
    found.set(typeof id === 'string' ? id.toLowerCase() : item, item);
  }
  return [...found.values()];
}

/**
 * Every item of a paged list. The SDKs' lists do not hand the signal on to further pages and would follow a link that
 * leads back to itself for ever, so both are looked at here.
 */
export function collect<Item>(listing: Listing<Item>, signal?: AbortSignal): Promise<readonly Item[]> {
  return reading(drain(listing, signal));
}

async function drain<Item>(listing: Listing<Item>, signal: AbortSignal | undefined): Promise<readonly Item[]> {
  const items: Item[] = [];
  const follow = createLinkGuard();
  for await (const page of listing.byPage()) {
    signal?.throwIfAborted();
    items.push(...page);
    if (page.continuationToken !== undefined) follow(page.continuationToken);
  }
  return onePerId(items);
}

/** Lets each link of a list be followed once. Throws `badAnswer` for one that was followed before. */
export function createLinkGuard(): (link: string) => void {
  const followed = new Set<string>();
  return (link) => {
    if (followed.has(link)) throw new ProblemError({ code: 'badAnswer' });
    followed.add(link);
  };
}
