import type { RegistrationState } from '../../domain/port.ts';
import { text } from './json.ts';

/**
 * `registrationState` of a resource provider: a free string in the API.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/resource-providers-and-types
 */
export function toRegistrationState(value: unknown): RegistrationState {
  switch (text(value)?.toLowerCase()) {
    case 'registered':
      return 'registered';
    case 'registering':
      return 'registering';
    case 'unregistering':
      return 'unregistering';
    case 'notregistered':
    case 'unregistered':
      return 'notRegistered';
    default:
      return 'unknown';
  }
}
