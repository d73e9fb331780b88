import { levelOfFindings, type AccessLevel } from '../../src/domain/findings.ts';
import { allows, type Permission } from '../../src/domain/permissions.ts';
import { findingsOf } from '../../src/domain/roleFindings.ts';
import { findingSentence } from '../../src/pages/shared/findingClauses.ts';
import { catalog as english } from '../../src/text/en/catalog.ts';
import { formatFor } from '../../src/text/format.ts';
import { catalog as korean } from '../../src/text/ko/catalog.ts';
import type { Language } from '../../src/text/language.ts';

/** A role definition out of a dump, as far as it is judged. */
export interface DumpedRole {
  readonly id: string;
  readonly name: string;
  readonly permissions: readonly Permission[];
  readonly dataActions: readonly string[];
}

/** A role with what the app says of it. */
export interface ClassifiedRole {
  readonly id: string;
  readonly name: string;
  readonly level: AccessLevel;
  readonly sentence: string;
  /** Why somebody who only looks for words would expect at least `least`. */
  readonly suspicions: readonly Suspicion[];
}

type Suspicion = 'listKeys' | 'runCommand' | 'roleAssignments/write' | 'wildcard write';
const least: Readonly<Record<Suspicion, AccessLevel>> = {
  listKeys: 3,
  runCommand: 3,
  'roleAssignments/write': 5,
  'wildcard write': 2,
};

type Fields = Readonly<Record<string, unknown>>;
const fields = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const texts = (value: unknown): readonly string[] => list(value).filter((each) => typeof each === 'string');

/**
 * The roles in a dump: what `az role definition list`, or Azure's REST API with its `value` and `properties`, writes.
 * Throws a sentence where there are none.
 */
export function rolesIn(dump: unknown): readonly DumpedRole[] {
  const rows = Array.isArray(dump) ? dump : list(fields(dump)['value']);
  if (rows.length === 0) throw new Error('The file holds no list of role definitions.');
  return rows.map((row: unknown, at) => {
    const outer = fields(row);
    const inner = 'properties' in outer ? fields(outer['properties']) : outer;
    const { roleName, permissions } = inner;
    if (typeof roleName !== 'string' || !Array.isArray(permissions))
      throw new Error(`Entry ${at} is no role definition: it needs a roleName and permissions.`);
    const entries = permissions.map(fields);
    return {
      id: typeof outer['name'] === 'string' ? outer['name'] : '',
      name: roleName,
      permissions: entries.map((entry) => ({
        actions: texts(entry['actions']),
        notActions: texts(entry['notActions']),
      })),
      dataActions: entries.flatMap((entry) => texts(entry['dataActions'])),
    };
  });
}

/** What nearly every role carries, and the answers of operations: wildcards, but nothing to write with. */
const carried =
  /^microsoft\.(?:support\/|insights\/alertrules\/|resources\/deployments\/|resources\/subscriptions\/resourcegroups\/deployments\/|resourcehealth\/|recoveryservices\/vaults\/monitoring|\w+\/operationresults\/)/i;

/** A second opinion that does not ask the classifier: words that a reader would stumble over. */
function suspicionsOf({ permissions }: DumpedRole): Suspicion[] {
  const granted = permissions.flatMap(({ actions, notActions }) => actions.filter((one) => !notActions.includes(one)));
  const some = (pattern: RegExp) => granted.some((action) => pattern.test(action));
  return [
    ...(some(/list\w*keys?(?:\/|$)/i) ? (['listKeys'] as const) : []),
    ...(some(/runcommand/i) ? (['runCommand'] as const) : []),
    ...(allows(permissions, 'Microsoft.Authorization/roleAssignments/write')
      ? (['roleAssignments/write'] as const)
      : []),
    ...(granted.some((action) => /\*(?:\/write)?$/i.test(action) && !carried.test(action))
      ? (['wildcard write'] as const)
      : []),
  ];
}

/** What the app says of each role, strongest first, then by name. */
export function classify(roles: readonly DumpedRole[], language: Language): readonly ClassifiedRole[] {
  const t = language === 'ko' ? korean : english;
  const format = formatFor(language);
  return roles
    .map((role) => {
      const findings = findingsOf(role);
      return {
        id: role.id,
        name: role.name,
        level: levelOfFindings(findings),
        sentence: findingSentence(findings, t, format),
        suspicions: suspicionsOf(role),
      };
    })
    .toSorted((one, other) => other.level - one.level || one.name.localeCompare(other.name, 'en'));
}

/** Roles that came out lower than a word in them makes one expect. */
export function tooLow(roles: readonly ClassifiedRole[]): readonly ClassifiedRole[] {
  return roles.filter(({ level, suspicions }) => suspicions.some((one) => level < least[one]));
}
