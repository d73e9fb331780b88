import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';
import { lostMark, tabMemory, tabStorage } from './tab.ts';

/**
 * Hands Entra's answer on: to the page that the person left from, or, in the hidden frame that renews a token, to the
 * app around it. An answer that nobody in this tab waits for is thrown away, and the start page says to sign in again.
 * https://learn.microsoft.com/entra/msal/javascript/browser/redirect-bridge
 */
export async function passOnAnswer(): Promise<void> {
  const inFrame = window.parent !== window;
  const purpose = inFrame ? undefined : tabMemory(tabStorage()).answer();
  if (!inFrame && !purpose) return location.replace(`/${lostMark}`);
  if (purpose === 'signOut') return location.replace('/');
  try {
    await broadcastResponseToMainFrame();
  } catch {
    if (!inFrame) location.replace(`/${lostMark}`);
  }
}
