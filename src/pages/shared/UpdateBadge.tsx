import { Link } from 'react-router';
import type { CatalogOffer } from '../../domain/catalogOffer.ts';
import type { Offer } from '../../domain/offer.ts';
import { paths } from '../../paths.ts';
import { turnedDown } from '../../storage/keptVersions.ts';
import { useText } from '../../text/TextContext.tsx';
import { useServices } from '../services.ts';

/** Says that there is a newer version, and leads to it; quietly, where the person decided to keep the old one. */
export function UpdateBadge({ offer, newer }: { readonly offer: Offer; readonly newer: CatalogOffer | undefined }) {
  const { t } = useText();
  const { session } = useServices();
  if (!newer) return null;
  const { version } = newer.plan;
  const kept = turnedDown(session.person.tenantId, offer.key) === version;
  return <Link to={paths.update(offer.key)}>{kept ? t.update.badgeKept(version) : t.update.badge}</Link>;
}
