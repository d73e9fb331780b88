import type { Service } from '../context.ts';
import { readCaller } from '../entra/tokens.ts';
import { answerError, answerJson, GraphError } from './errors.ts';
import { listUsers } from './users.ts';

/** Whether a path belongs to Microsoft Graph: it begins with a version of its API. */
export function isGraphPath(path: string): boolean {
  return path.startsWith('/v1.0/') || path.startsWith('/beta/');
}

/** The emulated Microsoft Graph: people by their ids, for whoever holds a token for it and the permission. */
export const msgraph: Service = async (request, url, context) => {
  if (request.method !== 'GET' || url.pathname.toLowerCase() !== '/v1.0/users') return undefined;
  try {
    const read = readCaller(request, context, 'msgraph');
    if ('problem' in read) throw new GraphError(401, 'InvalidAuthenticationToken', read.message);
    return answerJson(request, 200, listUsers(url, context, read.caller));
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return answerError(request, error, context.clock.now());
  }
};
