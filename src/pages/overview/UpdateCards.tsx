import { Link } from 'react-router';
import type { Offer } from '../../domain/offer.ts';
import { paths } from '../../paths.ts';
import { turnedDown } from '../../storage/keptVersions.ts';
import { useText } from '../../text/TextContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useServices } from '../services.ts';
import { offerName } from '../shared/offerNames.ts';
import { useNewer } from '../shared/useNewer.ts';

interface OpenUpdate {
  readonly offer: Offer;
  readonly version: string;
}

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

/** One card per offer of which a newer version is out. */
export function UpdateCards({ updates }: { readonly updates: readonly OpenUpdate[] }) {
  const { t } = useText();
  return updates.map(({ offer, version }) => (
    <Notice
      key={offer.key}
      tone="info"
      title={<bdi>{t.update.card(offerName(offer.content, t), version)}</bdi>}
      actions={<Link to={paths.update(offer.key)}>{t.update.more}</Link>}
    />
  ));
}
