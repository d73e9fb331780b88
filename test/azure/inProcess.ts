import { createHttpHeaders, RestError, type HttpClient, type PipelineRequest } from '@azure/core-rest-pipeline';

/** Response headers that a browser shows to a page without being told to. https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name */
const alwaysReadable = new Set([
  'cache-control',
  'content-language',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
]);

/**
 * An HTTP client for the Azure SDKs that asks a function in this process, and shows of its answers what a browser would
 * show to a page of another origin.
 * @param handle the emulator, or anything that answers like one; rejects where the connection breaks
 */
export function inProcess(handle: (request: Request) => Promise<Response>): HttpClient {
  return {
    async sendRequest(request) {
      if (request.abortSignal?.aborted) throw new DOMException('The operation was aborted.', 'AbortError');
      const response = await handle(toRequest(request)).catch((cause: unknown) => {
        throw new RestError(`Error sending request: ${String(cause)}`, { code: RestError.REQUEST_SEND_ERROR, request });
      });
      const exposed = (response.headers.get('access-control-expose-headers') ?? '').toLowerCase().split(/\s*,\s*/);
      const headers = createHttpHeaders();
      for (const [given, value] of response.headers) {
        // A simulated browser's `Headers` may keep the letters as they were sent.
        const name = given.toLowerCase();
        if (alwaysReadable.has(name) || exposed.includes(name)) headers.set(name, value);
      }
      return { request, status: response.status, headers, bodyAsText: await response.text() };
    },
  };
}

function toRequest(request: PipelineRequest): Request {
  const { url, method, body, abortSignal } = request;
  const headers = new Headers([...request.headers]);
  headers.set('origin', 'http://localhost:5173');
  const signal = abortSignal instanceof AbortSignal ? abortSignal : null;
  return new Request(url, { method, headers, signal, ...(typeof body === 'string' && { body }) });
}
