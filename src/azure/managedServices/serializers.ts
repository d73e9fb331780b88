import { record, text } from '../shapes/json.ts';
import type {
  MarketplaceRegistrationDefinition,
  Operation,
  RegistrationAssignment,
  RegistrationDefinition,
  RegistrationDefinitionProperties,
  SystemData,
} from './models.ts';

/*
 * Between the models and the wire. On the way in the service's word is taken for the shape, as the generated clients do:
 * only dates are turned into dates. On the way out read-only properties stay behind, because the service refuses some.
 */

/** The body of a PUT. */
export function registrationDefinitionSerializer(item: RegistrationDefinition): unknown {
  return {
    ...(item.properties && { properties: definitionPropertiesSerializer(item.properties) }),
    ...(item.plan && { plan: item.plan }),
  };
}

function definitionPropertiesSerializer(item: RegistrationDefinitionProperties): unknown {
  const { registrationDefinitionName, description, managedByTenantId, authorizations, eligibleAuthorizations } = item;
  return { registrationDefinitionName, description, managedByTenantId, authorizations, eligibleAuthorizations };
}

/** A definition as answered. */
export function registrationDefinitionDeserializer(value: unknown): RegistrationDefinition {
  return { ...(record(value) as RegistrationDefinition), ...systemDataOf(value) };
}

/** The body of a PUT. */
export function registrationAssignmentSerializer(item: RegistrationAssignment): unknown {
  return { properties: { registrationDefinitionId: item.properties?.registrationDefinitionId } };
}

/** An assignment as answered, with the definition inside where it was expanded. */
export function registrationAssignmentDeserializer(value: unknown): RegistrationAssignment {
  const assignment = record(value) as RegistrationAssignment;
  const expanded = record(assignment.properties).registrationDefinition;
  if (!assignment.properties || !expanded) return { ...assignment, ...systemDataOf(value) };
  const registrationDefinition = registrationDefinitionDeserializer(expanded);
  return { ...assignment, properties: { ...assignment.properties, registrationDefinition }, ...systemDataOf(value) };
}

/** What the marketplace publishes, as answered. */
export function marketplaceRegistrationDefinitionDeserializer(value: unknown): MarketplaceRegistrationDefinition {
  return record(value);
}

/** Something the provider can do. */
export function operationDeserializer(value: unknown): Operation {
  return record(value);
}

function systemDataOf(value: unknown): { readonly systemData?: SystemData } {
  const { createdAt, lastModifiedAt, ...rest } = record(record(value).systemData);
  if (Object.keys(record(record(value).systemData)).length === 0) return {};
  return { systemData: { ...rest, ...dated('createdAt', createdAt), ...dated('lastModifiedAt', lastModifiedAt) } };
}

function dated<Key extends string>(key: Key, value: unknown): { readonly [K in Key]?: Date } | object {
  const written = text(value);
  return written === undefined ? {} : { [key]: new Date(written) };
}
