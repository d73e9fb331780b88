import type { CheckCode } from '../../domain/checkFinding.ts';
import type { Format } from '../format.ts';

/** What the check found: one sentence each, which follows the authorizations it is about where there are any. */
const finding = {
  owner: () => 'Owner is not allowed in an offer.',
  dataActions: () => 'The role works on data, which Azure does not allow in an offer.',
  restrictedActions: () => 'The role contains rights over access, which Azure does not allow in an offer.',
  customRole: () => 'The role is not one of Azure’s built-in roles.',
  notEligible: () => 'User Access Administrator cannot be just-in-time.',
  delegatedRolesMissing: () => 'User Access Administrator must name the roles that it passes on.',
  delegatedRoleNotAllowed: () => 'Owner and User Access Administrator cannot be passed on.',
  tenantInvalid: () => 'The managing tenant is not a tenant’s id.',
  ownTenant: () => 'The managing tenant is your own. Azure delegates to another tenant only.',
  planIncomplete: () => 'The marketplace plan is incomplete: publisher, product, plan and version belong together.',
  versionInvalid: () => 'The version of the plan is not of the form 1.2.3.',
  noStanding: () => 'There is no standing authorization. Azure asks for at least one.',
  tooMany: (amount) => `There are ${amount} authorizations; a plan may have 20.`,
  principalInvalid: () => 'The principal is not an id.',
  roleInvalid: () => 'The role is not an id.',
  roleUnknown: () => 'Azure does not know this role.',
  roleDeprecated: () => 'The role is deprecated.',
  delegatedRolesUnused: () => 'Only User Access Administrator may name roles to pass on.',
  delegatedRoleUnknown: () => 'Azure does not know a role that is to be passed on.',
  eligibleInThisCloud: () => 'Just-in-time access does not exist in this national cloud.',
  durationOutOfRange: (amount) => `An activation lasts between 30 minutes and 8 hours, not ${amount} minutes.`,
  tooManyApprovers: (amount) => `At most 10 may approve; here are ${amount}.`,
  approverInvalid: () => 'Somebody who approves is not named by an id.',
  policyDiffers: () => 'One role must ask for the same everywhere: MFA, duration and approvers.',
  noStandingBeside: () => 'Without standing access beside it, its people see nothing until they activate.',
  standingMakesMoot: () => 'The same role is standing too, so nobody has to activate it.',
  principalKindUnknown: () =>
    'Just-in-time access is for people and groups. Whether these are, only the provider’s tenant can tell.',
  duplicate: () => 'The same principal and role are named more than once.',
  noDeleteRole: () =>
    'The provider cannot end its own access: it lacks “Managed Services Registration assignment Delete Role”.',
} satisfies Record<CheckCode, (amount: string) => string>;

export const offerCheck = {
  title: 'Offer check',
  checking: 'Comparing the offer with Azure’s rules and roles',
  clean: 'Nothing was found that Azure would refuse.',
  refused: (format: Format, n: number) =>
    `Azure is expected to refuse this offer: ${format.count(n, 'fault', 'faults')}`,
  mayBeRefused: (format: Format, n: number) => `Azure may refuse this offer: ${format.count(n, 'fault', 'faults')}`,
  mend: 'These are for the provider to mend. You may go on; what Azure answers is what counts.',
  notes: 'Worth knowing',
  copy: 'Copy for the provider',
  message: {
    start: (offer: string) => `About your Azure Lighthouse offer “${offer}”:`,
    end: 'Please send us a corrected version.',
  },
  who: (name: string, role: string) => `${name} (${role})`,
  about: (who: string, sentence: string) => `${who}: ${sentence}`,
  finding,
};
