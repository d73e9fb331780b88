import { isGuid } from './ids.ts';
import type { Problem, ProblemCode } from './problem.ts';

/** A request that did not end well, without a name in it: what a person may hand to whoever helps them. */
export interface Trouble {
  /** Milliseconds since the epoch, by this device's clock. */
  readonly at: number;
  readonly method: string;
  /** Made by `bareAddress`. */
  readonly address: string;
  readonly code: ProblemCode;
  /** What Azure said, as codes. */
  readonly status?: number;
  readonly azureCode?: string;
  readonly clientRequestId?: string;
  readonly requestId?: string;
  /** Milliseconds from the first try to the end, waiting included. */
  readonly took: number;
}

export interface TroubleLog {
  note(trouble: Trouble): void;
  /** Newest first. */
  list(): readonly Trouble[];
}

/** Keeps the last of them, in memory only: they are gone with the page. */
export function createTroubleLog(limit = 30): TroubleLog {
  let kept: readonly Trouble[] = [];
  return {
    note: (trouble) => void (kept = [trouble, ...kept].slice(0, limit)),
    list: () => kept,
  };
}

/** What is kept of a problem. */
export function troubleOf({ code, azure }: Problem, method: string, url: string, at: number, took: number): Trouble {
  return {
    at,
    method,
    address: bareAddress(url),
    code,
    ...(azure?.status !== undefined && { status: azure.status }),
    ...(azure?.code !== undefined && { azureCode: azure.code }),
    ...(azure?.clientRequestId !== undefined && { clientRequestId: azure.clientRequestId }),
    ...(azure?.requestId !== undefined && { requestId: azure.requestId }),
    took: Math.round(took),
  };
}

/**
 * The address of a request as far as it holds no name: its kinds, its GUIDs and its api-version. Names of resource groups,
 * management groups and the like, filters and continuation tokens become `…`.
 * https://learn.microsoft.com/rest/api/resources/ names the parts of an address.
 */
export function bareAddress(url: string): string {
  const [, path, query = ''] = /^https?:\/\/[^/]+(\/[^?#]*)\??([^#]*)/.exec(url) ?? [];
  if (path === undefined) return '…';
  const version = /(?:^|&)api-version=([\w.-]+)/.exec(query)?.[1];
  // Kinds and names take turns; a namespace stands where the name of a provider would.
  let isName = false;
  const bare = path
    .split('/')
    .slice(1)
    .map((part) => {
      // Microsoft Graph's paths begin with a version, and name kinds after it.
      if (part === 'v1.0') return part;
      const shown = isName && !isGuid(part) && !isNamespace(part) ? '…' : part;
      isName = !isName && !isNamespace(part);
      return shown;
    });
  return `/${bare.join('/')}${version === undefined ? '' : `?api-version=${version}`}`;
}

function isNamespace(part: string): boolean {
  return /^Microsoft\.[A-Za-z]+$/i.test(part);
}
