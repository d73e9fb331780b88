import type { TenantId } from '../../domain/ids.ts';
import type { OfferKey } from '../../domain/offer.ts';
import { readTemplate, type TemplateOffer } from '../../domain/template/readTemplate.ts';
import { keptTemplate } from '../../storage/templates.ts';

/** The offer of this key in a template that the person brought in this tab; read anew from the files each time. */
export function keptTemplateOffer(key: OfferKey, tenantId: TenantId): TemplateOffer | undefined {
  const kept = keptTemplate(key);
  if (!kept?.template) return undefined;
  const reading = readTemplate({
    template: kept.template.text,
    ...(kept.parameters && { parameters: kept.parameters.text }),
    answers: kept.answers,
    tenantId,
  });
  return reading.state === 'read' ? reading.offers.find((offer) => offer.key === key) : undefined;
}
