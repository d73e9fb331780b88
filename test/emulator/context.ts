import type { Persona, Timing, World } from './model.ts';

/** The world's own clock. Injected, so that tests and `/_emulator/clock` decide what time it is. */
export interface Clock {
  /** Milliseconds since the Unix epoch, in the world's time. */
  now(): number;
  /** Moves the world's time on; real time goes on from there. */
  advance(ms: number): void;
}

/** One line of `GET /_emulator/requests`: what a client asked and what it was told. */
export interface RequestRecord {
  readonly n: number;
  readonly at: number;
  readonly method: string;
  /** Path and query, as asked. */
  readonly url: string;
  /** Which emulated service answered. */
  readonly service: 'arm' | 'entra' | 'msgraph' | 'control';
  readonly status: number;
  readonly persona?: string;
  readonly clientRequestId?: string;
  readonly correlationRequestId?: string;
  readonly origin?: string;
  /** Request body of a write, as parsed JSON. */
  readonly body?: unknown;
  readonly errorCode?: string;
  /** Name of the fault that made this answer, where one did. */
  readonly fault?: string;
}

/** Who a bearer token speaks for, as read from the token itself. */
export interface Caller {
  readonly tenantId: string;
  readonly objectId: string;
  readonly name: string;
  readonly persona?: Persona;
  readonly isApplication: boolean;
  /** Entra user type in this tenant. */
  readonly isGuest: boolean;
  /** The token was issued after multi-factor authentication (`amr` holds `mfa`). */
  readonly mfa: boolean;
  /** Authentication contexts that the sign-in proved. */
  readonly acrs?: readonly string[];
  /** Permissions the token carries (`scp`). */
  readonly permissions?: readonly string[];
}

/** The state behind one emulator; `handle` in emulator.ts routes a request to a service with it. */
export interface Context {
  readonly clock: Clock;
  readonly timing: Timing;
  readonly requests: RequestRecord[];
  /** Replaced whole by `reset`. Always read through the context, never kept. */
  world: World;
}

/** A service answers a request, or `undefined` when the path is not its own. `url` already honours X-Forwarded-*. */
export type Service = (request: Request, url: URL, context: Context) => Promise<Response | undefined>;
