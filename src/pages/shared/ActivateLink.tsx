import { Link as FluentLink } from '@fluentui/react-components';
import { useHref, useLinkClickHandler, useLocation } from 'react-router';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';

/** Leads to where an eligible role is activated, and from there back to where the person is now. */
export function ActivateLink() {
  const { t } = useText();
  const { pathname, search } = useLocation();
  const to = paths.activate(`${pathname}${search}`);
  const onClick = useLinkClickHandler(to);
  return (
    <FluentLink inline href={useHref(to)} onClick={onClick}>
      {t.activate.open}
    </FluentLink>
  );
}
