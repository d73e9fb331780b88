import { useEffect, useEffectEvent } from 'react';
import { useLocation, useSearchParams } from 'react-router';

/** Keeps what a page is about in the address, so that Back, a reload and a sign-in keep it; `undefined` leaves it alone. */
export function useKeptInAddress(address: string | undefined): void {
  const [, setSearch] = useSearchParams();
  // Where this page belongs. The browser may be on its way to another one already, and must not be called back.
  const { pathname } = useLocation();
  const keep = useEffectEvent((search: string) => {
    if (location.pathname === pathname) setSearch(new URLSearchParams(search), { replace: true });
  });
  useEffect(() => {
    if (address === undefined) return undefined;
    // After what a person sees: to change the address takes as long as to draw a list, and many look at it.
    const timer = setTimeout(() => keep(address));
    return () => clearTimeout(timer);
  }, [address]);
}
