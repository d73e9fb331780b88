import type { Catalog } from './en/catalog.ts';
import type { Language } from './language.ts';

/** Loads the words of one language; the other one stays on the server until it is chosen. */
export async function loadCatalog(language: Language): Promise<Catalog> {
  switch (language) {
    case 'en':
      return (await import('./en/catalog.ts')).catalog;
    case 'ko':
      return (await import('./ko/catalog.ts')).catalog;
  }
}
