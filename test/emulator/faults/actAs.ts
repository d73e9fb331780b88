import type { Context } from '../context.ts';
import { findPersona } from '../entra/people.ts';
import { issueAccessToken } from '../entra/tokens.ts';
import type { FaultScene } from './applyFault.ts';

/**
 * Lets a persona of the customer's tenant act at Azure Resource Manager in the middle of somebody else's request.
 *
 * @param arm Azure Resource Manager, past all faults.
 * @throws Error when the world has no such persona.
 */
export function actAs(context: Context, url: URL, arm: (request: Request) => Promise<Response>): FaultScene['actAs'] {
  return async (name, method, path, body) => {
    const persona = findPersona(context.world, name);
    if (persona === undefined) throw new Error(`No persona '${name}' in world '${context.world.name}'.`);
    const tenantId = context.world.customerTenantId;
    const { accessToken } = issueAccessToken(context, { persona, tenantId, mfa: true });
    const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
    const init: RequestInit = { method, headers, body: body === undefined ? null : JSON.stringify(body) };
    await arm(new Request(new URL(path, url.origin), init));
  };
}
