import { Link } from '@fluentui/react-components';
import { useText } from '../../text/TextContext.tsx';
import { usePortal } from './portal.ts';

/** To the portal's own page for service providers. */
export function ServiceProvidersLink() {
  const { t } = useText();
  return (
    <Link href={usePortal().serviceProviders} target="_blank" rel="noreferrer">
      {t.offers.openPortal}
    </Link>
  );
}
