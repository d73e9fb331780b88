import { browserPage } from './auth/page.ts';
import type { AuthStart } from './auth/session.ts';
import { startAuth } from './auth/startAuth.ts';
import type { Config } from './config.ts';
import { fetchConfig } from './configFile.ts';
import type { Problem } from './domain/problem.ts';
import type { StartNotice } from './pages/start/Notice.tsx';
import { createStartScreen } from './pages/start/startScreen.tsx';
import { readLanguage, spokenLanguage } from './storage/preferences.ts';

/** Everything that is known before the app opens: the installation, and who is there. */
type Opening = { readonly config: Config; readonly start: AuthStart };

const likelySignedIn = document.documentElement.dataset['boot'] === 'signedIn';
let config: Config | undefined;

const screen = createStartScreen({
  async signIn(options) {
    const known = await opening;
    // Without a configuration the fault is on screen; with a session the app is about to be.
    if (!known || known.start.kind === 'signedIn') return;
    await known.start.signIn(options);
  },
  supportContact: () => config?.supportContact,
});
const opening = prepare();
if (!likelySignedIn) screen.show({ kind: 'start' });
await open();

async function prepare(): Promise<Opening | undefined> {
  const answer = await fetchConfig(location);
  if ('fault' in answer) {
    screen.show({ kind: 'fault', fault: answer.fault });
    return undefined;
  }
  config = answer.config;
  return { config, start: await startAuth(config, browserPage()) };
}

async function open(): Promise<void> {
  // The app comes while Entra is being asked; the start page never waits for it.
  if (likelySignedIn) void loadApp();
  const known = await opening;
  if (!known) return;
  const { config, start } = known;
  if (config.defaultLanguage && !readLanguage() && !spokenLanguage(navigator.languages)) {
    screen.useLanguage(config.defaultLanguage);
  }
  switch (start.kind) {
    case 'signedIn':
      return openApp(known.config, start.session, start.problem);
    case 'signedOut':
      if (start.left) showNotice({ kind: 'signedOut' });
      else if (likelySignedIn) screen.show({ kind: 'start' });
      return;
    case 'failed':
      return showProblem(start.problem);
  }
}

async function openApp(
  config: Config,
  session: Extract<AuthStart, { kind: 'signedIn' }>['session'],
  problem: Problem | undefined,
): Promise<void> {
  const app = await loadApp();
  const place = document.getElementById('root');
  if (!app || !place) return showProblem({ code: 'offline' });
  screen.close();
  app.openApp(place, { config, session, ...(problem ? { problem } : {}) });
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
  showNotice({ kind: 'problem', problem, supportContact: config?.supportContact });
}

function showNotice(notice: StartNotice): void {
  screen.show({ kind: 'start', notice });
}
