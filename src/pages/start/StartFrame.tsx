import type { ReactNode } from 'react';
import type { Language } from '../../text/language.ts';

/** The bar above everything that is shown before someone has signed in: product, language, theme. */
export function StartFrame(props: {
  readonly text: { readonly product: string; readonly otherLanguage: string; readonly theme: string };
  readonly language: Language;
  readonly onLanguage: () => void;
  readonly onTheme: () => void;
  readonly children: ReactNode;
}) {
  const { text } = props;
  return (
    <>
      <header className="top">
        <span className="product">{text.product}</span>
        <button type="button" className="tool" lang={props.language === 'en' ? 'ko' : 'en'} onClick={props.onLanguage}>
          {text.otherLanguage}
        </button>
        <button type="button" className="tool" aria-label={text.theme} title={text.theme} onClick={props.onTheme}>
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <circle className="line" cx="10" cy="10" r="6.75" />
            <path className="fill" d="M10 3.25a6.75 6.75 0 0 1 0 13.5z" />
          </svg>
        </button>
      </header>
      <main className="page">{props.children}</main>
    </>
  );
}
