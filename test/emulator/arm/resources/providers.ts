import type { RegistrationState } from '../../model.ts';
import { supportedApiVersions } from '../apiVersions.ts';
import { ArmError } from '../errors.ts';
import { requireSubscription } from '../guards.ts';
import { isThere } from '../managedServices/references.ts';
import { NAMESPACE } from '../managedServices/types.ts';
import { listAnswer } from '../paging.ts';
import { ok } from '../reply.ts';
import { parameter, type ArmRequest, type Route } from '../request.ts';
import { registrationStateAt, startRegistration, startUnregistration } from './registration.ts';

/** Providers the emulated world knows besides Microsoft.ManagedServices: always registered, nothing to do for anyone. */
const ALWAYS_REGISTERED = ['Microsoft.Authorization', 'Microsoft.Resources', 'Microsoft.ResourceGraph'];
const READ = 'Microsoft.Resources/subscriptions/providers/read';

/**
 * Resource providers of a subscription and their registration, which every subscription does for itself.
 * https://learn.microsoft.com/rest/api/resources/providers
 */
export const providerRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/subscriptions/{subscriptionId}/providers',
    type: 'providers',
    kind: 'read',
    action: READ,
    handler: (request) =>
      listAnswer(request, [NAMESPACE, ...ALWAYS_REGISTERED], {
        key: (namespace) => namespace,
        present: (namespace) => presentProvider(request, namespace, stateOf(request, namespace)),
      }),
  },
  {
    method: 'GET',
    template: '/subscriptions/{subscriptionId}/providers/{namespace}',
    type: 'providers',
    kind: 'read',
    action: READ,
    handler: (request) => {
      const namespace = requireNamespace(request);
      return ok(presentProvider(request, namespace, stateOf(request, namespace)));
    },
  },
  {
    method: 'POST',
    template: '/subscriptions/{subscriptionId}/providers/{namespace}/register',
    type: 'providers',
    kind: 'write',
    action: ({ namespace }) => `${spelling(namespace)}/register/action`,
    handler: (request) => {
      const namespace = requireNamespace(request);
      const { now, context } = request;
      const started =
        namespace === NAMESPACE ? startRegistration(subscriptionOf(request), now, context.timing) : 'Registered';
      return ok(presentProvider(request, namespace, started));
    },
  },
  {
    method: 'POST',
    template: '/subscriptions/{subscriptionId}/providers/{namespace}/unregister',
    type: 'providers',
    kind: 'write',
    action: ({ namespace }) => `${spelling(namespace)}/unregister/action`,
    handler: (request) => {
      const namespace = requireNamespace(request);
      const { now, context } = request;
      if (namespace !== NAMESPACE) return ok(presentProvider(request, namespace, 'Registered'));
      requireUnused(request);
      return ok(presentProvider(request, namespace, startUnregistration(subscriptionOf(request), now, context.timing)));
    },
  },
];

function spelling(namespace = ''): string {
  const known = [NAMESPACE, ...ALWAYS_REGISTERED].find((each) => each.toLowerCase() === namespace.toLowerCase());
  return known ?? namespace;
}

function requireNamespace(request: ArmRequest): string {
  const namespace = spelling(parameter(request, 'namespace'));
  if (namespace === NAMESPACE || ALWAYS_REGISTERED.includes(namespace)) return namespace;
  throw new ArmError(404, 'InvalidResourceNamespace', `The resource namespace '${namespace}' is invalid.`);
}

function subscriptionOf(request: ArmRequest) {
  return requireSubscription(request, parameter(request, 'subscriptionId'));
}

function stateOf(request: ArmRequest, namespace: string): RegistrationState {
  return namespace === NAMESPACE ? registrationStateAt(subscriptionOf(request), request.now) : 'Registered';
}

/** A provider whose resources are in use cannot be unregistered; the code is assumed, nobody has recorded it. */
function requireUnused({ world, scope, now }: ArmRequest): void {
  const inside = `${scope.id.toLowerCase()}/`;
  const used =
    [...world.definitions.keys()].some((key) => `/subscriptions/${key}`.startsWith(inside)) ||
    [...world.assignments].some(([key, row]) => key.startsWith(inside) && isThere(row, now));
  if (!used) return;
  throw new ArmError(
    409,
    'ResourceProviderInUse',
    `The namespace '${NAMESPACE}' cannot be unregistered while its resources are in use.`,
  );
}

function presentProvider(request: ArmRequest, namespace: string, registrationState: RegistrationState): unknown {
  const types = Object.entries(supportedApiVersions).filter(([type]) => type.startsWith(`${namespace}/`));
  return {
    id: `${request.scope.id}/providers/${namespace}`,
    namespace,
    registrationPolicy: namespace === NAMESPACE ? 'RegistrationRequired' : 'RegistrationFree',
    registrationState,
    resourceTypes: types.map(([type, apiVersions]) => ({
      resourceType: type.slice(namespace.length + 1),
      locations: [],
      apiVersions: apiVersions.toReversed(),
      capabilities: 'None',
    })),
  };
}
