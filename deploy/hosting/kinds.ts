import { headersFor, type Site } from '../headers.ts';

/** A header list as a host is told it. */
export type Headers = Readonly<Record<string, string>>;

/**
 * The files that are answered with headers of their own, and a path that stands for the rest. Every host file is made from
 * these, so that none of them can say anything that `headersFor` does not.
 */
export function kindsOf(site: Site): {
  readonly bridge: Headers;
  readonly config: Headers;
  readonly assets: Headers;
  readonly rest: Headers;
} {
  return {
    bridge: headersFor('/redirect.html', site),
    config: headersFor('/config.json', site),
    assets: headersFor('/assets/any-hash.js', site),
    rest: headersFor('/index.html', site),
  };
}
