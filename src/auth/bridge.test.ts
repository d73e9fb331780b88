// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { passOnAnswer } from './bridge.ts';
import { tabMemory } from './tab.ts';
import { soon } from '../../test/soon.ts';

let went: string[] = [];
beforeEach(() => {
  went = [];
  sessionStorage.clear();
  vi.spyOn(location, 'replace').mockImplementation((url) => void went.push(String(url)));
});
afterEach(() => vi.restoreAllMocks());

/** As MSAL writes it: `{ id, meta }` in base64. */
const state = encodeURIComponent(btoa(JSON.stringify({ id: 'x', meta: { interactionType: 'redirect' } })));

it('takes the answer to where the person left from, and notes that it has come', async () => {
  const clientId = '0a0a0a0a-5555-4555-8555-0a0a0a0a0a0a';
  sessionStorage.setItem('msal.interaction.status', JSON.stringify({ clientId, type: 'signin' }));
  sessionStorage.setItem(`msal.${clientId}.request.origin`, 'http://localhost:5173/delegate?scopes=a#review');
  tabMemory(sessionStorage).leave('signIn');
  location.hash = `#code=secret&state=${state}`;
  const leaving = passOnAnswer();
  await soon(() => expect(went.length > 0).toBe(true));
  expect(went).toEqual(['http://localhost:5173/delegate?scopes=a#review']);
  expect(tabMemory(sessionStorage).takeTrip()).toEqual({ purpose: 'signIn', answered: true });
  void leaving;
});

it('goes home after signing out', async () => {
  tabMemory(sessionStorage).leave('signOut');
  await passOnAnswer();
  expect(went).toEqual(['/']);
});

it('throws away an answer that this tab never asked for', async () => {
  location.hash = `#code=stolen&state=${state}`;
  await passOnAnswer();
  expect(went).toEqual(['/#sign-in-lost']);
});

it('does not stay on a page without an answer', async () => {
  tabMemory(sessionStorage).leave('signIn');
  location.hash = '';
  await passOnAnswer();
  expect(went).toEqual(['/#sign-in-lost']);
});
