import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { routes, type Candidate } from './routes.ts';

/** A browser that was started once and can be started again; plain data, so that it can be handed to test workers. */
export interface FoundBrowser {
  /** For people: a path, or the name of the channel or package. */
  readonly from: string;
  readonly options: LaunchOptions;
}

export interface FindOptions {
  /** Names of routes to leave out, to try the later ones. */
  readonly skip?: readonly string[];
  /** Told when something is fetched, which takes a while. */
  readonly say?: (sentence: string) => void;
}

/**
 * Finds a Chromium, Chrome or Edge on this machine that starts, or obtains one. Throws with a sentence that names what
 * to do when there is none, or when CHROME_PATH names one that does not start.
 */
export async function findBrowser({ skip = [], say = () => {} }: FindOptions = {}): Promise<FoundBrowser> {
  const tried: string[] = [];
  for (const { name, candidates } of routes) {
    if (skip.includes(name)) continue;
    for (const candidate of await candidates(say).catch((error: unknown) => {
      tried.push(`${name}: ${firstLine(error)}`);
      return [];
    })) {
      const options = { ...candidate.options, args: argumentsFor() };
      const failure = await start(options);
      if (failure === undefined) return { from: candidate.from, options };
      if (name === 'CHROME_PATH') throw new Error(`CHROME_PATH names a browser that does not start: ${failure}`);
      tried.push(`${candidate.from}: ${failure}`);
    }
  }
  throw new Error(
    'No Chromium, Chrome or Edge was found and none could be fetched. Install one of them, or set CHROME_PATH to one, ' +
      `or run "npx playwright-core install chromium", then try again.${tried.map((line) => `\n  tried ${line}`).join('')}`,
  );
}

/** Starts the browser that was found. */
export function launchBrowser(found: FoundBrowser): Promise<Browser> {
  return chromium.launch(found.options);
}

async function start(options: NonNullable<Candidate['options']>): Promise<string | undefined> {
  try {
    const browser = await chromium.launch(options);
    const page = await browser.newPage();
    await page.close();
    await browser.close();
    return undefined;
  } catch (error) {
    return firstLine(error);
  }
}

function argumentsFor(): string[] {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return [
    // Chromium refuses to run its sandbox as root, and containers of build services often forbid it.
    ...(isRoot || process.env['CI'] ? ['--no-sandbox'] : []),
    // The tests talk to this machine alone: nothing else is worth waiting for.
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-quic',
    '--disable-sync',
    '--no-first-run',
  ];
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error)
    .trim()
    .split('\n')[0]!; // split always gives at least one part
}
