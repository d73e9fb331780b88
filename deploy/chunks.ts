import type { Rolldown } from 'vite';

/*
 * Left to itself the bundler gives every set of pages that share something a file of its own: dozens of them, which a
 * browser asks for six at a time, and which compress badly because each starts to learn anew. So the code comes in the
 * order in which a person needs it.
 */

/** Pages on the way from the first sign-in to a finished delegation, and the app around them. */
const way =
  /[\\/]src[\\/](?:open|pages[\\/](?:overview[\\/]OverviewPage|delegate[\\/](?:Scopes|Review)Page|run[\\/]RunPage))\.tsx$/;
const msal = /node_modules[\\/]@azure[\\/]msal-/;
const own = /[\\/]src[\\/].*\.tsx?$/;

type Modules = Parameters<Rolldown.CodeSplittingNameFunction>[1];

/** The modules of ours that the pages on the way need for certain. */
function neededOnTheWay(starts: Iterable<string>, modules: Modules): ReadonlySet<string> {
  const seen = new Set<string>();
  const next = [...starts];
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    next.push(...(modules.getModuleInfo(id)?.importedIds ?? []).filter((one) => own.test(one)));
  }
  return seen;
}

/** Which modules share a file. Make anew for each build. */
export function codeSplitting(): { groups: Rolldown.CodeSplittingGroup[] } {
  const starts = new Set<string>();
  let needed: ReadonlySet<string> | undefined;
  return {
    groups: [
      // The first view needs React, and neither Fluent UI nor the router.
      { name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/, priority: 9 },
      // The page that Entra answers to needs a part of MSAL; the start page needs none.
      { name: 'entra', test: msal, tags: ['$initial'], priority: 8 },
      { name: 'entra', test: msal, priority: 7 },
      { name: 'start', tags: ['$initial'], minShareCount: 2, priority: 7 },
      {
        name: 'fluent',
        test: /node_modules[\\/](?:@fluentui|@griffel|@floating-ui|tabster|keyborg)[\\/]/,
        minShareCount: 2,
        priority: 6,
      },
      {
        debugName: 'way',
        name: (id, modules) => ((needed ??= neededOnTheWay(starts, modules)).has(id) ? 'way' : null),
        test(id) {
          if (way.test(id)) starts.add(id);
          return own.test(id);
        },
        minShareCount: 2,
        priority: 5,
      },
      { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 30_000, priority: 1 },
    ],
  };
}
