import { createHash, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

export interface SigningKey {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** The public half as it stands in a key set. */
  readonly jwk: Readonly<Record<string, unknown>>;
}

let made: SigningKey | undefined;

/** The RSA key that signs every token of this process. Made on first use; never written anywhere. */
export function signingKey(): SigningKey {
  made ??= makeKey();
  return made;
}

function makeKey(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { n, e } = publicKey.export({ format: 'jwk' });
  // The JWK thumbprint of RFC 7638: required members only, in alphabetical order.
  const id = createHash('sha256')
    .update(JSON.stringify({ e, kty: 'RSA', n }))
    .digest('base64url');
  return { id, privateKey, publicKey, jwk: { kty: 'RSA', use: 'sig', kid: id, x5t: id, alg: 'RS256', n, e } };
}
