import { randomBytes, randomUUID } from 'node:crypto';
import type { Context } from '../context.ts';

/** What a sign-in proved: kept in codes, refresh tokens and sessions alike. */
export interface SignIn {
  readonly persona: string;
  readonly sessionId: string;
  readonly mfa: boolean;
  /** Authentication contexts that were asked for and proved. */
  readonly acrs?: readonly string[];
}

export interface AuthorizationCode extends SignIn {
  readonly tenantId: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly challenge: string | undefined;
  readonly challengeMethod: string | undefined;
  readonly nonce: string | undefined;
  readonly scope: string;
  readonly expiresAt: number;
}

export interface RefreshToken extends SignIn {
  readonly clientId: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** The accounts signed in in one browser, by persona. */
export type Session = Map<string, SignIn>;

export interface SignInState {
  readonly codes: Map<string, AuthorizationCode | 'used'>;
  readonly refreshTokens: Map<string, RefreshToken>;
  readonly sessions: Map<string, Session>;
}

const states = new WeakMap<Context, SignInState>();

/** The sign-in state of one emulator. It outlives `reset`: people stay signed in while their world is built anew. */
export function signInState(context: Context): SignInState {
  const known = states.get(context);
  if (known !== undefined) return known;
  const state: SignInState = { codes: new Map(), refreshTokens: new Map(), sessions: new Map() };
  states.set(context, state);
  return state;
}

const cookieName = 'emulator_session';
const cookiePattern = new RegExp(`(?:^|;\\s*)${cookieName}=([^;]+)`);

/** The id of the browser's session, from its cookie. */
export function sessionKey(request: Request): string | undefined {
  return cookiePattern.exec(request.headers.get('cookie') ?? '')?.[1];
}

/** The accounts this browser is signed in with. */
export function sessionOf(context: Context, request: Request): Session {
  return signInState(context).sessions.get(sessionKey(request) ?? '') ?? new Map<string, SignIn>();
}

/**
 * Remembers a sign-in in the browser's session, which is made where there is none.
 *
 * @returns The sign-in, and the cookie that carries the session. Over https the cookie may cross sites, which the hidden
 * iframe of a silent sign-in needs; over http on localhost the app and the emulator are one site already.
 */
export function rememberSignIn(
  context: Context,
  request: Request,
  url: URL,
  made: Omit<SignIn, 'sessionId'>,
): { readonly signIn: SignIn; readonly cookie: string } {
  const { sessions } = signInState(context);
  const known = sessionKey(request);
  const key = known !== undefined && sessions.has(known) ? known : randomBytes(24).toString('base64url');
  const session: Session = sessions.get(key) ?? new Map<string, SignIn>();
  sessions.set(key, session);
  const signIn: SignIn = { ...made, sessionId: session.get(made.persona)?.sessionId ?? randomUUID() };
  session.set(made.persona, signIn);
  const site = url.protocol === 'https:' ? 'SameSite=None; Secure' : 'SameSite=Lax';
  return { signIn, cookie: `${cookieName}=${key}; Path=/; HttpOnly; ${site}` };
}

/** A new random value for a code or a refresh token. */
export function opaqueValue(): string {
  return randomBytes(32).toString('base64url');
}
