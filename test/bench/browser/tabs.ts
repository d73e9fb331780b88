import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import type { FoundBrowser } from '../../browser/launch.ts';

/** A browser as a person has it: a tab that another one covers is hidden, and slowed down as browsers do that. */
export interface Tabs {
  open(): Promise<Page>;
  close(): Promise<void>;
}

/**
 * Starts a browser of its own. Left to itself Playwright keeps every tab visible and its timers at full speed, so the browser
 * is started without it and only looked at through it.
 * @param hosts the port of this machine that answers for each host
 */
export async function openTabs({ options }: FoundBrowser, hosts: Readonly<Record<string, number>>): Promise<Tabs> {
  const profile = await mkdtemp(join(tmpdir(), 'bench-'));
  const program = spawn(
    options.executablePath ?? chromium.executablePath(),
    [
      ...(options.args ?? []),
      '--headless=new',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      '--window-size=1280,900',
      '--lang=en-GB',
      `--host-resolver-rules=${Object.entries(hosts)
        .map(([host, port]) => `MAP ${host}:443 localhost:${port}`)
        .join(', ')}`,
      // The certificate is made on the spot.
      '--ignore-certificate-errors',
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => program.once('exit', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    program.once('error', reject);
    program.once('exit', () => reject(new Error(`The browser ended at once: ${said.trim().slice(-300)}`)));
    program.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  const browser = await chromium.connectOverCDP(address, { noDefaults: true });
  const [context] = browser.contexts();
  if (!context) throw new Error('The browser has no window.');
  return {
    open: () => context.newPage(),
    async close() {
      await browser.close();
      program.kill();
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Waits for something on a page, also on one that is hidden: it is asked, and not told by a timer of its own. */
export async function until(page: Page, found: () => Promise<boolean>, ms: number): Promise<void> {
  const end = Date.now() + ms;
  while (!(await found())) {
    if (Date.now() > end) throw new Error(`Waited ${ms / 1000} s on ${page.url()} for what did not come.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
