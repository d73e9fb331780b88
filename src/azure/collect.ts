import { ProblemError } from '../domain/problem.ts';
import { problemOfReading } from './problems/problems.ts';

/** What any SDK call promises, with errors as `ProblemError`s: a good answer may still be one that cannot be read. */
export async function reading<Result>(answer: PromiseLike<Result>): Promise<Result> {
  try {
    return await answer;
  } catch (cause) {
    throw new ProblemError(problemOfReading(cause), { cause });
  }
}

/** Every item of a paged list. The SDKs' lists do not hand the signal on to further pages, so it is looked at here. */
export function collect<Item>(listing: AsyncIterable<Item>, signal?: AbortSignal): Promise<readonly Item[]> {
  return reading(drain(listing, signal));
}

async function drain<Item>(listing: AsyncIterable<Item>, signal: AbortSignal | undefined): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const item of listing) {
    signal?.throwIfAborted();
    items.push(item);
  }
  return items;
}
