import type { Comparison } from '../../domain/givesMore.ts';
import type { ChangedPart, TextChange } from '../../domain/offerDiff.ts';
import type { Format } from '../format.ts';

export const update = {
  badge: 'Update available',
  badgeKept: (version: string) => `You keep the older version; ${version} is out`,
  title: (offer: string) => `Update: ${offer}`,
  lead: 'What the new version changes, whom it would reach, and your decision. Nothing changes until you accept.',
  loading: 'Comparing the versions',
  noneTitle: 'There is no newer version',
  noneWhat: 'Every copy of this offer is on the newest version that the marketplace shows.',
  templateTitle: 'This offer comes from a template',
  templateWhat: 'The marketplace knows no versions of it. Open the newer template of your provider instead.',
  backToOffer: 'Back to the offer',
  more: 'See what changes',
  card: (offer: string, version: string) => `${offer}: version ${version} is out`,
  verdict: {
    more: (version: string) => `Version ${version} gives the provider more than before`,
    less: (version: string) => `Version ${version} gives the provider less than before`,
    same: (version: string) => `Version ${version} gives the provider the same access as before`,
    otherTenant: (version: string) => `Version ${version} belongs to another managing tenant`,
  } satisfies Record<Comparison['verdict'], (version: string) => string>,
  verdictWhat: {
    more: 'Somebody gets a role, or easier terms, that nothing covered before. What cannot be judged counts as more.',
    less: 'Nothing goes further than before, and something is taken back.',
    same: 'Names or texts may differ; roles and terms do not.',
    otherTenant:
      'Azure cannot move an offer to another tenant. This is a new offer: remove the old one, then add the new one.',
  } satisfies Record<Comparison['verdict'], string>,
  changesTitle: 'What changes',
  noChanges: 'Nothing but the version differs.',
  all: 'Show also what stays the same',
  table: 'Changes between the versions',
  column: {
    what: 'What',
    before: (version: string) => `Now (${version})`,
    after: (version: string) => `Then (${version})`,
  },
  kind: { added: 'Added', removed: 'Removed', changed: 'Changed', same: 'Stays the same' },
  part: {
    principal: 'new id under the same name',
    role: 'role',
    kind: 'standing or just in time',
    delegatedRoles: 'roles to pass on',
    duration: 'duration',
    mfa: 'multi-factor authentication',
    approvers: 'approvers',
    name: 'name',
    approverNames: 'names of approvers',
  } satisfies Record<ChangedPart, string>,
  text: {
    managingTenant: 'Managing tenant',
    name: 'Name',
    description: 'Description',
    plan: 'Plan',
    version: 'Version',
  } satisfies Record<TextChange['what'], string>,
  nothing: 'Not there',
  reachTitle: 'Whom it reaches',
  reach: (format: Format, copies: number, scopes: number) =>
    `${format.count(copies, 'copy', 'copies')} of the offer would be written anew. What is delegated stays delegated and follows: ${format.count(scopes, 'scope', 'scopes')}.`,
  halfTitle: 'Some copies are on the new version, others are not',
  halfWhat: 'An update got half-way. Accepting finishes it; copies that are there already are left as they are.',
  cannotTitle: (format: Format, n: number) => `${format.count(n, 'copy', 'copies')} cannot be updated`,
  keep: (version: string) => `Keep ${version}`,
  accept: (version: string) => `Accept ${version}`,
  keptTitle: (version: string) => `You keep ${version}`,
  keptWhat: 'This device does not remind you of the new version any more. Nothing was changed in Azure.',
  undo: 'Remind me again',
  unproven:
    'The app writes the new version itself. Microsoft documents accepting updates in the Azure portal; writing it has not been proven on a real Azure yet. If Azure refuses, nothing changes, and the portal is the way.',
  back: 'Back to the changes',
  action: (format: Format, n: number) => `Update ${format.count(n, 'copy', 'copies')}`,
  confirm: (provider: string, tenant: string, version: string, scopes: string) =>
    `I accept version ${version} of this offer from ${provider} (${tenant}). Its access then holds for ${scopes}.`,
};
