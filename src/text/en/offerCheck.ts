import type { RefusalReason } from '../../domain/lighthouseRules.ts';
import type { OfferFaultCode } from '../../domain/offerCheck.ts';
import type { Format } from '../format.ts';

/** What is wrong with an offer: one sentence each. `who` names principal and role, `more` the rest. */
const fault = {
  ownTenant: () => 'Its managing tenant is your own. Azure delegates to another tenant only.',
  noAuthorization: () => 'It gives nobody any access.',
  noStanding: () => 'It has just-in-time access only. A marketplace plan needs at least one standing authorization.',
  planIncomplete: (_who, more) => `The plan’s “${more}” is not of a form that the marketplace knows.`,
  tooMany: (_who, more) => `It has more than ${more} authorizations, the most that a plan may have.`,
  role: (who, more) => `${who}: ${more}`,
  principal: (who) => `${who}: the principal is not an id, or nobody has filled it in.`,
  delegatedNotAllowed: (who) => `${who}: only User Access Administrator may name roles to pass on.`,
  duration: (who) => `${who}: an activation lasts between 30 minutes and 8 hours.`,
  tooManyApprovers: (who) => `${who}: at most 10 people or groups may approve.`,
  policiesDiffer: (who) => `${who}: one role must ask for the same everywhere: MFA, duration and approvers.`,
  roleUnknown: (who) => `${who}: nobody here knows this role. It may not exist.`,
  twice: (who) => `${who}: named more than once.`,
  eligibleAlone: (who) =>
    `${who}: just-in-time access without any standing access. Its people see nothing until they activate, and may not find where.`,
  cannotRemoveItself: () =>
    'The provider cannot end its own access: it lacks “Managed Services Registration assignment Delete Role”.',
} satisfies Record<OfferFaultCode, (who: string, more: string) => string>;

const reason = {
  owner: 'Owner is not allowed in an offer.',
  dataActions: 'the role works on data, which Azure does not allow in an offer.',
  restrictedActions: 'the role contains rights over access, which Azure does not allow in an offer.',
  customRole: 'the role is not one of Azure’s built-in roles.',
  notEligible: 'User Access Administrator cannot be just-in-time.',
  delegatedRolesMissing: 'User Access Administrator must name the roles that it passes on.',
  delegatedRoleNotAllowed: 'Owner and User Access Administrator cannot be passed on.',
} satisfies Record<RefusalReason, string>;

export const offerCheck = {
  title: 'Offer check',
  checking: 'Comparing the offer with Azure’s rules and roles',
  clean: 'Nothing was found that Azure would refuse.',
  refused: (format: Format, n: number) =>
    `Azure is expected to refuse this offer: ${format.count(n, 'fault', 'faults')}`,
  refusedWhat: 'These are for the provider to mend. You may go on; what Azure answers is what counts.',
  advice: 'What the provider could do better',
  copy: 'Copy for the provider',
  message: {
    start: (offer: string) => `About your Azure Lighthouse offer “${offer}”:`,
    end: 'Please send us a corrected version.',
  },
  who: (name: string, role: string) => `${name} (${role})`,
  fault,
  reason,
};
