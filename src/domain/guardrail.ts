import type { AllowList } from './estate.ts';
import type { TenantId } from './ids.ts';
import { plainText } from './providerText.ts';

/** The two built-in policies about delegations. https://learn.microsoft.com/azure/lighthouse/how-to/policy-at-scale */
export type GuardrailKind = 'allow' | 'audit';

const definitions: Readonly<Record<GuardrailKind, string>> = {
  allow: '/providers/Microsoft.Authorization/policyDefinitions/7a8a51a3-ad87-4def-96f3-65a1839242b6',
  audit: '/providers/Microsoft.Authorization/policyDefinitions/76bed37b-484f-430f-a009-fd7592dff818',
};

/** Names at management groups have at most 24 characters. */
const names: Readonly<Record<GuardrailKind, string>> = {
  allow: 'lighthouse-allowed',
  audit: 'lighthouse-audit',
};

/** What is found assigned, of each policy. */
export interface Guardrails {
  readonly allow: readonly AllowList[];
  readonly audit: readonly AllowList[];
}

/** An assignment as it will be written: exactly this is shown, and exactly this is sent. */
export interface PlannedGuardrail {
  readonly kind: GuardrailKind;
  /** The full id of the assignment. */
  readonly id: string;
  readonly body: {
    readonly properties: {
      readonly displayName: string;
      readonly policyDefinitionId: string;
      readonly parameters: Readonly<Record<string, { readonly value: readonly TenantId[] }>>;
      readonly enforcementMode: 'Default';
    };
  };
}

/**
 * The assignment of a policy at a management group or subscription; the allow-list for these managing tenants.
 * https://learn.microsoft.com/rest/api/policy/policy-assignments/create
 */
export function planGuardrail(
  kind: GuardrailKind,
  scope: string,
  tenants: readonly TenantId[],
  displayName: string,
): PlannedGuardrail {
  return {
    kind,
    id: `${scope}/providers/Microsoft.Authorization/policyAssignments/${names[kind]}`,
    body: {
      properties: {
        displayName: plainText(displayName, longestName),
        policyDefinitionId: definitions[kind],
        parameters: kind === 'allow' ? { listOfAllowedTenants: { value: [...tenants].sort() } } : {},
        enforcementMode: 'Default',
      },
    },
  };
}

const longestName = 128;

/** The assignment as it is found once it is written. */
export function asAssigned({ id, body: { properties } }: PlannedGuardrail): AllowList {
  const { displayName, parameters } = properties;
  return {
    assignmentId: id,
    name: displayName,
    scope: id.slice(0, id.indexOf('/providers/Microsoft.Authorization/')).toLowerCase(),
    notScopes: [],
    allowedTenants: parameters['listOfAllowedTenants']?.value ?? [],
    enforced: true,
  };
}

/** `written`: by this request; `already`: it was there, the same; `different`: something else has that name, and stays. */
export type GuardrailOutcome = 'written' | 'already' | 'different';
