import type { Browser, BrowserContextOptions, ConsoleMessage, Page, Request } from 'playwright-core';
import { slowDown, takeTime } from './patience.ts';

export interface Watched {
  readonly page: Page;
  /** Everything that a visitor's browser would complain about: errors, failed requests, broken policy. */
  readonly complaints: readonly string[];
  /** Waits until every request has been answered and none has followed for a moment. */
  quiet(): Promise<void>;
}

/** What follows an answer follows it within this time. */
const followMs = 120;

/** Opens an empty page, in a browser profile of its own, and notes whatever goes wrong in it. */
export async function watchedPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({ locale: 'en-US', ...options });
  const complaints: string[] = [];
  // Every frame says so itself: the browser's own line about it may name less.
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, sample }) =>
      console.error(`policy: ${effectiveDirective} refused ${blockedURI} ${sample} (${sourceFile})`),
    );
  });
  await context.addInitScript(() => {
    let heading: Element | null = null;
    let place = '';
    new MutationObserver(() => {
      const now = document.querySelector('#content h1');
      if (!now || now === heading) return;
      if (heading && place === location.pathname + location.search)
        console.error(`The heading of ${place} was replaced, and its focus lost.`);
      heading = now;
      place = location.pathname + location.search;
    }).observe(document, { childList: true, subtree: true });
  });
  await takeTime(context);
  const page = await context.newPage();
  await slowDown(page);
  const going = new Set<Request>();
  let changed = 0;
  const note = (request: Request, begins: boolean) => {
    if (begins) going.add(request);
    else going.delete(request);
    changed = performance.now();
  };
  page.on('request', (request) => note(request, true));
  page.on('requestfinished', (request) => note(request, false));
  page.on('requestfailed', (request) => note(request, false));
  const quiet = async () => {
    changed = performance.now();
    while (going.size > 0 || performance.now() - changed < followMs) await page.waitForTimeout(followMs / 3);
  };
  page.on('console', (message) => {
    if (isComplaint(message)) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  page.on('requestfailed', (request) =>
    complaints.push(`${request.failure()?.errorText ?? 'failed'} ${request.url()}`),
  );
  return { page, complaints, quiet };
}

/** What the console says of an answer is said better by the answer itself. */
function isComplaint(message: ConsoleMessage): boolean {
  if (message.text().startsWith('Failed to load resource:')) return false;
  return message.type() === 'error' || message.type() === 'warning';
}
