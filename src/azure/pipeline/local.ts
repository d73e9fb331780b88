import { createDefaultHttpClient, type HttpClient, type PipelineResponse } from '@azure/core-rest-pipeline';
import { record, text } from '../shapes/json.ts';

/**
 * Lets the app talk to an emulated Azure on this machine, over plain http. The SDKs only send a token to an https
 * address, so everything above this works with ARM's real address: it is replaced here on the way out, and put back
 * into the links of what comes in. This is the one place that knows.
 * @param arm the origin the SDKs work with, e.g. `https://management.azure.com`
 * @param local the loopback origin that answers in its place
 */
export function localHttpClient(
  arm: string,
  local: string,
  transport: HttpClient = createDefaultHttpClient(),
): HttpClient {
  const inwards = (url: string): string => (isAt(url, local) ? arm + url.slice(local.length) : url);

  function putBack(response: PipelineResponse): void {
    for (const name of ['location', 'azure-asyncoperation']) {
      const link = response.headers.get(name);
      if (link !== undefined) response.headers.set(name, inwards(link));
    }
    if (response.bodyAsText) response.bodyAsText = withNextLink(response.bodyAsText, inwards);
  }

  return {
    async sendRequest(request) {
      const url = isAt(request.url, arm) ? local + request.url.slice(arm.length) : request.url;
      const response = await transport.sendRequest({ ...request, url, allowInsecureConnection: true });
      putBack(response);
      // The caller's own request goes back with the answer: pollers take the address to ask next from it.
      return { ...response, request };
    },
  };
}

function isAt(url: string, origin: string): boolean {
  return url === origin || url.startsWith(`${origin}/`) || url.startsWith(`${origin}?`);
}

/** Only the list's own link: the same address in somebody's text is none of our business. */
function withNextLink(body: string, inwards: (url: string) => string): string {
  if (!body.includes('nextLink"')) return body;
  try {
    const parsed = record(JSON.parse(body));
    for (const name of ['nextLink', '@odata.nextLink']) {
      const link = text(parsed[name]);
      if (link !== undefined) return JSON.stringify({ ...parsed, [name]: inwards(link) });
    }
    return body;
  } catch {
    return body;
  }
}
