import type { Comparison } from '../../domain/givesMore.ts';

/** An accepted template offer, and a newer template of it. */
export const templateUpdate = {
  compare: 'See what changes',
  noneTitle: 'The template changes nothing',
  noneWhat: 'Every copy of this offer says already what the template says.',
  verdict: {
    more: 'The new template gives the provider more than before',
    less: 'The new template gives the provider less than before',
    same: 'The new template gives the provider the same access as before',
    otherTenant: 'The new template belongs to another managing tenant',
  } satisfies Record<Comparison['verdict'], string>,
  before: 'Now, in Azure',
  after: 'Then, by the template',
  keep: 'Keep what is stored',
  accept: 'Accept the template',
  confirm: (provider: string, tenant: string, scopes: string) =>
    `I accept what the new template of ${provider} (${tenant}) says. Its access then holds for ${scopes}.`,
};
