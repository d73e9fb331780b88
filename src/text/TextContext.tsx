import { createContext, useContext, type ReactNode } from 'react';
import type { Catalog } from './en/catalog.ts';
import type { Format } from './format.ts';
import type { Language } from './language.ts';

/** Everything needed to speak to the reader. */
export interface Text {
  readonly language: Language;
  readonly t: Catalog;
  readonly format: Format;
  setLanguage(language: Language): void;
}

const TextContext = createContext<Text | undefined>(undefined);

/** Gives every page below the reader's language. */
export function TextProvider({ text, children }: { readonly text: Text; readonly children: ReactNode }) {
  return <TextContext value={text}>{children}</TextContext>;
}

/** The catalog and formats of the reader's language. */
export function useText(): Text {
  const text = useContext(TextContext);
  if (!text) throw new Error('useText needs a TextProvider above it.');
  return text;
}
