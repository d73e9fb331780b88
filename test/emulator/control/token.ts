import { identityClaims } from '../entra/idToken.ts';
import { readScope } from '../entra/audience.ts';
import { findPersona, findTenant } from '../entra/people.ts';
import { issueAccessToken } from '../entra/tokens.ts';
import { Fields, InputError } from '../host/fields.ts';
import type { Persona } from '../model.ts';
import type { ControlCall } from './call.ts';

/**
 * `POST /_emulator/token`: an access token without the sign-in pages, and without asking for consent: for Azure Resource
 * Manager, or for the API that `scope` names. The tenant defaults to the customer's. Beside it what an ID token would say of the person.
 *
 * @throws InputError for an unknown persona or tenant, or a persona without an account in the tenant.
 */
export function giveToken({ context, sent }: ControlCall): unknown {
  const { world } = context;
  const fields = new Fields(sent, 'A token request', ['persona', 'tenant', 'scope', 'mfa', 'acrs', 'lifetimeSeconds']);
  const known = [...world.personas.map((persona) => persona.name), world.automation.name];
  const name = fields.oneOf('persona', known);
  const wanted = fields.text('tenant', world.customerTenantId);
  const tenant = findTenant(world, wanted);
  if (tenant === undefined) {
    const tenants = world.tenants.map(({ id, defaultDomain }) => `${id} (${defaultDomain})`);
    throw new InputError(`There is no tenant '${wanted}' in world '${world.name}'.`, tenants);
  }
  const mfa = fields.optionalFlag('mfa');
  const acrs = fields.optionalText('acrs');
  const scope = fields.optionalText('scope');
  const api = scope === undefined ? undefined : readScope(scope);
  if (scope !== undefined && api === undefined) throw new InputError(`No API is known for the scope '${scope}'.`, []);
  const lifetimeSeconds = fields.optionalNumber('lifetimeSeconds', { min: 1, max: 86_400, whole: true });
  const common = {
    tenantId: tenant.id,
    ...(api && { audience: api.audience, permissions: api.permissions }),
    ...(mfa === undefined ? {} : { mfa }),
    ...(acrs === undefined ? {} : { acrs: acrs.split(',') }),
    ...(lifetimeSeconds === undefined ? {} : { lifetimeSeconds }),
  };
  const persona = findPersona(world, name);
  if (persona === undefined) return applicationToken(context, common);
  const identity = identityClaims(context, persona, tenant.id);
  if (identity === undefined) throw new InputError(notThere(persona, tenant.id), Object.keys(persona.objectIds));
  return {
    ...answer(issueAccessToken(context, { persona, ...common })),
    account: persona.account,
    name: persona.displayName,
    homeTenantId: persona.homeTenantId,
    ...(identity.acct === undefined ? {} : { acct: identity.acct }),
    ...(identity.idp === undefined ? {} : { idp: identity.idp }),
  };
}

const notThere = (persona: Persona, tenantId: string): string =>
  `'${persona.name}' has no account in tenant '${tenantId}'.`;

function applicationToken(
  context: ControlCall['context'],
  common: { readonly tenantId: string; readonly lifetimeSeconds?: number },
): unknown {
  const { automation } = context.world;
  if (common.tenantId !== automation.tenantId) {
    throw new InputError(`'${automation.name}' exists in one tenant only.`, [automation.tenantId]);
  }
  return { ...answer(issueAccessToken(context, { servicePrincipal: automation, ...common })), name: automation.name };
}

function answer({ accessToken, expiresIn, tenantId, objectId }: ReturnType<typeof issueAccessToken>): object {
  return { token_type: 'Bearer', access_token: accessToken, expires_in: expiresIn, tenantId, objectId };
}
