import type { OfferContent } from '../../domain/offer.ts';
import { useText } from '../../text/TextContext.tsx';
import { Points } from '../../ui/Points.tsx';
import { Section } from '../../ui/Section.tsx';
import { useAccess } from '../shared/useOffers.ts';

/** What a person should know before they confirm: what Azure does not do for them. */
export function KnowSection({ content }: { readonly content: OfferContent }) {
  const { t } = useText();
  const { know } = t.review;
  const { access } = useAccess(content);
  const readsKeys = access.principals.some((principal) =>
    principal.access.some(({ findings }) => findings.some(({ code }) => code === 'readsSecrets')),
  );
  const facts = [
    know.locks,
    know.conditionalAccess,
    ...(readsKeys ? [know.keys] : []),
    ...(content.plan ? [know.publicPlan] : []),
    know.visible,
  ];
  return (
    <Section title={t.review.knowTitle}>
      <Points
        points={[...facts.map((text) => ({ tone: 'caution' as const, text })), { tone: 'good', text: know.undo }]}
      />
    </Section>
  );
}
