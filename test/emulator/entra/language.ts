import type { Language } from '../host/respond.ts';

/**
 * The language of a sign-in page: `mkt` and `ui_locales` of the request first, then what the browser accepts.
 * English where nothing asks for Korean earlier.
 */
export function pageLanguage(request: Request, parameters: URLSearchParams): Language {
  const asked = [parameters.get('mkt'), ...(parameters.get('ui_locales') ?? '').split(' ')];
  const accepted = (request.headers.get('accept-language') ?? '').split(',').map((item) => item.split(';')[0]);
  for (const tag of [...asked, ...accepted]) {
    const primary = tag?.trim().toLowerCase().split('-')[0];
    if (primary === 'ko' || primary === 'en') return primary;
  }
  return 'en';
}
