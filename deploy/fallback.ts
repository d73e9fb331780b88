const files = /\.(?:css|html|ico|js|json|map|md|png|svg|txt|webmanifest|woff2)$/i;

/**
 * Whether a path that names no file is a page of the app, to be answered with index.html. A missing asset or config.json
 * must stay a 404: answered with a page, it would look like success.
 */
export function isAppPage(path: string): boolean {
  return !path.startsWith('/assets/') && !files.test(path);
}
