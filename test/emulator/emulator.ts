import { followingClock, skewedClock } from './clock.ts';
import type { Clock, Context, RequestRecord } from './context.ts';
import { createControl } from './control/control.ts';
import { withEntraCors } from './entra/cors.ts';
import { actAs } from './faults/actAs.ts';
import { applyFault } from './faults/applyFault.ts';
import { createFaultBook } from './faults/faultBook.ts';
import type { StruckFault } from './faults/faultBook.ts';
import { armPreflight, withArmCors } from './host/armCors.ts';
import { outsideUrl } from './host/outsideUrl.ts';
import { createRequestLog, loggedBody } from './host/requestLog.ts';
import type { ResetOptions } from './host/resetOptions.ts';
import { azure, personaOf, serve, serviceOf } from './host/services.ts';
import type { ServiceName } from './host/services.ts';
import { timings } from './host/timing.ts';
import type { Timing, World } from './model.ts';
import { graphPreflight, withGraphCors } from './msgraph/cors.ts';
import { buildWorld } from './worlds/worlds.ts';

export interface EmulatorOptions extends ResetOptions {
  /** `small` without it; timing is `demo` without it. */
  readonly world?: string;
  /** The world's time at the start, in ms since the Unix epoch. Without it, the machine's. */
  readonly startAt?: number;
  /** A clock of the caller's own; `reset` does not touch it. */
  readonly clock?: Clock;
}

/** A small Azure in this process. */
export interface Emulator {
  /** Answers a request. Rejects as `fetch` does where a fault breaks the connection or the client gives up. */
  handle(request: Request): Promise<Response>;
  readonly context: Context;
  /**
   * Builds the world anew (the same one, unless another is named) and forgets faults, the request log and every
   * `advance` of the emulator's own clock. Sign-ins last.
   *
   * @throws Error naming the known worlds, when there is none of that name.
   */
  reset(world?: string, options?: ResetOptions): void;
}

/**
 * Makes an emulator with its own state: two of them know nothing of each other.
 *
 * @throws Error naming the known worlds, when there is none of that name.
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const ownClock = followingClock(options.startAt);
  const clock = skewedClock(options.clock ?? ownClock, options.skewMs);
  const requests: RequestRecord[] = [];
  const context: Context & { timing: Timing; world: World } = {
    clock,
    timing: timings[options.timing ?? 'demo'],
    requests,
    world: buildWorld(options.world ?? 'small', clock.now(), options),
  };
  const book = createFaultBook();
  const log = createRequestLog(requests);
  const control = createControl({ reset, book });

  function reset(world = context.world.name, chosen: ResetOptions = {}): void {
    if (options.clock === undefined) ownClock.restart();
    clock.skew(chosen.skewMs ?? 0);
    context.world = buildWorld(world, clock.now(), chosen);
    if (chosen.timing !== undefined) context.timing = timings[chosen.timing];
    book.clear();
    requests.length = 0;
  }

  async function handle(request: Request): Promise<Response> {
    const url = outsideUrl(request);
    const name = serviceOf(url.pathname);
    if (name === 'control') return logged(request, url, name, [], () => serve(name, control, request, url, context));
    const persona = name === 'entra' ? undefined : personaOf(request, context, name);
    const faults = book.strike(request.method, url.pathname, persona);
    return logged(request, url, name, faults, () => withFaults(faults, request, url, name));
  }

  async function withFaults(
    faults: readonly StruckFault[],
    request: Request,
    url: URL,
    name: keyof typeof azure,
  ): Promise<Response> {
    const preflight = name !== 'entra' && request.method === 'OPTIONS';
    const honest = async (): Promise<Response> => {
      if (!preflight) return serve(name, azure[name], request, url, context);
      return name === 'arm' ? armPreflight(request) : graphPreflight();
    };
    const scene = { request, url, now: clock.now(), service: name, actAs: actAs(context, url, past) };
    const answer = faults.reduceRight((proceed, fault) => () => applyFault(fault, { ...scene, proceed }), honest);
    const response = await answer();
    if (name === 'entra') return withEntraCors(request, response);
    const withCors = name === 'arm' ? withArmCors : withGraphCors;
    return preflight ? response : withCors(response, context.world.switches.exposedHeaders);
  }

  /** Azure Resource Manager itself, past all faults; logged all the same. */
  function past(request: Request): Promise<Response> {
    const url = new URL(request.url);
    return logged(request, url, 'arm', [], () => serve('arm', azure.arm, request, url, context));
  }

  async function logged(
    request: Request,
    url: URL,
    service: ServiceName,
    faults: readonly StruckFault[],
    answer: () => Promise<Response>,
  ): Promise<Response> {
    const arm = service === 'arm';
    const persona = arm || service === 'msgraph' ? personaOf(request, context, service) : undefined;
    const body = arm ? await loggedBody(request) : undefined;
    const { method } = request;
    const start = { at: clock.now(), method, url: url.pathname + url.search, service, request, persona, body };
    const names = faults.map((fault) => fault.name);
    try {
      const response = await answer();
      await log.write(start, response, names);
      return response;
    } catch (failure) {
      await log.write(start, undefined, names);
      throw failure;
    }
  }

  return { handle, context, reset };
}
