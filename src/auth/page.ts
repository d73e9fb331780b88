import { lostMark, tabStorage } from './tab.ts';

/** What signing in needs of the browser's page. */
export interface AuthPage {
  readonly origin: string;
  readonly storage: Storage | undefined;
  /** Path, query and fragment. */
  address(): string;
  /** Whether an answer of Entra was lost on the way here; asked once, because the address forgets it. */
  takeLostMark(): boolean;
  /** Loads the app afresh at this path, so that nothing of before is left in memory. */
  reopen(path: string): void;
  /** The status that answers at this address; `undefined` when nothing does. */
  statusOf(url: string): Promise<number | undefined>;
}

/** The page this script runs in. */
export function browserPage(): AuthPage {
  return {
    origin: location.origin,
    storage: tabStorage(),
    address: () => `${location.pathname}${location.search}${location.hash}`,
    takeLostMark() {
      const lost = location.hash === lostMark;
      if (lost) history.replaceState(null, '', location.pathname);
      return lost;
    },
    reopen(path) {
      history.replaceState(null, '', path);
      location.reload();
    },
    async statusOf(url) {
      try {
        const signal = AbortSignal.timeout(10_000);
        return (await fetch(url, { cache: 'no-store', credentials: 'omit', signal })).status;
      } catch {
        return undefined;
      }
    },
  };
}
