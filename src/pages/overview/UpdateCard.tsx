import { Link } from 'react-router';
import type { OpenUpdate } from '../../domain/needs.ts';
import type { Offer } from '../../domain/offer.ts';
import { paths } from '../../paths.ts';
import { turnedDown } from '../../storage/keptVersions.ts';
import { useText } from '../../text/TextContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useServices } from '../services.ts';
import { offerName } from '../shared/offerNames.ts';
import { useNewer } from '../shared/useNewer.ts';

/** Newer versions that the person has not turned down. */
export function useOpenUpdates(offers: readonly Offer[]): readonly OpenUpdate[] {
  const { session } = useServices();
  const newer = useNewer(offers);
  return offers.flatMap((offer) => {
    const version = newer.get(offer.key)?.plan.version;
    return version === undefined || turnedDown(session.person.tenantId, offer.key) === version
      ? []
      : [{ offer, version }];
  });
}

/** A newer version of an offer is out. */
export function UpdateCard({ offer, version }: OpenUpdate) {
  const { t } = useText();
  return (
    <Notice
      tone="info"
      title={<bdi>{t.update.card(offerName(offer.content, t), version)}</bdi>}
      actions={<Link to={paths.update(offer.key)}>{t.update.more}</Link>}
    />
  );
}
