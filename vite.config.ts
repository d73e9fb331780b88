import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { codeSplitting } from './deploy/chunks.ts';
import { prerender } from './deploy/prerender.ts';

const properties = 'test/run/properties.setup.ts';

/** `npm run check`: a part of the tests that is done while one waits. `npm test` runs all of them. */
const short = process.env['STORIES'] === 'short';

/** Where the tests are told to take their time: test/patience.ts. */
const patient = ['LATE', 'SLOW', 'CPU'].some((name) => process.env[name]);

/** How often a story that failed is told once more. Whoever sets it names those that passed only then. */
const secondTries = Number(process.env['SECOND_TRIES'] ?? 0);

const shortName = (name: string) => name.replace(/~.*|\.\w+$/, '');

export default defineConfig({
  plugins: [react(), prerender()],
  ...(short && { oxc: { jsx: { runtime: 'automatic', development: false } } }),
  // Every address in the site is absolute: pages are deep links.
  base: '/',
  build: {
    target: 'es2022',
    rolldownOptions: {
      input: ['index.html', 'redirect.html'],
      output: {
        codeSplitting: codeSplitting(),
        // The bundler would list every page that shares the file.
        chunkFileNames: ({ name }) => `assets/${shortName(name)}-[hash].js`,
        assetFileNames: ({ names }) => `assets/${shortName(names[0] ?? 'asset')}-[hash][extname]`,
      },
    },
    // The content security policy allows neither inline scripts nor data: in anything but pictures.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // The licences of what is bundled travel with it.
    license: { fileName: 'licenses.md' },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1000,
  },
  worker: { format: 'es' },
  server: { headers: { 'Referrer-Policy': 'no-referrer', 'X-Content-Type-Options': 'nosniff' } },
  test: {
    // Files share their worker: starting one for each costs more than all the tests. What a test changes of the
    // surroundings is put back after it.
    pool: 'threads',
    maxWorkers: '100%',
    // What is kept of the short form is translated otherwise.
    experimental: { fsModuleCache: true, fsModuleCachePath: short ? '.cache/vitest-short' : '.cache/vitest' },
    isolate: false,
    unstubGlobals: true,
    unstubEnvs: true,
    restoreMocks: true,
    // Whoever waits waits long enough: a busy machine is not a failure.
    expect: { poll: { timeout: 30_000 } },
    coverage: {
      provider: 'v8',
      include: ['src/domain/**/*.ts'],
      exclude: ['**/*.test.*'],
      reportsDirectory: '.cache/coverage',
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{src,deploy,test}/**/*.test.ts'],
          exclude: [
            'test/{bench,browser,flows}/**',
            // What `npm run mutation` has installed.
            'test/run/mutation/**',
            ...(short ? ['**/*.long.test.*'] : []),
            ...(process.env['EMULATOR_TESTS'] === 'skip' ? ['test/emulator/**'] : []),
          ],
          setupFiles: [properties],
          // A limit for what hangs; a busy machine is not a failure.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'flows',
          environment: 'happy-dom',
          // React as people get it is a fifth faster; its warnings for developers are heard in `npm test`.
          ...(short && { env: { NODE_ENV: 'production' } }),
          // Fluent UI is thousands of files: bundled once, they are read at once.
          deps: {
            optimizer: {
              client: {
                enabled: true,
                include: [
                  'react',
                  'react/jsx-runtime',
                  'react-dom',
                  'react-dom/client',
                  'react-router',
                  '@fluentui/react-components',
                  '@tanstack/react-query',
                  '@tanstack/react-virtual',
                ],
              },
            },
          },
          include: ['src/**/*.test.tsx', 'test/flows/**/*.test.{ts,tsx}'],
          exclude: short ? ['**/*.long.test.*'] : [],
          setupFiles: [properties, 'test/flows/dom.setup.ts'],
          testTimeout: patient ? 240_000 : 60_000,
          retry: secondTries,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/global.setup.ts'],
          // What is read back from that cache breaks every stack trace that the setup makes, and with it Playwright.
          experimental: { fsModuleCache: false },
          // Two files at a time, each with a browser, an Azure and a site of its own: nothing of it depends on the neighbour.
          maxWorkers: 2,
          testTimeout: patient ? 240_000 : 60_000,
          hookTimeout: 60_000,
          retry: secondTries,
        },
      },
    ],
  },
});
