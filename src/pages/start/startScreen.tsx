import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import type { SignIn } from '../../auth/session.ts';
import type { ConfigFault } from '../../config.ts';
import { problemOf } from '../../domain/problem.ts';
import { saveLanguage, saveTheme } from '../../storage/preferences.ts';
import { signIn as signInEn } from '../../text/en/signIn.ts';
import { recovery as recoveryEn } from '../../text/en/recovery.ts';
import { start as startEn } from '../../text/en/start.ts';
import { formatFor } from '../../text/format.ts';
import { recovery as recoveryKo } from '../../text/ko/recovery.ts';
import { signIn as signInKo } from '../../text/ko/signIn.ts';
import { start as startKo } from '../../text/ko/start.ts';
import type { Language } from '../../text/language.ts';
import { FaultPage } from './FaultPage.tsx';
import { Notice, type StartHelp, type StartNotice } from './Notice.tsx';
import { StartFrame } from './StartFrame.tsx';
import { StartPage } from './StartPage.tsx';

const catalogs = {
  en: { start: startEn, signIn: signInEn, stored: recoveryEn.stored },
  ko: { start: startKo, signIn: signInKo, stored: recoveryKo.stored },
};

export type StartView =
  | { readonly kind: 'start'; readonly notice?: StartNotice | undefined }
  | { readonly kind: 'fault'; readonly fault: ConfigFault };

/** What is on screen while nobody is signed in. */
export interface StartScreen {
  show(view: StartView): void;
  /** As if the person had pressed the switch, but not kept on the device. */
  switchLanguage(language: Language): void;
  /** Says that an unfinished run is stored on this device. */
  mentionStoredRun(): void;
  /** Gives the page to the app. */
  close(): void;
}

/**
 * Takes over the start page that stands in index.html, in the language that boot.js chose. The first drawing is the same
 * as the one in the HTML, so nothing moves. Language and theme live on `<html>`, where the style sheet reads them.
 */
export function createStartScreen(options: { readonly signIn: SignIn; readonly help: () => StartHelp }): StartScreen {
  const html = document.documentElement;
  let language: Language = html.lang === 'ko' ? 'ko' : 'en';
  let view: StartView = { kind: 'start' };
  let leaving = false;
  let isRunStored = false;
  let attempts = 0;
  let root: Root | undefined;
  let place: HTMLElement | undefined;

  const show = (next: StartView) => {
    view = next;
    delete html.dataset['boot'];
    if (place && root) return root.render(draw());
    place = document.getElementById(`start-${language}`) ?? undefined;
    if (!place) throw new Error('index.html has no place for the start page.');
    place.classList.add('taken');
    for (const other of document.querySelectorAll('.start:not(.taken)')) other.remove();
    document.title = catalogs[language].start.product;
    const asInTheHtml = view.kind === 'start' && !view.notice && place.firstChild;
    if (asInTheHtml) {
      root = hydrateRoot(place, draw());
    } else {
      root = createRoot(place);
      root.render(draw());
    }
  };
  const switchLanguage = (wanted: Language) => {
    language = wanted;
    html.lang = wanted;
    document.title = catalogs[wanted].start.product;
    if (place) place.lang = wanted;
    root?.render(draw());
  };
  const signIn = async (returnTo: string | undefined) => {
    if (leaving) return;
    leaving = true;
    show(view);
    try {
      await options.signIn(returnTo === undefined ? {} : { returnTo });
    } catch (error) {
      leaving = false;
      attempts += 1;
      show({ kind: 'start', notice: { kind: 'problem', problem: problemOf(error), help: options.help() } });
    }
  };

  const draw = () => {
    const text = catalogs[language];
    const frame = {
      text: text.start,
      language,
      onLanguage() {
        const other = language === 'en' ? 'ko' : 'en';
        saveLanguage(other);
        switchLanguage(other);
      },
      onTheme() {
        const theme = isDark() ? 'light' : 'dark';
        html.dataset['theme'] = theme;
        saveTheme(theme);
      },
    };
    if (view.kind === 'fault') {
      return (
        <StartFrame {...frame}>
          <FaultPage
            text={text.signIn.config}
            format={formatFor(language)}
            fault={view.fault}
            onRetry={() => location.reload()}
          />
        </StartFrame>
      );
    }
    return (
      <StartPage
        {...frame}
        // A new attempt's notice is a new element: screen readers say it again, also where the words are the same.
        notice={
          <>
            {view.notice && <Notice key={attempts} text={text.signIn} notice={view.notice} />}
            {isRunStored && (
              <div className="note" role="status">
                <strong>{text.stored.title}</strong>
                <p>{text.stored.next}</p>
              </div>
            )}
          </>
        }
        leaving={leaving}
        onSignIn={(returnTo) => void signIn(returnTo)}
      />
    );
  };

  return {
    show,
    switchLanguage,
    mentionStoredRun() {
      isRunStored = true;
      if (root && view.kind === 'start') root.render(draw());
    },
    close() {
      root?.unmount();
      for (const each of document.querySelectorAll('.start, .boot')) each.remove();
      delete html.dataset['boot'];
    },
  };
}

function isDark(): boolean {
  const { theme } = document.documentElement.dataset;
  return theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}
