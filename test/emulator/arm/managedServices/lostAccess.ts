import type { Authorization, LostAccess, RegistrationAssignment, RegistrationDefinition, World } from '../../model.ts';
import { sameId } from '../ids.ts';
import { extensionId } from '../scopes.ts';
import { assignmentKey, definitionKey, definitionOf, isInForce, isThere, parseDefinitionId } from './references.ts';
import { ASSIGNMENTS } from './types.ts';

/*
 * Two delegations of one managing tenant that give one principal the same role share that access: taking one away may take
 * it from the other too, which then has to be onboarded again, offer and delegation. Documented without the details; here it
 * always happens, where the scopes overlap, at the end of the deletion.
 * https://learn.microsoft.com/azure/lighthouse/how-to/remove-delegation
 */

/** Notes what will be lost with an assignment whose deletion ends at that time. */
export function loseWith(world: World, gone: RegistrationAssignment, at: number): void {
  const definition = definitionOf(world, gone);
  if (!definition) return;
  const { managedByTenantId } = definition.properties;
  const shared = new Set(rightsOf(definition).map(rightKey));
  for (const [key, kept] of world.assignments) {
    const other = definitionOf(world, kept);
    if (kept === gone || !other || kept.goneAt !== undefined || !overlap(kept.scope, gone.scope)) continue;
    if (!sameId(other.properties.managedByTenantId, managedByTenantId)) continue;
    for (const { principalId, roleDefinitionId } of rightsOf(other)) {
      if (!shared.has(rightKey({ principalId, roleDefinitionId }))) continue;
      world.lostAccess.push({ assignment: key, principalId, roleDefinitionId, at, definitionWritten: false });
    }
  }
}

/** A definition was written: the first half of getting back what was lost until now. */
export function noteDefinitionWritten(world: World, key: string, now: number): void {
  for (const loss of world.lostAccess) {
    const assignment = world.assignments.get(loss.assignment);
    const reference = assignment && parseDefinitionId(assignment.registrationDefinitionId);
    if (reference && definitionKey(reference) === key && now >= loss.at) loss.definitionWritten = true;
  }
}

/** An assignment was written: what it had lost is back, where it is a new one or its definition was written again before. */
export function noteAssignmentWritten(world: World, key: string, isNew: boolean): void {
  const left = world.lostAccess.filter((loss) => loss.assignment !== key || !(isNew || loss.definitionWritten));
  world.lostAccess.splice(0, world.lostAccess.length, ...left);
}

/** What one delegation really gives. */
export interface EffectiveAccess {
  readonly id: string;
  readonly scope: string;
  readonly offer: string | undefined;
  readonly managedByTenantId: string | undefined;
  readonly access: readonly (Right & { readonly effective: boolean })[];
}

/** What each provider can do now, by delegation: the authorizations of its definition, without those that were lost. */
export function effectiveAccess(world: World, now: number): readonly EffectiveAccess[] {
  return [...world.assignments.values()]
    .filter((row) => isThere(row, now) && isInForce(row, now))
    .map((row) => {
      const definition = definitionOf(world, row);
      const lost = new Set(
        world.lostAccess
          .filter(({ assignment, at }) => assignment === assignmentKey(row.scope, row.name) && now >= at)
          .map(rightKey),
      );
      return {
        id: extensionId(row.scope, ASSIGNMENTS, row.name),
        scope: row.scope,
        offer: definition?.properties.registrationDefinitionName,
        managedByTenantId: definition?.properties.managedByTenantId,
        access: (definition ? rightsOf(definition) : []).map((right) => ({
          principalId: right.principalId,
          roleDefinitionId: right.roleDefinitionId,
          effective: !lost.has(rightKey(right)),
        })),
      };
    });
}

type Right = Pick<Authorization, 'principalId' | 'roleDefinitionId'>;

function rightsOf({ properties }: RegistrationDefinition): readonly Right[] {
  return [...properties.authorizations, ...(properties.eligibleAuthorizations ?? [])];
}

function rightKey({ principalId, roleDefinitionId }: Right | LostAccess): string {
  return `${principalId} ${roleDefinitionId}`.toLowerCase();
}

/** One scope contains the other: the same one, or a subscription and one of its groups. */
function overlap(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`);
}
