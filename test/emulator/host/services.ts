import { arm } from '../arm/arm.ts';
import type { Context, RequestRecord, Service } from '../context.ts';
import { entra, isEntraPath } from '../entra/entra.ts';
import { readCaller } from '../entra/tokens.ts';
import { isGraphPath, msgraph } from '../msgraph/msgraph.ts';
import { jsonResponse } from './respond.ts';

export type ServiceName = RequestRecord['service'];

const files = {
  arm: 'test/emulator/arm/arm.ts',
  entra: 'test/emulator/entra/entra.ts',
  msgraph: 'test/emulator/msgraph/msgraph.ts',
  control: 'test/emulator/control/control.ts',
} satisfies Record<ServiceName, string>;

/** Which service a path belongs to. Whatever is neither sign-in, Microsoft Graph nor control is Azure Resource Manager's. */
export function serviceOf(path: string): ServiceName {
  if (path === '/' || path === '/favicon.ico' || path === '/_emulator' || path.startsWith('/_emulator/'))
    return 'control';
  if (isGraphPath(path)) return 'msgraph';
  return isEntraPath(path) ? 'entra' : 'arm';
}

/** The emulated Azure services, by name. */
export const azure = { arm, entra, msgraph } satisfies Record<Exclude<ServiceName, 'control'>, Service>;

/** The answer of a service; 501 naming the file to edit where it has none. */
export async function serve(
  name: ServiceName,
  service: Service,
  request: Request,
  url: URL,
  context: Context,
): Promise<Response> {
  const response = await service(request, url, context);
  if (response !== undefined) return response;
  const message = `The emulator does not implement ${request.method} ${url.pathname}. The place to add it is ${files[name]}.`;
  return jsonResponse(501, { error: { code: 'NotImplemented', message } });
}

/** The persona (or the service principal's name) that a call to Azure Resource Manager, or to Microsoft Graph, is made for. */
export function personaOf(request: Request, context: Context, api: 'arm' | 'msgraph'): string | undefined {
  const reading = readCaller(request, context, api);
  if ('problem' in reading) return undefined;
  return reading.caller.persona?.name ?? context.world.automation.name;
}
