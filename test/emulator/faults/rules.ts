/** Whether the service has carried the request out when the fault strikes. After a commit the client knows less than Azure. */
export type FaultMoment = 'beforeCommit' | 'afterCommit';

/** The forms in which Azure services say how long to wait (https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling). */
export type RetryAfterForm = 'seconds' | 'date' | 'milliseconds' | 'none';

/**
 * What is wrong with a list. While it is read, an item may move to a page that is still to come, and is seen twice, or to one
 * that has been, and is not seen at all.
 */
export const pagingTricks = ['emptyPage', 'sameLinkForever', 'foreignOrigin', 'itemTwice', 'itemMissed'] as const;
export type PagingTrick = (typeof pagingTricks)[number];

/**
 * What goes wrong. One member per family; a new family is a new member here, a line in `readAction` and a case in
 * `applyFault`, and the compiler asks for both.
 */
export type FaultAction =
  /** An error answer in the shape of the service that was asked. */
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly code: string;
      readonly message: string;
      readonly when: FaultMoment;
      /** ARM providers sometimes answer `{code, message}` without the `error` around it. */
      readonly shape: 'wrapped' | 'unwrapped';
      readonly headers: Readonly<Record<string, string>>;
    }
  /** 429, saying how long to wait in one of the forms, or not at all. */
  | {
      readonly kind: 'throttle';
      readonly retryAfter: RetryAfterForm;
      readonly seconds: number;
      readonly message: string;
    }
  /** 401 with a claims challenge: a second factor is wanted, or the token was revoked. */
  | { readonly kind: 'challenge'; readonly reason: 'mfa' | 'revoked' }
  /** The connection is lost and no answer comes. */
  | { readonly kind: 'lose'; readonly when: FaultMoment }
  /** The answer comes late: `ms`, plus up to `jitterMs`. */
  | { readonly kind: 'delay'; readonly ms: number; readonly jitterMs: number }
  /** The answer begins at once, and its body comes in pieces over `ms`. */
  | { readonly kind: 'slowBody'; readonly ms: number }
  /** No answer ever comes, until the client gives up. */
  | { readonly kind: 'stall'; readonly when: FaultMoment }
  /** A proxy or a sign-in portal of a network answers in the service's stead. */
  | { readonly kind: 'html'; readonly status: number }
  /** The service's answer, damaged on the way. */
  | { readonly kind: 'body'; readonly damage: 'empty' | 'truncated' | 'notJson' | 'unknownFields' }
  /** The service's answer, in which one field says something else: a state nobody has seen, an operation that never ends. */
  | {
      readonly kind: 'rewrite';
      /** Names with dots between them: `properties.provisioningState`. In a list, that of each item. */
      readonly path: string;
      readonly value: unknown;
    }
  /** Whatever body and status the rule says: an operation that never ends, a state nobody has seen. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: unknown;
      readonly when: FaultMoment;
      readonly headers: Readonly<Record<string, string>>;
    }
  /** Somebody else acts at the same moment: their request is carried out just before or just after this one. */
  | {
      readonly kind: 'meanwhile';
      readonly persona: string;
      readonly method: string;
      /** Path and query; `{path}` stands for the path of the request itself, `{scope}` for the scope it is about. */
      readonly path: string;
      /** `{body}` stands for the body of the request itself. */
      readonly body: unknown;
      readonly when: FaultMoment;
    }
  /** The service's list, with paging that misleads. */
  | { readonly kind: 'paging'; readonly trick: PagingTrick };

/** When a fault strikes. Without `nth`, `times` and `probability` it strikes on every matching request. */
export interface FaultRule {
  /** Shown in the request log; `fault 1`, `fault 2`, ... where the rule has none. */
  readonly name: string;
  /** `METHOD /path`: a method or `*`, then a path where `*` is one segment and `**` any number of them. */
  readonly route: string;
  /** Only the nth matching requests, counted from 1. */
  readonly nth?: readonly number[];
  /** At most so many times. */
  readonly times?: number;
  /** Between 0 and 1, decided from `seed` and the count alone: the same calls meet the same faults again. */
  readonly probability?: number;
  readonly seed: number;
  /** Only for requests of this persona. */
  readonly persona?: string;
  readonly action: FaultAction;
}
