import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/*
 * HTTP/2 is spoken by browsers over TLS alone. The certificate is made on the spot, for localhost, for a day; the browser
 * of the benchmark is told not to mind who signed it. X.509 in DER: https://www.rfc-editor.org/rfc/rfc5280
 */

const tags = { integer: 0x02, bits: 0x03, octets: 0x04, oid: 0x06, utf8: 0x0c, utc: 0x17, sequence: 0x30, set: 0x31 };
/** The bytes of an object identifier. */
const oids = {
  ecdsaWithSha256: Buffer.from('2a8648ce3d040302', 'hex'),
  commonName: Buffer.from('550403', 'hex'),
  subjectAltName: Buffer.from('551d11', 'hex'),
};

/** As PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** A certificate of its own for `localhost`. */
export function makeCertificate(now = new Date()): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = der(tags.sequence, der(tags.oid, oids.ecdsaWithSha256));
  const name = der(
    tags.sequence,
    der(tags.set, der(tags.sequence, der(tags.oid, oids.commonName), der(tags.utf8, Buffer.from('localhost')))),
  );
  const day = 86_400_000;
  const content = der(
    tags.sequence,
    der(0xa0, der(tags.integer, Buffer.of(2))),
    der(tags.integer, Buffer.concat([Buffer.of(1), randomBytes(8)])),
    algorithm,
    name,
    der(tags.sequence, utcTime(now.getTime() - day), utcTime(now.getTime() + day)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(
      0xa3,
      der(
        tags.sequence,
        der(
          tags.sequence,
          der(tags.oid, oids.subjectAltName),
          der(tags.octets, der(tags.sequence, der(0x82, Buffer.from('localhost')))),
        ),
      ),
    ),
  );
  const signature = Buffer.concat([Buffer.of(0), sign('sha256', content, privateKey)]);
  const cert = der(tags.sequence, content, algorithm, der(tags.bits, signature));
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${cert.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/** One value: its tag, its length, and what it holds. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...size), content]);
}

/** YYMMDDHHMMSSZ */
function utcTime(ms: number): Buffer {
  const text = new Date(ms).toISOString().replace(/^\d\d|[-T:]|\.\d+/g, '');
  return der(tags.utc, Buffer.from(text));
}
