import type { RoleId } from './ids.ts';
import type { Service } from './services.ts';

/**
 * How much a role gives away, 0 to 5: 0 housekeeping, 1 sees settings, 2 changes or deletes one kind of service, 3 reaches
 * data or runs code, 4 changes almost anything or cannot be judged, 5 can hand out access itself.
 */
export type AccessLevel = 0 | 1 | 2 | 3 | 4 | 5;

/** The services a finding reaches; `all` where a wildcard stands in place of the service. */
export type Reach = 'all' | readonly Service[];

/** What a role can do, as a closed set of facts: enough for one plain sentence in any language. */
export type Finding =
  /** Can give anybody any role here. */
  | { readonly code: 'handsOutAccess' }
  /** Can pass on these roles, to managed identities only. */
  | { readonly code: 'handsOutRoles'; readonly roleIds: readonly RoleId[] }
  | { readonly code: 'changesEverything' }
  /** Can delete whole resource groups with all that is in them. */
  | { readonly code: 'deletesEverything' }
  /** Can write the rules that everyone here must follow, and make them change things. */
  | { readonly code: 'writesPolicies' }
  /** Azure's definition cannot be read and no built-in knowledge exists. */
  | { readonly code: 'unknownRole' }
  /** Actions that this app does not know: by their form, their service, their type or their verb. */
  | { readonly code: 'unknownActions'; readonly actions: readonly string[] }
  /** Can obtain keys, tokens or disks that open data. */
  | { readonly code: 'readsSecrets'; readonly services: Reach }
  /** Can run commands, scripts or programs. */
  | { readonly code: 'runsCode'; readonly services: Reach }
  /** Can act in the name of managed identities. */
  | { readonly code: 'usesIdentities' }
  /** Can change who administers a service, or what it records. */
  | { readonly code: 'changesSecurity'; readonly services: Reach }
  /** Works on the data itself. */
  | { readonly code: 'dataActions'; readonly services: Reach }
  /** Holds every right on a service, among them perhaps rights to its data: nobody has judged these one by one. */
  | { readonly code: 'mayReachData'; readonly services: Reach }
  | { readonly code: 'changesService'; readonly services: Reach }
  | { readonly code: 'deletes'; readonly services: Reach }
  | { readonly code: 'readsEverything' }
  | { readonly code: 'readsService'; readonly services: Reach }
  /** Can search logs, which may hold personal data. */
  | { readonly code: 'queriesLogs' }
  | { readonly code: 'opensSupport' }
  /** The provider can end its own access. */
  | { readonly code: 'removesItself' }
  /** Rights that nearly every role carries and that do nothing alone, or no right at all. */
  | { readonly code: 'basics' };

export type FindingCode = Finding['code'];
/** Codes that name the services they reach. */
export type ReachCode = Extract<Finding, { services: Reach }>['code'];
/** Codes that say all by themselves. */
export type PlainCode = Exclude<FindingCode, ReachCode | 'handsOutRoles' | 'unknownActions'>;

/** Every code, strongest first: the order in which findings are listed. */
const levels = {
  handsOutAccess: 5,
  changesEverything: 4,
  deletesEverything: 4,
  writesPolicies: 4,
  handsOutRoles: 4,
  unknownRole: 4,
  unknownActions: 4,
  readsSecrets: 3,
  runsCode: 3,
  usesIdentities: 3,
  changesSecurity: 3,
  dataActions: 3,
  mayReachData: 3,
  changesService: 2,
  deletes: 2,
  readsEverything: 1,
  readsService: 1,
  queriesLogs: 1,
  opensSupport: 0,
  removesItself: 0,
  basics: 0,
} as const satisfies Readonly<Record<FindingCode, AccessLevel>>;

/** Every code, strongest first. */
export const findingCodes = Object.keys(levels) as readonly FindingCode[];

const reaching: Readonly<Record<ReachCode, true>> = {
  readsSecrets: true,
  runsCode: true,
  changesSecurity: true,
  dataActions: true,
  mayReachData: true,
  changesService: true,
  deletes: true,
  readsService: true,
};

/** Whether findings of this code name services. */
export function isReachCode(code: FindingCode): code is ReachCode {
  return Object.hasOwn(reaching, code);
}

/** The level of one code alone. */
export function levelOfCode(code: FindingCode): AccessLevel {
  return levels[code];
}

/** The strongest of several levels; 0 for none. */
export function strongest(several: readonly AccessLevel[]): AccessLevel {
  return several.reduce<AccessLevel>((found, level) => (level > found ? level : found), 0);
}

/** The level that these findings make together: that of the strongest. */
export function levelOfFindings(findings: readonly Finding[]): AccessLevel {
  return strongest(findings.map((finding) => levelOfCode(finding.code)));
}
