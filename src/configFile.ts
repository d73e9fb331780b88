import { readConfig, type ConfigAnswer } from './config.ts';

/**
 * The configuration of this installation, from `/config.json` beside the app. Never rejects: whatever is wrong comes
 * back as a fault. A host that answers missing files with its start page is told apart from a broken file.
 */
export async function fetchConfig(page: { readonly hostname: string }, fetcher = fetch): Promise<ConfigAnswer> {
  let text: string;
  let found: { readonly status: number; readonly html: boolean };
  try {
    const response = await fetcher('/config.json', { cache: 'no-store', credentials: 'same-origin' });
    text = await response.text();
    found = { status: response.status, html: (response.headers.get('Content-Type') ?? '').includes('text/html') };
  } catch {
    return { fault: { code: 'unreachable' } };
  }
  if (found.status === 404 || found.status === 410) return { fault: { code: 'missing' } };
  if (found.status >= 400) return { fault: { code: 'unreachable' } };
  if (found.html || text.trimStart().startsWith('<')) return { fault: { code: 'html' } };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { fault: { code: 'notJson' } };
  }
  return readConfig(json, page);
}
