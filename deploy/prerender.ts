import { fileURLToPath } from 'node:url';
import { runnerImport, type Plugin } from 'vite';

const source = fileURLToPath(new URL('../src/pages/start/prerender.tsx', import.meta.url));
const languages = ['en', 'ko'] as const;
type Language = (typeof languages)[number];

interface Prerender {
  renderStart(language: Language): string;
}

/**
 * Writes the start page, in both languages, into index.html where it says `<!--start:en-->` and `<!--start:ko-->`: the
 * first screen is drawn before any script has run, and from the same catalogs as everything else.
 */
export function prerender(): Plugin {
  return {
    name: 'prerender-start-page',
    transformIndexHtml: {
      order: 'pre',
      async handler(html, { path }) {
        if (path !== '/index.html') return html;
        const { module } = await runnerImport<Prerender>(source, { configFile: false, logLevel: 'error' });
        return fillMarkers(html, (language) => module.renderStart(language));
      },
    },
  };
}

/** The page with every language's marker replaced. Throws when a marker is missing, or there more than once. */
export function fillMarkers(html: string, render: (language: Language) => string): string {
  return languages.reduce((page, language) => {
    const parts = page.split(`<!--start:${language}-->`);
    const [before, after] = parts;
    if (parts.length !== 2 || before === undefined || after === undefined) {
      throw new Error(`index.html must hold <!--start:${language}--> exactly once.`);
    }
    return before + render(language) + after;
  }, html);
}
