import { createHash } from 'node:crypto';
import { clients } from '../entra/clients.ts';
import type { Emulator } from '../emulator.ts';

/** The ids of the tenants that every world has. */
export const contoso = '11111111-1111-4111-8111-111111111111';
export const northwind = '22222222-2222-4222-8222-222222222222';
export const tailspin = '44444444-4444-4444-8444-444444444444';

export const origin = 'http://localhost:5174';
export const appOrigin = 'http://localhost:5173';
export const redirectUri = `${appOrigin}/redirect.html`;
const verifier = 'a-verifier-that-only-the-app-knows-0123456789abc';

export type Parameters = Readonly<Record<string, string>>;

/** A browser in front of an emulator: keeps its cookies, follows nothing by itself. */
export class TestBrowser {
  readonly #emulator: Emulator;
  #cookie = '';

  constructor(emulator: Emulator) {
    this.#emulator = emulator;
  }

  async open(url: string, headers: Parameters = {}): Promise<Response> {
    const all = this.#cookie === '' ? headers : { ...headers, cookie: this.#cookie };
    const response = await this.#emulator.handle(new Request(url, { headers: all }));
    const [cookie] = response.headers.getSetCookie();
    if (cookie !== undefined) this.#cookie = cookie.split(';')[0] ?? '';
    return response;
  }

  /** An authorization request as MSAL sends it, with what the test wants otherwise. */
  authorize(changes: Parameters = {}, tenant = 'organizations', headers: Parameters = {}): Promise<Response> {
    return this.open(
      `${origin}/${tenant}/oauth2/v2.0/authorize?${new URLSearchParams(authorizeParameters(changes))}`,
      headers,
    );
  }

  /** What came back to the app: the parameters of the fragment, or of the query. */
  async authorized(changes: Parameters = {}, tenant?: string): Promise<URLSearchParams> {
    return answerOf(await this.authorize(changes, tenant));
  }
}

/** The parameters of an authorization request with code, PKCE and a fragment answer. */
export function authorizeParameters(changes: Parameters = {}): Record<string, string> {
  return {
    client_id: clients.spa,
    redirect_uri: redirectUri,
    response_type: 'code',
    response_mode: 'fragment',
    scope: 'openid profile offline_access https://management.azure.com/user_impersonation',
    state: 'the state',
    nonce: 'the nonce',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  };
}

/** The answer in the address a response redirects to. */
export function answerOf(response: Response): URLSearchParams {
  const location = response.headers.get('location');
  if (location === null) throw new Error(`Not redirected: ${response.status}`);
  const { hash, searchParams } = new URL(location);
  return hash === '' ? searchParams : new URLSearchParams(hash.slice(1));
}

export interface TokenAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Posts to a token endpoint, from the app's page unless the headers say otherwise. */
export async function askToken(
  emulator: Emulator,
  parameters: Parameters,
  tenant = 'organizations',
  headers: Parameters = { origin: appOrigin },
  path = 'oauth2/v2.0/token',
): Promise<TokenAnswer> {
  const body = new URLSearchParams({ client_id: clients.spa, ...parameters });
  const url = `${origin}/${tenant}/${path}`;
  const response = await emulator.handle(new Request(url, { method: 'POST', headers, body }));
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** Redeems a code as the app does. */
export function redeem(
  emulator: Emulator,
  code: string,
  changes: Parameters = {},
  tenant?: string,
): Promise<TokenAnswer> {
  const parameters = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier };
  return askToken(emulator, { ...parameters, ...changes }, tenant);
}

/** Signs a persona in without the pages and gives all tokens. */
export async function signIn(
  emulator: Emulator,
  persona: string,
  changes: Parameters = {},
  tenant?: string,
): Promise<TokenAnswer> {
  const answer = await new TestBrowser(emulator).authorized({ emulator_persona: persona, ...changes }, tenant);
  const code = answer.get('code');
  if (code === null) throw new Error(`${persona} got no code: ${answer.get('error_description')}`);
  return redeem(emulator, code, {}, tenant);
}

/** The claims of a JWT, unverified. */
export function claimsOf(token: unknown): Readonly<Record<string, unknown>> {
  const payload = String(token).split('.')[1] ?? '';
  const claims: Record<string, unknown> = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return claims;
}
