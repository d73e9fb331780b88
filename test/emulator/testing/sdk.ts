import type { TokenCredential } from '@azure/core-auth';
import { createHttpHeaders } from '@azure/core-rest-pipeline';
import type { HttpClient, PipelineRequest } from '@azure/core-rest-pipeline';
import type { Emulator } from '../emulator.ts';
import { askJson } from './arm.ts';

/** Lets a client of the Azure SDK talk to an emulator in this process, under the real address of Azure Resource Manager. */
export function inProcess(emulator: Pick<Emulator, 'handle'>): HttpClient {
  return {
    sendRequest: async (request) => {
      const response = await emulator.handle(toRequest(request));
      const { status } = response;
      return {
        request,
        status,
        headers: createHttpHeaders(Object.fromEntries(response.headers)),
        bodyAsText: await response.text(),
      };
    },
  };
}

function toRequest({ url, method, headers, body, abortSignal }: PipelineRequest): Request {
  const init: RequestInit = { method, headers: { ...headers.toJSON({ preserveCase: true }) } };
  if (typeof body === 'string') init.body = body;
  else if (body !== undefined && body !== null) throw new Error('This client sends text only.');
  if (abortSignal instanceof AbortSignal) init.signal = abortSignal;
  return new Request(url, init);
}

/** A credential for a persona, from the control endpoint. Remembers what clients asked of it. */
export function credentialFor(
  emulator: Pick<Emulator, 'handle'>,
  persona: string,
): TokenCredential & { readonly asked: unknown[] } {
  const asked: unknown[] = [];
  return {
    asked,
    getToken: async (scopes, options) => {
      asked.push({ scopes, claims: options?.claims });
      const { body } = await askJson(emulator, 'POST', '/_emulator/token', { persona });
      const expiresOnTimestamp = Date.now() + Number(body['expires_in']) * 1000;
      return { token: String(body['access_token']), expiresOnTimestamp };
    },
  };
}
