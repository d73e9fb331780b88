import type { Browser, Page } from 'playwright-core';

export interface Watched {
  readonly page: Page;
  /** Everything that a visitor's browser would complain about: errors, failed requests, broken policy. */
  readonly complaints: readonly string[];
}

/** Opens an empty page, in a browser profile of its own, and notes whatever goes wrong in it. */
export async function watchedPage(browser: Browser, options: { readonly locale?: string } = {}): Promise<Watched> {
  const context = await browser.newContext({ locale: options.locale ?? 'en-US' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // The policy's violations come this way too.
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
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
