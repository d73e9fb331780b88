import {
  createDOMRenderer,
  FluentProvider,
  RendererProvider,
  webDarkTheme,
  webLightTheme,
  type Theme,
} from '@fluentui/react-components';
import { useSyncExternalStore, type ReactNode } from 'react';

export type ThemeName = 'light' | 'dark';

/** Latin first, then the Korean faces of Windows, macOS and Linux: no font is loaded from anywhere. */
const fontFamilyBase =
  "'Segoe UI Variable Text', 'Segoe UI', 'Malgun Gothic', 'Apple SD Gothic Neo', 'Noto Sans KR', 'Noto Sans CJK KR', system-ui, sans-serif";
const fontFamilyMonospace = "'Cascadia Mono', Consolas, 'Courier New', 'D2Coding', monospace";

const themes: Readonly<Record<ThemeName, Theme>> = {
  light: { ...webLightTheme, fontFamilyBase, fontFamilyMonospace },
  dark: {
    ...webDarkTheme,
    fontFamilyBase,
    fontFamilyMonospace,
    // Fluent's own red is too dark for words on a card: 4.2 to 1, where 4.5 is needed.
    colorStatusDangerForeground1: webDarkTheme.colorPaletteRedForeground1,
  },
};

/**
 * Fluent writes its rules while pages are drawn, and files of ours come with their pages. Fluent's stand first, so that a rule of
 * ours counts over one of the same weight, whichever came earlier.
 */
const first = document.head.firstElementChild;
const renderer = createDOMRenderer(document, first instanceof HTMLElement ? { insertionPoint: first } : {});

/** Fluent 2 tokens for everything inside, in light or dark. */
export function AppTheme({ name, children }: { readonly name: ThemeName; readonly children: ReactNode }) {
  const printing = useSyncExternalStore(onPrinting, isPrinting);
  return (
    <RendererProvider renderer={renderer}>
      <FluentProvider theme={themes[printing ? 'light' : name]}>
        {/* Not on the provider: menus and dialogs carry its classes, and would lay the page's background over the page. */}
        <div className="app">{children}</div>
      </FluentProvider>
    </RendererProvider>
  );
}

/** Paper is light, whatever the screen is. */
function isPrinting(): boolean {
  return matchMedia('print').matches;
}

function onPrinting(listener: () => void): () => void {
  const print = matchMedia('print');
  print.addEventListener('change', listener);
  return () => print.removeEventListener('change', listener);
}
