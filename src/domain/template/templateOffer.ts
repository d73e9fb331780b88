import { parseCopyId, subscriptionScope } from '../ids.ts';
import type { Offer } from '../offer.ts';
import { sameAccess, wordsDiffer } from '../sameAccess.ts';
import type { TemplateOffer } from './readTemplate.ts';

/**
 * How an offer in a template stands towards what Azure has: new there, the same, the same access in other words, or other
 * access.
 */
export type TemplateStanding = 'new' | 'same' | 'words' | 'differs';

export function templateStanding({ content }: TemplateOffer, stored: Offer | undefined): TemplateStanding {
  if (!stored) return 'new';
  if (!sameAccess({ ...stored.content, name: content.name }, content)) return 'differs';
  // What a marketplace offer is called is no matter of a template.
  if (content.plan) return 'same';
  return stored.copies.some((copy) => wordsDiffer(copy, content)) ? 'words' : 'same';
}

/**
 * The offer that a template is about, of those that Azure has: the one of this provider and name; else the one whose copy would
 * be written over, because the template gives it the same id under another name.
 */
export function storedFor({ key, content, namesAt }: TemplateOffer, offers: readonly Offer[]): Offer | undefined {
  const isWrittenOver = ({ managedByTenantId, source, copies }: Offer) =>
    source === 'template' &&
    managedByTenantId === content.managedByTenantId &&
    copies.some(
      ({ id, subscriptionId }) =>
        parseCopyId(id)?.name === namesAt(subscriptionScope(subscriptionId)).copy.toLowerCase(),
    );
  return offers.find((offer) => offer.key === key) ?? (content.plan ? undefined : offers.find(isWrittenOver));
}

/**
 * The offer to delegate to, with a template at hand: the one in Azure, under the template's names where both say the same;
 * the template's own where Azure has none yet. Where they differ it is the one in Azure: a template never changes in
 * passing what was accepted, that is an update.
 */
export function offerWithTemplate(stored: Offer | undefined, template: TemplateOffer | undefined): Offer | undefined {
  if (!template) return stored;
  const { key, content, namesAt } = template;
  switch (templateStanding(template, stored)) {
    case 'new':
      return {
        key,
        source: content.plan ? 'marketplace' : 'template',
        managedByTenantId: content.managedByTenantId,
        content,
        copies: [],
        delegations: [],
        namesAt,
      };
    case 'same':
    case 'words':
      return stored && { ...stored, namesAt };
    case 'differs':
      return stored;
  }
}
