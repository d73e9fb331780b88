import { Link } from 'react-router';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';

/** The offer of the address is not in the tenant: it is gone, or comes from a template that is not open in this tab. */
export function OfferNotFound() {
  const { t } = useText();
  return (
    <EmptyState
      title={t.offer.notFoundTitle}
      next={
        <>
          <Link to={paths.offers}>{t.offer.back}</Link>
          <Link to={paths.template}>{t.template.title}</Link>
        </>
      }
    >
      <p>
        {t.offer.notFoundWhat} {t.template.needsTemplate}
      </p>
    </EmptyState>
  );
}
