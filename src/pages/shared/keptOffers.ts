import { useEffect, useState } from 'react';
import type { TenantId } from '../../domain/ids.ts';
import type { Offer, OfferKey } from '../../domain/offer.ts';
import type { TemplateOffer } from '../../domain/template/readTemplate.ts';
import { storedFor } from '../../domain/template/templateOffer.ts';
import { keptTemplate } from '../../storage/templates.ts';

/**
 * The offer of this key in a template that the person brought in this tab; read anew from the files each time. What reads
 * templates is loaded only where one is kept. `stored`: what Azure has of it, which the template may call otherwise.
 */
export async function keptTemplateOffer(
  key: OfferKey,
  tenantId: TenantId,
  stored?: Offer,
): Promise<TemplateOffer | undefined> {
  const kept = keptTemplate(key);
  if (!kept?.template) return undefined;
  const { readTemplate } = await import('../../domain/template/readTemplate.ts');
  const isMeant = (offer: TemplateOffer) => offer.key === key || (stored && storedFor(offer, [stored]) === stored);
  const reading = readTemplate({
    template: kept.template.text,
    ...(kept.parameters && { parameters: kept.parameters.text }),
    answers: kept.answers,
    tenantId,
  });
  return reading.state === 'read' ? reading.offers.find(isMeant) : undefined;
}

/** The same for a page; `pending` while the files are being read. */
export function useKeptTemplateOffer(
  key: OfferKey | undefined,
  tenantId: TenantId,
): { readonly pending: boolean; readonly template: TemplateOffer | undefined } {
  const [read, setRead] = useState<{ readonly key: OfferKey; readonly template: TemplateOffer | undefined }>();
  useEffect(() => {
    let gone = false;
    if (key === undefined) return undefined;
    void keptTemplateOffer(key, tenantId).then(
      (template) => !gone && setRead({ key, template }),
      // The reader could not be loaded: the page then shows what Azure has.
      () => !gone && setRead({ key, template: undefined }),
    );
    return () => {
      gone = true;
    };
  }, [key, tenantId]);
  if (key === undefined) return { pending: false, template: undefined };
  return read?.key === key ? { pending: false, template: read.template } : { pending: true, template: undefined };
}
