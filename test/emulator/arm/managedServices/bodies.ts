import * as v from 'valibot';
import type { Plan, RegistrationDefinition } from '../../model.ts';
import { invalidRequestContent } from '../errors.ts';

/** What a client may say about a definition; kept as sent, spelling and all. */
export interface DefinitionDraft {
  readonly properties: RegistrationDefinition['properties'];
  readonly plan?: Plan;
}

const text = v.pipe(v.string(), v.nonEmpty());

const principal = { principalId: text, principalIdDisplayName: v.exactOptional(v.string()) };

const justInTimeAccessPolicy = v.object({
  multiFactorAuthProvider: v.exactOptional(v.picklist(['Azure', 'None'])),
  maximumActivationDuration: v.exactOptional(v.string()),
  managedByTenantApprovers: v.exactOptional(v.array(v.object(principal))),
});

const definition = v.object({
  properties: v.object({
    registrationDefinitionName: v.exactOptional(v.string()),
    description: v.exactOptional(v.string()),
    managedByTenantId: text,
    authorizations: v.array(
      v.object({ ...principal, roleDefinitionId: text, delegatedRoleDefinitionIds: v.exactOptional(v.array(text)) }),
    ),
    eligibleAuthorizations: v.exactOptional(
      v.array(
        v.object({
          ...principal,
          roleDefinitionId: text,
          justInTimeAccessPolicy: v.exactOptional(justInTimeAccessPolicy),
        }),
      ),
    ),
  }),
  plan: v.exactOptional(v.object({ name: text, publisher: text, product: text, version: text })),
});

const assignment = v.object({ properties: v.object({ registrationDefinitionId: text }) });

/**
 * Reads the body of a definition PUT. Parts nobody knows are dropped, as the service does.
 * @throws 400 InvalidRequestContent where a required part is missing or of another type
 * https://learn.microsoft.com/rest/api/managedservices/registration-definitions/create-or-update
 */
export function readDefinition(body: unknown): DefinitionDraft {
  return read(definition, body);
}

/**
 * Reads the id of the definition in the body of an assignment PUT, as sent. @throws 400 InvalidRequestContent
 * https://learn.microsoft.com/rest/api/managedservices/registration-assignments/create-or-update
 */
export function readDefinitionReference(body: unknown): string {
  return read(assignment, body).properties.registrationDefinitionId;
}

function read<Schema extends v.GenericSchema>(schema: Schema, body: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, body);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw invalidRequestContent(`${v.getDotPath(issue) ?? 'the body'}: ${issue.message}`);
}
