const missing = new WeakSet<Error>();

// Vite's loader tells of an error just before it throws it: https://vite.dev/guide/build#load-error-handling
addEventListener('vite:preloadError', ({ payload }) => missing.add(payload));

/**
 * Whether a page failed because a part of the app could not be loaded: the network is gone, or the site has been upgraded
 * since this page was opened and its old files were removed.
 */
export function isMissingPart(error: unknown): boolean {
  return error instanceof Error && missing.has(error);
}
