import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { lateMs } from '../patience.ts';
import { routes } from './routes.ts';

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
  for (const route of routes.filter(({ name }) => !skip.includes(name))) {
    const candidates = await route.candidates(say).catch((error: unknown) => {
      tried.push(`${route.name}: ${reasonOf(error)}`);
      return [];
    });
    for (const { from, options } of candidates) {
      const found = { from, options: { ...options, args: launchArguments() } };
      const failure = await failureToStart(found);
      if (failure === undefined) return found;
      if (route.name === 'CHROME_PATH') throw new Error(`CHROME_PATH names a browser that does not start: ${failure}`);
      tried.push(`${from}: ${failure}`);
    }
  }
  throw new Error(
    'No Chromium, Chrome or Edge was found and none could be fetched. Install one of them, or set CHROME_PATH to one, ' +
      `or run "npx playwright-core install chromium", then try again.${tried.map((line) => `\n  tried ${line}`).join('')}`,
  );
}

/** Starts the browser that was found. */
export function launchBrowser(found: FoundBrowser): Promise<Browser> {
  return chromium.launch({ ...found.options, slowMo: lateMs });
}

async function failureToStart(found: FoundBrowser): Promise<string | undefined> {
  try {
    const browser = await launchBrowser(found);
    await (await browser.newPage()).close();
    await browser.close();
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

function launchArguments(): string[] {
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

/** One line: what the browser itself said, where it said something we know, else how the start failed. */
function reasonOf(error: unknown): string {
  const message = String(error instanceof Error ? error.message : error).trim();
  const known = /error while loading shared libraries:.*|No usable sandbox.*|Running as root without --no-sandbox.*/;
  return known.exec(message)?.[0] ?? message.replace(/\n[^]*$/, '');
}
