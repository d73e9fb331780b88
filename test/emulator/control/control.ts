import type { Service } from '../context.ts';
import { InputError } from '../host/fields.ts';
import { isLoopbackOrigin } from '../host/outsideUrl.ts';
import { jsonResponse, redirectResponse, stylePath } from '../host/respond.ts';
import { decideApproval } from './approvals.ts';
import { readSent } from './call.ts';
import type { ControlCall, ControlHost } from './call.ts';
import { addFaults, clearFaults, listFaults } from './faults.ts';
import { moveClock } from './moveClock.ts';
import { controlPage } from './page.ts';
import { publishVersion } from './publish.ts';
import { listRequests } from './requests.ts';
import { resetWorld } from './reset.ts';
import { describeState } from './state.ts';
import { style } from './style.ts';
import { giveToken } from './token.ts';

interface Endpoint {
  readonly answer: (call: ControlCall) => unknown;
  /** The word by which the control page says that it was done; without it, a form gets JSON too. */
  readonly done?: string;
}

const endpoints: ReadonlyMap<string, Endpoint> = new Map<string, Endpoint>([
  ['POST /_emulator/reset', { answer: resetWorld, done: 'reset' }],
  ['POST /_emulator/token', { answer: giveToken }],
  ['POST /_emulator/clock', { answer: moveClock, done: 'clock' }],
  ['POST /_emulator/publish', { answer: publishVersion, done: 'publish' }],
  ['POST /_emulator/approvals', { answer: decideApproval, done: 'approvals' }],
  ['GET /_emulator/faults', { answer: listFaults }],
  ['POST /_emulator/faults', { answer: addFaults, done: 'faults' }],
  ['POST /_emulator/faults/clear', { answer: clearFaults, done: 'clear' }],
  ['DELETE /_emulator/faults', { answer: clearFaults }],
  ['GET /_emulator/requests', { answer: listRequests }],
  ['GET /_emulator/state', { answer: describeState }],
]);

/** The emulator's own endpoints under `/_emulator/`: JSON for programs, and a page with forms for a person. */
export function createControl(host: ControlHost): Service {
  return async (request, url, context) => {
    const allowed = mayAsk(request, url);
    if (allowed === undefined) return jsonResponse(403, refusal('Control answers pages of this machine only.'));
    const response = await answer(request, { context, host, url, sent: {} });
    for (const [name, value] of Object.entries(allowed)) response.headers.set(name, value);
    return response;
  };
}

async function answer(request: Request, call: ControlCall): Promise<Response> {
  const path = call.url.pathname.replace(/(.)\/$/, '$1');
  if (request.method === 'OPTIONS') return new Response(null, { status: 204 });
  if (path === '/') return redirectResponse('/_emulator/');
  if (path === '/_emulator') return controlPage(call);
  if (path === stylePath) {
    return new Response(style, { headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' } });
  }
  const endpoint = endpoints.get(`${request.method} ${path}`);
  if (endpoint === undefined)
    return jsonResponse(404, refusal(`There is no ${request.method} ${path}.`, [...endpoints.keys()]));
  return run(request, call, endpoint);
}

async function run(request: Request, call: ControlCall, endpoint: Endpoint): Promise<Response> {
  const { done } = endpoint;
  let form = false;
  try {
    const read = await readSent(request);
    form = read.form && done !== undefined;
    const result = endpoint.answer({ ...call, sent: read.sent });
    return form ? redirectResponse(`/_emulator/?done=${done}`, {}, 303) : jsonResponse(200, result);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return form ? controlPage(call, error.message) : jsonResponse(400, refusal(error.message, error.known));
  }
}

function refusal(message: string, known?: readonly string[]): unknown {
  return { error: { code: 'BadRequest', message, ...(known === undefined ? {} : { known }) } };
}

/**
 * The CORS headers for the page that asks; `undefined` for a page of another machine, so that no web site can reach into
 * a developer's emulator. Programs that are no page send no `Origin`.
 */
function mayAsk(request: Request, url: URL): Record<string, string> | undefined {
  const origin = request.headers.get('origin');
  if (origin === null || origin === url.origin) return {};
  if (!isLoopbackOrigin(origin)) return undefined;
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'GET, POST, DELETE, OPTIONS',
    'access-control-allow-headers': 'content-type',
    vary: 'origin',
  };
}
