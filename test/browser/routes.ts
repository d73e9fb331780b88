import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { chromium, type LaunchOptions } from 'playwright-core';
import { run, runTool } from '../run/process.ts';
import { npmChromium } from './npmChromium.ts';

/** One way to start a browser that may be there. */
export interface Candidate {
  readonly from: string;
  readonly options: LaunchOptions;
}

/** A way to come by a browser. Answers nothing where it does not apply; throws when it applies and fails. */
export interface Route {
  readonly name: 'CHROME_PATH' | 'PATH' | 'channels' | 'playwright' | 'npm' | 'apt' | 'download';
  readonly candidates: (say: (sentence: string) => void) => Promise<readonly Candidate[]>;
}

/** From what a person named, over what is installed, to what has to be fetched. */
export const routes: readonly Route[] = [
  { name: 'CHROME_PATH', candidates: () => Promise.resolve(named()) },
  { name: 'PATH', candidates: () => Promise.resolve(onPath()) },
  { name: 'channels', candidates: () => Promise.resolve(channels) },
  { name: 'playwright', candidates: () => Promise.resolve(playwrightsOwn()) },
  { name: 'npm', candidates: npmChromium },
  { name: 'apt', candidates: fromDebian },
  { name: 'download', candidates: fromPlaywright },
];

function named(): Candidate[] {
  const path = process.env['CHROME_PATH'];
  return path ? [{ from: path, options: { executablePath: path } }] : [];
}

const programs = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable'];

/** Linux puts browsers on the PATH; on other systems `channels` knows where they are. */
function onPath(): Candidate[] {
  if (process.platform !== 'linux') return [];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return programs.flatMap((program) => {
    const path = folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
    return path === undefined ? [] : [{ from: path, options: { executablePath: path } }];
  });
}

const channels: readonly Candidate[] = ['chrome', 'msedge'].map((channel) => ({
  from: `channel ${channel}`,
  options: { channel },
}));

function playwrightsOwn(): Candidate[] {
  const path = chromium.executablePath();
  return existsSync(path) ? [{ from: path, options: { executablePath: path } }] : [];
}

async function fromDebian(say: (sentence: string) => void): Promise<Candidate[]> {
  const system = await readFile('/etc/os-release', 'utf8').catch(() => '');
  if (process.getuid?.() !== 0 || !/^ID=debian$/m.test(system)) return [];
  say("Installing Debian's chromium.");
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], quiet);
  const { code, output } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
  if (code !== 0) throw new Error(output.trim().split('\n').at(-1));
  return onPath();
}

async function fromPlaywright(say: (sentence: string) => void): Promise<Candidate[]> {
  say('Downloading a Chromium (about 150 MB).');
  const { code, output } = await runTool('playwright', ['install', 'chromium']);
  if (code !== 0) throw new Error(/Error: .*/.exec(output)?.[0] ?? 'the download failed');
  return playwrightsOwn();
}
