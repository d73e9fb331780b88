import type { Emulator } from '../emulator.ts';
import { origin } from './signIn.ts';

export interface JsonAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A JSON request to any path of the emulator; an empty answer has the body `{}`. */
export async function askJson(
  emulator: Pick<Emulator, 'handle'>,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<JsonAnswer> {
  const url = path.startsWith('http') ? path : `${origin}${path}`;
  const init: RequestInit = { method, headers: { 'content-type': 'application/json', ...headers } };
  if (body !== undefined) init.body = JSON.stringify(body);
  const response = await emulator.handle(new Request(url, init));
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? {} : JSON.parse(text) };
}

/** A caller of Azure Resource Manager with a token from the control endpoint. */
export type ArmClient = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<JsonAnswer>;

/** Signs a persona in through `/_emulator/token`, as a person with curl would. */
export async function armClient(
  emulator: Pick<Emulator, 'handle'>,
  persona: string,
  tenant?: string,
): Promise<ArmClient> {
  const token = await askJson(emulator, 'POST', '/_emulator/token', {
    persona,
    ...(tenant === undefined ? {} : { tenant }),
  });
  if (token.status !== 200) throw new Error(JSON.stringify(token.body));
  const authorization = `Bearer ${String(token.body['access_token'])}`;
  return (method, path, body, headers) => askJson(emulator, method, path, body, { ...headers, authorization });
}

/** `error.code` of a refusal. */
export function errorCode({ body }: JsonAnswer): unknown {
  return (body['error'] as Readonly<Record<string, unknown>> | undefined)?.['code'];
}

/** `error.message` of a refusal. */
export function errorMessage({ body }: JsonAnswer): string {
  return String((body['error'] as Readonly<Record<string, unknown>> | undefined)?.['message']);
}
