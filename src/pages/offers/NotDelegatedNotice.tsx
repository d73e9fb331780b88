import { Button } from '@fluentui/react-components';
import { useNavigate } from 'react-router';
import type { Offer } from '../../domain/offer.ts';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { offerName } from '../shared/offerNames.ts';

/** An offer that was accepted and then forgotten: nothing works until something is delegated to it. */
export function NotDelegatedNotice({ offer, primary }: { readonly offer: Offer; readonly primary?: boolean }) {
  const { t } = useText();
  const navigate = useNavigate();
  return (
    <Notice
      tone="info"
      title={<bdi>{t.offers.notDelegatedTitle(offerName(offer.content, t))}</bdi>}
      actions={
        <>
          <Button
            appearance={primary ? 'primary' : 'secondary'}
            onClick={() => void navigate(paths.delegate(offer.key))}
          >
            {t.offers.delegate}
          </Button>
          <Button appearance="subtle" onClick={() => void navigate(paths.offer(offer.key))}>
            {t.offers.details}
          </Button>
        </>
      }
    >
      <p>{t.offers.notDelegatedWhat}</p>
    </Notice>
  );
}
