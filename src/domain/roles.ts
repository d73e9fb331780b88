import type { RoleDefinition } from './estate.ts';
import { levelOfFindings, type AccessLevel, type Finding } from './findings.ts';
import type { RoleId } from './ids.ts';
import { findingsOf } from './roleFindings.ts';
import { roleFromTable } from './roleTable.ts';

/** What one role gives away. */
export interface RoleAssessment {
  readonly roleId: RoleId;
  /** Azure's English name; absent for a role that nobody knows. */
  readonly name?: string;
  readonly level: AccessLevel;
  /** At least one, strongest first. */
  readonly findings: readonly Finding[];
  /** `table`: Azure could not be asked, this is what the app knew at `roleTableDate`. `none`: nobody knows this role. */
  readonly source: 'azure' | 'table' | 'none';
}

/**
 * What a role gives away, from Azure's definition where there is one, else from the app's own table. A role that nobody
 * knows counts as very strong: unknown is never harmless.
 */
export function assessRole(roleId: RoleId, definition: RoleDefinition | undefined): RoleAssessment {
  if (definition !== undefined) {
    const findings = findingsOf(definition);
    return { roleId, name: definition.name, level: levelOfFindings(findings), findings, source: 'azure' };
  }
  const known = roleFromTable(roleId);
  const findings: readonly Finding[] = known?.findings ?? [{ code: 'unknownRole' }];
  const level = levelOfFindings(findings);
  return known === undefined
    ? { roleId, level, findings, source: 'none' }
    : { roleId, name: known.name, level, findings, source: 'table' };
}
