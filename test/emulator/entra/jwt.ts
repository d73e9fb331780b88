import { sign, verify } from 'node:crypto';
import { signingKey } from './signingKey.ts';

export type JwtPayload = Readonly<Record<string, unknown>>;

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Signs claims as a compact RS256 JWT. */
export function signJwt(payload: JwtPayload): string {
  const { id, privateKey } = signingKey();
  const signed = `${encode({ typ: 'JWT', alg: 'RS256', kid: id, x5t: id })}.${encode(payload)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`;
}

const verified = new Map<string, JwtPayload>();
const rememberedTokens = 2_000;

/** The claims of a JWT this process signed; `undefined` for anything else. Says nothing about expiry or audience. */
export function readJwt(token: string): JwtPayload | undefined {
  const known = verified.get(token);
  if (known !== undefined) return known;
  const payload = verifyJwt(token);
  if (payload === undefined) return undefined;
  // One token comes with every call of a run, and an RSA check each time would be most of the emulator's work.
  if (verified.size >= rememberedTokens) verified.clear();
  verified.set(token, payload);
  return payload;
}

function verifyJwt(token: string): JwtPayload | undefined {
  const [header, payload, signature, ...rest] = token.split('.');
  if (header === undefined || payload === undefined || signature === undefined || rest.length > 0) return undefined;
  const signed = Buffer.from(`${header}.${payload}`);
  if (!verify('sha256', signed, signingKey().publicKey, Buffer.from(signature, 'base64url'))) return undefined;
  const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return typeof claims === 'object' && claims !== null ? { ...claims } : undefined;
}
