import { renderToString } from 'react-dom/server';
import { start as en } from '../../text/en/start.ts';
import { start as ko } from '../../text/ko/start.ts';
import type { Language } from '../../text/language.ts';
import { StartPage } from './StartPage.tsx';

const nothing = () => {};

/** The start page as HTML, exactly as the browser's first drawing of it will be: the build writes it into index.html. */
export function renderStart(language: Language): string {
  return renderToString(
    <StartPage
      text={language === 'ko' ? ko : en}
      language={language}
      leaving={false}
      onSignIn={nothing}
      onLanguage={nothing}
      onTheme={nothing}
    />,
  );
}
