import type { Browser, BrowserContextOptions, ConsoleMessage, Page } from 'playwright-core';

export interface Watched {
  readonly page: Page;
  /** Everything that a visitor's browser would complain about: errors, failed requests, broken policy. */
  readonly complaints: readonly string[];
}

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
  const page = await context.newPage();
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
  return { page, complaints };
}

/** What the console says of an answer is said better by the answer itself. */
function isComplaint(message: ConsoleMessage): boolean {
  if (message.text().startsWith('Failed to load resource:')) return false;
  return message.type() === 'error' || message.type() === 'warning';
}
