import { ok } from '../reply.ts';
import type { Route } from '../request.ts';
import { atScopes } from '../router.ts';
import { NAMESPACE } from './types.ts';

const resources: Readonly<Record<string, { readonly title: string; readonly verbs: readonly string[] }>> = {
  registrationDefinitions: { title: 'Registration Definition', verbs: ['read', 'write', 'delete'] },
  registrationAssignments: { title: 'Registration Assignment', verbs: ['read', 'write', 'delete'] },
  marketplaceRegistrationDefinitions: { title: 'Marketplace Registration Definition', verbs: ['read'] },
  operationStatuses: { title: 'Operation Status', verbs: ['read'] },
  operations: { title: 'Operations', verbs: ['read'] },
};

/**
 * The actions Microsoft.ManagedServices has; the same list for everyone.
 * https://learn.microsoft.com/azure/role-based-access-control/permissions/management-and-governance#microsoftmanagedservices
 */
export const providerOperationRoutes: readonly Route[] = atScopes(
  ['tenant', 'subscription', 'resourceGroup'],
  `/providers/${NAMESPACE}/operations`,
  {
    method: 'GET',
    type: 'Microsoft.ManagedServices/operations',
    kind: 'read',
    handler: () =>
      ok({
        value: [
          ...['register', 'unregister'].map((verb) => operation(`${verb}/action`, 'Subscription', verb)),
          ...Object.entries(resources).flatMap(([resource, { title, verbs }]) =>
            verbs.map((verb) => operation(`${resource}/${verb}`, title, verb)),
          ),
        ],
      }),
  },
);

function operation(action: string, resource: string, verb: string): unknown {
  const text = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}: ${resource}`;
  return {
    name: `${NAMESPACE}/${action}`,
    display: { provider: 'Microsoft Managed Services', resource, operation: text, description: text },
  };
}
