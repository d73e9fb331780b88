import type { ReactNode } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { paths } from '../../paths.ts';

/** The start of the app, unless the link that brought the person here names an offer. */
export function OfferedEntry({ children }: { readonly children: ReactNode }) {
  const offer = useSearchParams()[0].get('offer');
  if (offer === null) return children;
  return <Navigate replace to={`${paths.addOffer}?offer=${encodeURIComponent(offer)}`} />;
}
