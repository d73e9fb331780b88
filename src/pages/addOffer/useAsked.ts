import { useSearchParams } from 'react-router';

/** What is looked up: the identifier as it was asked for, and the subscription (its id) that it is looked at from. */
interface Asked {
  readonly offer?: string;
  readonly in?: string;
}

/** Kept in the address. One part can be changed right after the other: what holds is what the address says by then. */
export function useAsked(): readonly [Asked, (part: Asked) => void] {
  const [search, setSearch] = useSearchParams();
  const change = (part: Asked) => {
    // The page may not have been drawn anew since the change before.
    const next = new URLSearchParams(window.location.search);
    for (const name of ['offer', 'in'] as const) {
      const value = part[name];
      if (value === '') next.delete(name);
      else if (value !== undefined) next.set(name, value);
    }
    setSearch(next, { replace: true });
  };
  const [offer, from] = [search.get('offer'), search.get('in')];
  return [{ ...(offer !== null && { offer }), ...(from !== null && { in: from }) }, change];
}
