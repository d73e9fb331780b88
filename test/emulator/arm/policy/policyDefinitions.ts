import { ArmError } from '../errors.ts';
import { ok } from '../reply.ts';
import { parameter, type Route } from '../request.ts';
import { atScopes } from '../router.ts';
import { builtInPolicies, policyDefinitionId } from './builtIns.ts';

const TYPE = 'Microsoft.Authorization/policyDefinitions';

/**
 * One policy definition by its name; the emulated world knows the built-in ones about delegations.
 * https://learn.microsoft.com/rest/api/policy/policy-definitions/get-built-in
 */
export const policyDefinitionRoutes: readonly Route[] = atScopes(
  ['tenant', 'subscription'],
  `/providers/${TYPE}/{name}`,
  {
    method: 'GET',
    type: TYPE,
    kind: 'read',
    handler: (request) => {
      const name = parameter(request, 'name').toLowerCase();
      const policy = builtInPolicies.find((each) => each.name === name);
      if (!policy)
        throw new ArmError(404, 'PolicyDefinitionNotFound', `The policy definition '${name}' could not be found.`);
      const { displayName, description, version, parameters, policyRule } = policy;
      const metadata = { version, category: 'Lighthouse' };
      return ok({
        id: policyDefinitionId(name),
        type: TYPE,
        name,
        properties: { displayName, policyType: 'BuiltIn', mode: 'All', description, metadata, parameters, policyRule },
      });
    },
  },
);
