import type { Authorization, EligibleAuthorization } from '../emulator/model.ts';
import { guidOf } from '../emulator/worlds/guid.ts';
import { managedPlatform, type Offer } from '../emulator/worlds/offers.ts';
import { pick, randomFrom } from '../emulator/worlds/random.ts';
import { roleId } from '../emulator/worlds/roleCatalog.ts';
import type { World } from './harness.ts';

/*
 * Pairs of versions whose difference is known because it is how the second was made from the first: every principal has
 * one authorization and at most one change, so there is one right answer, found without comparing anything.
 */

/** One authorization, standing or just in time, as a table shows it. */
interface Side {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly passesOn?: readonly string[];
  readonly justInTime?: { readonly hours: number; readonly mfa: boolean; readonly approvers: readonly string[] };
}

type Part = keyof World['t']['update']['part'];

/** What one row has to say. */
interface Expected {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly parts: readonly Part[];
  readonly before?: Side;
  readonly after?: Side;
}

interface Change {
  readonly parts: readonly Part[];
  readonly make: (side: Side) => Side;
}

const jit = (hours: number, mfa: boolean, approvers: readonly string[]) => ({ hours, mfa, approvers });
const base: readonly Side[] = [
  side('Service desk', { role: 'Reader' }),
  side('Monitoring', { role: 'Monitoring Reader' }),
  side('Operators', { role: 'Virtual Machine Contributor' }),
  side('Deployment', { role: 'User Access Administrator', passesOn: ['Contributor'] }),
  side('Engineers', { role: 'Contributor', justInTime: jit(4, true, ['Managers']) }),
  side('Networks', { role: 'Network Contributor', justInTime: jit(2, true, []) }),
  side('Backups', { role: 'Backup Contributor', justInTime: jit(6, false, ['Managers']) }),
];

/** What the tenant accepted. */
export const baseOffer: Offer = { ...managedPlatform, ...written(base) };

/** A next version of it, and the rows that tell it apart. The same seed makes the same version. */
export function nextVersion(seed: number): {
  readonly published: ReturnType<typeof written>;
  readonly expected: readonly Expected[];
} {
  const random = randomFrom(seed);
  const after: Side[] = [];
  const expected: Expected[] = [];
  for (const before of base) {
    const luck = random();
    if (luck < 0.15 && after.length > 0) {
      expected.push({ kind: 'removed', parts: [], before });
      continue;
    }
    const change = luck < 0.4 ? undefined : pick(changesOf(before), random);
    const now = change ? change.make(before) : before;
    after.push(now);
    if (change) expected.push({ kind: 'changed', parts: change.parts, before, after: now });
  }
  for (const n of [1, 2].slice(0, Math.floor(random() * 3))) {
    const added = side(`Newcomers ${seed} ${n}`, {
      role: pick(['Reader', 'Contributor'], random),
      ...(random() < 0.5 && { justInTime: jit(pick([1, 3, 8], random), random() < 0.5, []) }),
    });
    after.push(added);
    expected.push({ kind: 'added', parts: [], after: added });
  }
  return { published: written(after), expected };
}

function changesOf({ passesOn, justInTime }: Side): readonly Change[] {
  const always: Change[] = [
    { parts: ['name'], make: (one) => ({ ...one, name: `${one.name} (night)` }) },
    { parts: ['principal'], make: (one) => ({ ...one, id: guidOf(`${one.id}/moved`) }) },
  ];
  if (passesOn) return [...always, { parts: ['delegatedRoles'], make: (one) => ({ ...one, passesOn: ['Reader'] }) }];
  if (!justInTime) {
    return [
      ...always,
      { parts: ['role'], make: (one) => ({ ...one, role: 'Storage Account Contributor' }) },
      { parts: ['kind'], make: (one) => ({ ...one, justInTime: jit(5, true, []) }) },
    ];
  }
  const terms = (parts: readonly Part[], more: Partial<typeof justInTime>): Change => ({
    parts,
    make: (one) => ({ ...one, justInTime: { ...justInTime, ...more } }),
  });
  return [
    ...always,
    terms(['duration'], { hours: justInTime.hours + 1 }),
    terms(['mfa'], { mfa: !justInTime.mfa }),
    terms(['approvers'], { approvers: justInTime.approvers.length > 0 ? [] : ['Directors'] }),
    terms(['duration', 'mfa'], { hours: 1, mfa: !justInTime.mfa }),
    { parts: ['kind'], make: ({ id, name, role }) => ({ id, name, role }) },
  ];
}

/** The row as the page of this world words it, each side under its column's title. */
export function rowText(
  { kind, parts, before, after }: Expected,
  version: string,
  world: Pick<World, 't' | 'format'>,
): string {
  const { t } = world;
  const part = (one: Side | undefined) => (one ? sideText(one, world) : t.update.nothing);
  return [
    t.update.kind[kind],
    ...parts.map((each) => t.update.part[each]),
    t.update.column.before('1.0.0'),
    part(before),
    t.update.column.after(version),
    part(after),
  ].join(' ');
}

function sideText(one: Side, { t, format }: Pick<World, 't' | 'format'>): string {
  const { id, name, role, passesOn, justInTime } = one;
  const terms = justInTime
    ? [
        t.offer.eligible(format.minutes(justInTime.hours * 60)),
        justInTime.mfa ? t.offer.mfa : t.offer.noMfa,
        justInTime.approvers.length > 0 ? t.offer.approvers(format.list(justInTime.approvers)) : t.offer.noApprovers,
      ].join(', ')
    : t.offer.standing;
  return [name, role, terms, ...(passesOn ? [`${t.offer.mayPassOn}: ${format.list(passesOn)}`] : []), id].join(' ');
}

function side(name: string, more: Omit<Side, 'id' | 'name'>): Side {
  return { id: guidOf(`principal/${name}`), name, ...more };
}

function written(sides: readonly Side[]): {
  readonly authorizations: readonly Authorization[];
  readonly eligibleAuthorizations: readonly EligibleAuthorization[];
} {
  const common = ({ id, name, role }: Side) => ({
    principalId: id,
    principalIdDisplayName: name,
    roleDefinitionId: roleId(role),
  });
  return {
    authorizations: sides
      .filter(({ justInTime }) => !justInTime)
      .map((one) => ({
        ...common(one),
        ...(one.passesOn && { delegatedRoleDefinitionIds: one.passesOn.map((role) => roleId(role)) }),
      })),
    eligibleAuthorizations: sides.flatMap((one) =>
      one.justInTime
        ? {
            ...common(one),
            justInTimeAccessPolicy: {
              multiFactorAuthProvider: one.justInTime.mfa ? 'Azure' : 'None',
              maximumActivationDuration: `PT${one.justInTime.hours}H`,
              managedByTenantApprovers: one.justInTime.approvers.map((approver) => ({
                principalId: guidOf(`principal/${approver}`),
                principalIdDisplayName: approver,
              })),
            },
          }
        : [],
    ),
  };
}
