import { Link } from 'react-router';
import type { CatalogOffer } from '../../domain/catalogOffer.ts';
import type { Offer } from '../../domain/offer.ts';
import { compareVersions } from '../../domain/versions.ts';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { Card, Section } from '../../ui/Section.tsx';

/** Which version each copy of the offer is on, newest first, and whether there is a newer one. */
export function VersionsSection({ offer, newer }: { readonly offer: Offer; readonly newer: CatalogOffer | undefined }) {
  const { t, format } = useText();
  if (offer.source === 'template') {
    return (
      <Section title={t.acceptHere.versionsTitle} lead={t.acceptHere.templateVersions}>
        <Link to={paths.template}>{t.template.title}</Link>
      </Section>
    );
  }
  const counts = new Map<string, number>();
  for (const { plan } of offer.copies) {
    if (plan) counts.set(plan.version, (counts.get(plan.version) ?? 0) + 1);
  }
  const versions = [...counts].toSorted(([one], [other]) => compareVersions(other, one));
  return (
    <Section title={t.acceptHere.versionsTitle}>
      <Card>
        {newer && (
          <div>
            {t.acceptHere.newest(newer.plan.version)}. <Link to={paths.update(offer.key)}>{t.update.more}</Link>
          </div>
        )}
        {versions.map(([version, n]) => (
          <div key={version}>{t.acceptHere.copies(format, n, version)}</div>
        ))}
      </Card>
    </Section>
  );
}
