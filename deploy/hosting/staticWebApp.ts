import type { Site } from '../headers.ts';
import { kindsOf, type Headers } from './kinds.ts';

/** What we write of Azure Static Web Apps' configuration. https://learn.microsoft.com/azure/static-web-apps/configuration */
export interface StaticWebApp {
  readonly navigationFallback: { readonly rewrite: string; readonly exclude: readonly string[] };
  readonly routes: readonly { readonly route: string; readonly headers: Headers }[];
  readonly globalHeaders: Headers;
  readonly mimeTypes: Readonly<Record<string, string>>;
}

/**
 * `staticwebapp.config.json`. A route's headers win over the global ones, and an empty value takes one away. What is no page
 * of the app stays a 404: a missing file answered with the start page would look like success.
 */
export function staticWebApp(site: Site): StaticWebApp {
  const { bridge, config, assets, rest } = kindsOf(site);
  return {
    navigationFallback: {
      rewrite: '/index.html',
      // Not html as an ending: the service tries `/offers/index.html` for `/offers` and would take it for excluded.
      exclude: ['/assets/*', '/redirect.html', '/*.{css,ico,js,json,map,md,png,svg,txt,webmanifest,woff2}'],
    },
    routes: [
      { route: '/redirect.html', headers: changes(rest, bridge) },
      { route: '/config.json', headers: changes(rest, config) },
      { route: '/assets/*', headers: changes(rest, assets) },
    ],
    globalHeaders: rest,
    mimeTypes: { '.json': 'application/json', '.md': 'text/markdown' },
  };
}

function changes(from: Headers, to: Headers): Headers {
  const names = new Set([...Object.keys(from), ...Object.keys(to)]);
  return Object.fromEntries([...names].filter((name) => from[name] !== to[name]).map((name) => [name, to[name] ?? '']));
}
