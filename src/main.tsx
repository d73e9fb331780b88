import { browserPage } from './auth/page.ts';
import type { AuthStart, Session } from './auth/session.ts';
import { startAuth } from './auth/startAuth.ts';
import { approvalAddress, type Config } from './config.ts';
import { fetchConfig } from './configFile.ts';
import type { Problem } from './domain/problem.ts';
import type { StartHelp, StartNotice } from './pages/start/Notice.tsx';
import { createStartScreen } from './pages/start/startScreen.tsx';
import { readLanguage, spokenLanguage } from './storage/preferences.ts';
import { isRunStored } from './storage/storedRun.ts';

/** Everything that is known before the app opens: the installation, and who is there. */
interface Opening {
  readonly config: Config;
  readonly start: AuthStart;
}

const likelySignedIn = document.documentElement.dataset['boot'] === 'signedIn';
/** Where a person who cannot sign in finds help. */
let help: StartHelp = {};

const screen = createStartScreen({
  async signIn(options) {
    const known = await opening;
    // Without a configuration the fault is on screen; with a session only the app itself is missing.
    if (known?.start.kind === 'signedIn') location.reload();
    else await known?.start.signIn(options);
  },
  help: () => help,
});
const opening = prepare();
if (likelySignedIn) {
  // The app, the page and its words come while Entra is being asked.
  void loadApp().then((app) => app?.bringAhead());
} else {
  screen.show({ kind: 'start' });
}
void isRunStored().then((stored) => stored && screen.mentionStoredRun());
await open(await opening);

async function prepare(): Promise<Opening | undefined> {
  const answer = await fetchConfig(location);
  if ('fault' in answer) {
    screen.show({ kind: 'fault', fault: answer.fault });
    return undefined;
  }
  const { config } = answer;
  help = { supportContact: config.supportContact, approvalAddress: approvalAddress(config) };
  if (config.defaultLanguage && !readLanguage() && !spokenLanguage(navigator.languages)) {
    screen.switchLanguage(config.defaultLanguage);
  }
  return { config, start: await startAuth(config, browserPage()) };
}

async function open(known: Opening | undefined): Promise<void> {
  switch (known?.start.kind) {
    case undefined:
      return;
    case 'signedIn':
      return openApp(known.config, known.start.session, known.start.problem);
    case 'signedOut':
      if (known.start.left) showNotice({ kind: 'signedOut' });
      else if (likelySignedIn) screen.show({ kind: 'start' });
      return;
    case 'failed':
      return showProblem(known.start.problem);
  }
}

async function openApp(config: Config, session: Session, problem: Problem | undefined): Promise<void> {
  const app = await loadApp();
  const place = document.getElementById('root');
  if (!app || !place) return showProblem({ code: 'offline' });
  const drawn = firstChildOf(place);
  await app.openApp(place, { config, session, ...(problem ? { problem } : {}) });
  await drawn;
  screen.close();
  void app.loadPagesWhenIdle();
}

/** Resolves before the browser paints what has come, so that the frame gives way to the app without a gap. */
function firstChildOf(place: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      resolve();
    });
    observer.observe(place, { childList: true });
  });
}

/** A file of the app may be missing for lack of a network, or because a newer version has been put in its place. */
async function loadApp() {
  try {
    return await import('./open.tsx');
  } catch {
    return undefined;
  }
}

function showProblem(problem: Problem): void {
  showNotice({ kind: 'problem', problem, help });
}

function showNotice(notice: StartNotice): void {
  screen.show({ kind: 'start', notice });
}
