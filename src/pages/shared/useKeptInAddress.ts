import { useEffect, useEffectEvent, useState } from 'react';
import { useSearchParams } from 'react-router';

/** Keeps what a page is about in the address, so that Back, a reload and a sign-in keep it; `undefined` leaves it alone. */
export function useKeptInAddress(address: string | undefined): void {
  const [, setSearch] = useSearchParams();
  const [home] = useState(() => location.pathname);
  const keep = useEffectEvent((search: string) => {
    // On the way to another page this one is still drawn for a moment: it must not call the person back.
    if (location.pathname === home) setSearch(new URLSearchParams(search), { replace: true });
  });
  useEffect(() => {
    if (address !== undefined) keep(address);
  }, [address]);
}
