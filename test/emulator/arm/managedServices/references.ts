import type { RegistrationAssignment, RegistrationDefinition, World } from '../../model.ts';
import { provisioningStateAt } from './provisioning.ts';

/** Where a definition is: the key of the table is `{subscriptionId}/{name}`, lower-case. */
interface DefinitionReference {
  readonly subscriptionId: string;
  readonly name: string;
}

/**
 * Reads the id of a definition as the service does: any case, leading slash or none (both occur in recorded sessions of
 * the public SDK test suites). `undefined` when it is not the id of a definition at a subscription.
 */
export function parseDefinitionId(id: string): DefinitionReference | undefined {
  const match =
    /^\/?subscriptions\/([^/]+)\/providers\/microsoft\.managedservices\/registrationdefinitions\/([^/]+)$/i.exec(id);
  const [, subscriptionId, name] = match ?? [];
  if (subscriptionId === undefined || name === undefined) return undefined;
  return { subscriptionId: subscriptionId.toLowerCase(), name: name.toLowerCase() };
}

/** The key of a definition in `world.definitions`. */
export function definitionKey(reference: DefinitionReference): string {
  return `${reference.subscriptionId}/${reference.name}`.toLowerCase();
}

/** The key of an assignment in `world.assignments`. */
export function assignmentKey(scopeId: string, name: string): string {
  return `${scopeId}/${name}`.toLowerCase();
}

/** The definition an assignment refers to, wherever it is; `undefined` when it is gone. */
export function definitionOf(world: World, assignment: RegistrationAssignment): RegistrationDefinition | undefined {
  const reference = parseDefinitionId(assignment.registrationDefinitionId);
  return reference && world.definitions.get(definitionKey(reference));
}

/** Whether GET still finds an assignment: after its deletion it lingers for a while. */
export function isThere(assignment: RegistrationAssignment, now: number): boolean {
  return assignment.goneAt === undefined || now < assignment.goneAt;
}

/** Whether an assignment is in force: the managing tenant has its access. */
export function isInForce(assignment: RegistrationAssignment, now: number): boolean {
  return provisioningStateAt(assignment.provisioning, now) === 'Succeeded';
}

/** Every assignment GET still finds that refers to a definition, at any scope of any subscription. */
export function assignmentsOf(world: World, definition: DefinitionReference, now: number): RegistrationAssignment[] {
  const key = definitionKey(definition);
  return [...world.assignments.values()].filter((assignment) => {
    const reference = parseDefinitionId(assignment.registrationDefinitionId);
    return reference !== undefined && definitionKey(reference) === key && isThere(assignment, now);
  });
}
