/** Why the page was left for Entra. */
export type Purpose = 'signIn' | 'switchTenant' | 'switchAccount' | 'stepUp' | 'allowNames' | 'signOut';

/** A way to Entra that this tab went, and whether Entra answered or the person just came back. */
export interface Trip {
  readonly purpose: Purpose;
  readonly answered: boolean;
}

/** Whose session this tab shows, and in which tenant. The tokens themselves are kept by MSAL. */
export interface Remembered {
  readonly homeAccountId: string;
  readonly tenantId: string;
}

// public/boot.js reads both before anything else has loaded; a test holds the names together.
const sessionKey = 'lighthouse.session';
const tripKey = 'lighthouse.trip';

/** Fragment of the start page's address when Entra's answer found nobody who waited for it. */
export const lostMark = '#sign-in-lost';

/** What one tab remembers about its sign-in. Storage may be blocked: then nothing is remembered and nothing throws. */
export interface TabMemory {
  /** Whether this tab can remember at all; without it a sign-in could never be completed. */
  works(): boolean;
  session(): Remembered | undefined;
  remember(session: Remembered): void;
  forget(): void;
  leave(purpose: Purpose): void;
  /** Called on the page that Entra answers to. `undefined`: nobody left from this tab. */
  answer(): Purpose | undefined;
  /** The trip that has just ended, once. */
  takeTrip(): Trip | undefined;
}

/** The memory in this storage; `undefined` where the browser refuses to give one. */
export function tabMemory(storage: Storage | undefined): TabMemory {
  const trip = (): Trip | undefined => {
    const [state, purpose] = (read(storage, tripKey) ?? '').split(':');
    return isPurpose(purpose) ? { purpose, answered: state === 'back' } : undefined;
  };
  return {
    works: () => write(storage, 'lighthouse.probe', '1') && write(storage, 'lighthouse.probe', undefined),
    session: () => parseSession(read(storage, sessionKey)),
    remember: (session) => void write(storage, sessionKey, JSON.stringify(session)),
    forget: () => void write(storage, sessionKey, undefined),
    leave: (purpose) => void write(storage, tripKey, `left:${purpose}`),
    answer() {
      const purpose = trip()?.purpose;
      return purpose && write(storage, tripKey, `back:${purpose}`) ? purpose : undefined;
    },
    takeTrip() {
      const ended = trip();
      write(storage, tripKey, undefined);
      return ended;
    },
  };
}

/** This tab's storage, or `undefined` where it is blocked: even looking at it may throw. */
export function tabStorage(): Storage | undefined {
  try {
    return globalThis.sessionStorage;
  } catch {
    return undefined;
  }
}

function read(storage: Storage | undefined, key: string): string | undefined {
  try {
    return storage?.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function write(storage: Storage | undefined, key: string, value: string | undefined): boolean {
  try {
    if (!storage) return false;
    if (value === undefined) storage.removeItem(key);
    else storage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

const purposes: readonly string[] = [
  'signIn',
  'switchTenant',
  'switchAccount',
  'stepUp',
  'allowNames',
  'signOut',
] satisfies Purpose[];

function isPurpose(text: string | undefined): text is Purpose {
  return text !== undefined && purposes.includes(text);
}

function parseSession(text: string | undefined): Remembered | undefined {
  try {
    const json: unknown = JSON.parse(text ?? 'null');
    if (typeof json !== 'object' || json === null) return undefined;
    if (!('homeAccountId' in json) || typeof json.homeAccountId !== 'string') return undefined;
    if (!('tenantId' in json) || typeof json.tenantId !== 'string') return undefined;
    return { homeAccountId: json.homeAccountId, tenantId: json.tenantId };
  } catch {
    return undefined;
  }
}
