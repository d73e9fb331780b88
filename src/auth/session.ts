import type { TokenCredential } from '@azure/core-auth';
import type { TenantId } from '../domain/ids.ts';
import type { Problem } from '../domain/problem.ts';

/** One person in one tenant. */
export interface SignedIn {
  readonly tenantId: TenantId;
  /** The tenant the account belongs to; another one for guests and external members. */
  readonly homeTenantId: TenantId;
  /** The person's id in this tenant. */
  readonly objectId: string;
  readonly username: string;
  readonly name: string;
  /** From the ID token of this tenant. https://learn.microsoft.com/entra/identity-platform/optional-claims-reference */
  readonly claims: {
    readonly tid: string;
    /** 0: member, 1: guest. Absent where the app registration does not ask for it: then nobody knows. */
    readonly acct?: 0 | 1;
    readonly idp?: string;
  };
}

/** Names of people from Microsoft Graph. Nothing is asked of it before a person wants to know. */
export interface Directory {
  /** Tokens for the one permission of Microsoft Graph. Rejects with `consentNeeded` where nobody has allowed it yet. */
  readonly credential: TokenCredential;
  /** Leaves for Entra, which asks the person to allow it, and comes back to `returnTo` (path and query). */
  allow(returnTo: string, claims?: string): Promise<void>;
  /** The page was opened by the way back from there; with the problem when it was not allowed. */
  readonly cameBack?: { readonly problem?: Problem };
}

export interface Session {
  readonly person: SignedIn;
  /** Tokens for Azure Resource Manager, for this person in this tenant and no other. Rejects with a `ProblemError`. */
  readonly credential: TokenCredential;
  /** Only where this installation may ask Microsoft Graph. */
  readonly directory?: Directory;
  /**
   * Makes sure that Entra will not ask the person anything for so many seconds, as far as that can be known. Rejects with
   * a `ProblemError` where it would, or cannot be reached.
   */
  keepQuiet(seconds: number): Promise<void>;
  /**
   * Starts the app again in another tenant, at `returnTo` (a path; default `/`). Leaves the page where Entra must ask
   * the person something first. Rejects with a `ProblemError`, and then nothing has changed.
   */
  switchTenant(tenantId: TenantId, returnTo?: string): Promise<void>;
  /** Leaves for Entra to choose another account, and comes back to this address. */
  switchAccount(): Promise<void>;
  /** Forgets every token of this tab and leaves for Entra to end the session there. */
  signOut(): Promise<void>;
  /**
   * Leaves for Entra with the claims that Azure asked for (JSON, or base64 as in a challenge), else for a fresh sign-in,
   * and comes back to this address. What the app must remember has to be saved before.
   */
  stepUp(claims: string | undefined): Promise<void>;
}

export interface SignInOptions {
  /** Path, query and fragment to come back to; default: the address the person is at. */
  readonly returnTo?: string;
  /** Sign in to this tenant rather than the account's own. */
  readonly tenantId?: TenantId;
}

/** Leaves for Entra. Rejects with a `ProblemError` when the page could not be left, or the person came straight back. */
export type SignIn = (options?: SignInOptions) => Promise<void>;

/** Who is there when the page opens. */
export type AuthStart =
  | { readonly kind: 'signedOut'; readonly signIn: SignIn; /** Just now, by this person. */ readonly left: boolean }
  | {
      readonly kind: 'signedIn';
      readonly session: Session;
      /** Why the last trip to Entra (a step-up, another tenant or account) brought nothing; the old session holds. */
      readonly problem?: Problem;
    }
  | { readonly kind: 'failed'; readonly signIn: SignIn; readonly problem: Problem };
