import { getClient, type Client, type ClientOptions } from '@azure-rest/core-client';
import type { TokenCredential } from '@azure/core-auth';

/*
 * A client of Microsoft.ManagedServices in the shape of the modular @azure/arm-* clients. The package for it is not
 * published on npm; when it is, these modules' imports become `@azure/arm-managedservices/api/…` and this folder goes.
 */

export interface ManagedServicesContext extends Client {
  /** The api-version that requests are sent with. */
  readonly apiVersion: string;
}

export type ManagedServicesClientOptionalParams = ClientOptions;

/** Eligible authorizations cannot even be read with versions before 2020-02-01-preview. */
const defaultApiVersion = '2022-10-01';

/**
 * The context that every operation takes first.
 * https://learn.microsoft.com/rest/api/managedservices
 */
export function createManagedServices(
  credential: TokenCredential,
  options: ManagedServicesClientOptionalParams = {},
): ManagedServicesContext {
  const { apiVersion = defaultApiVersion, ...clientOptions } = options;
  const endpoint = options.endpoint ?? 'https://management.azure.com';
  const scopes = options.credentials?.scopes ?? [`${endpoint}/.default`];
  const client = getClient(endpoint, credential, { ...clientOptions, credentials: { scopes } });
  return { ...client, apiVersion };
}
