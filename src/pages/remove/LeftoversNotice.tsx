import { Link } from 'react-router';
import { leftoversOf } from '../../domain/makeRemoval.ts';
import type { Offer } from '../../domain/offer.ts';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { removalAddress } from './removalAddress.ts';

/** Copies of an offer in use that nothing is delegated to. Of one that is not in use at all they are its acceptance. */
export function LeftoversNotice({ offer }: { readonly offer: Offer }) {
  const { t, format } = useText();
  const leftovers = leftoversOf(offer);
  if (offer.delegations.length === 0 || leftovers.length === 0) return null;
  const address = removalAddress({ delegations: [], copies: 'leftovers', restore: true });
  return (
    <Notice
      tone="info"
      title={t.remove.leftoversOf(format, leftovers.length)}
      actions={<Link to={`${paths.remove(offer.key)}?${address}`}>{t.remove.cleanLink}</Link>}
    />
  );
}
