import { frozenClock } from '../clock.ts';
import { createEmulator } from '../emulator.ts';
import { armClient, askJson } from './arm.ts';
import type { ArmClient, JsonAnswer } from './arm.ts';
import { northwind } from './signIn.ts';

/** Subscriptions of the small world: with the provider registered, and without. */
export const registered = '5a000004-0000-4000-8000-000000000004';
export const unregistered = '5a000001-0000-4000-8000-000000000001';
export const readerRole = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';
export const principal = 'dddddddd-0000-4000-8000-000000000001';
export const definitionGuid = 'aaaaaaaa-0000-4000-8000-000000000001';
export const assignmentGuid = 'bbbbbbbb-0000-4000-8000-000000000001';

/** A fresh emulator in Azure's own timing, and those who walk through it. */
export interface Walk {
  readonly owner: ArmClient;
  readonly reader: ArmClient;
  readonly anonymous: ArmClient;
  /** Moves the clock on. */
  readonly advance: (seconds: number) => void;
  /** The body of a definition, with other properties where the test wants them. */
  readonly definition: (more?: object) => object;
  /** Path of a ManagedServices resource, in the api-version walked. */
  readonly url: (kind: string, rest?: string, scope?: string) => string;
}

/** Starts a walk at one api-version. */
export async function startWalk(apiVersion: string): Promise<Walk> {
  const clock = frozenClock();
  const emulator = createEmulator({ timing: 'azure', clock, switches: { exposedHeaders: 'all' } });
  return {
    owner: await armClient(emulator, 'owner'),
    reader: await armClient(emulator, 'reader'),
    anonymous: (method, path, body) => askJson(emulator, method, path, body),
    advance: (seconds) => clock.advance(seconds * 1000),
    definition: (more) => ({
      properties: {
        registrationDefinitionName: 'Walk',
        managedByTenantId: northwind,
        authorizations: [{ principalId: principal, roleDefinitionId: readerRole }],
        ...more,
      },
    }),
    url: (kind, rest = '', scope = `/subscriptions/${registered}`) => {
      const [path = '', query = ''] = rest.split('?');
      return `${scope}/providers/Microsoft.ManagedServices/${kind}${path}?${query === '' ? '' : `${query}&`}api-version=${apiVersion}`;
    },
  };
}

/** `properties.provisioningState` of a definition or an assignment. */
export const provisioningState = ({ body }: JsonAnswer): unknown =>
  (body['properties'] as Record<string, unknown>)['provisioningState'];

/** The items of a list. */
export const items = ({ body }: JsonAnswer): readonly Record<string, unknown>[] =>
  body['value'] as Record<string, unknown>[];

export const definitionId = `/subscriptions/${registered}/providers/Microsoft.ManagedServices/registrationDefinitions/${definitionGuid}`;
export const reference = { properties: { registrationDefinitionId: definitionId } };
