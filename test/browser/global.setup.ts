import type { TestProject } from 'vitest/node';
import { ensureBuilt } from '../run/build.ts';
import { findBrowser, type FoundBrowser } from './launch.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly browser: FoundBrowser;
  }
}

/** Before the browser tests: the site as it goes to production, and a browser to open it in. */
export async function setup(project: TestProject): Promise<void> {
  await ensureBuilt();
  project.provide('browser', await findBrowser());
}
