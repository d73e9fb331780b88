import type { Offer } from '../offer.ts';
import { sameAccess } from '../sameAccess.ts';
import type { TemplateOffer } from './readTemplate.ts';

/** How an offer in a template stands towards what Azure has: new there, the same, or other access under one name. */
export type TemplateStanding = 'new' | 'same' | 'differs';

export function templateStanding({ content }: TemplateOffer, stored: Offer | undefined): TemplateStanding {
  if (!stored) return 'new';
  return sameAccess(stored.content, content) ? 'same' : 'differs';
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
      return stored && { ...stored, namesAt };
    case 'differs':
      return stored;
  }
}
