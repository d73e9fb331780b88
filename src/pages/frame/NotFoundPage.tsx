import { Link } from 'react-router';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { Page } from '../../ui/Page.tsx';
import { usePageTitle } from '../shared/tenant.ts';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useText();
  return (
    <Page
      title={t.frame.notFoundTitle}
      documentTitle={usePageTitle(t.frame.notFoundTitle)}
      lead={t.frame.notFoundWhat}
      narrow
    >
      <div>
        <Link to={paths.overview}>{t.frame.toOverview}</Link>
      </div>
    </Page>
  );
}
