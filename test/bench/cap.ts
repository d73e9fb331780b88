import type { Simulation } from '../azure/simulation.ts';

/** A limit of a resource provider that Azure does not publish: so many requests a minute from the whole tenant. */
export interface Cap {
  readonly perMinute: number;
}

export interface Capped {
  handle(request: Request): Promise<Response>;
  /** When each request was refused, in ms. */
  readonly refusals: readonly number[];
}

/** Puts the cap before Microsoft.ManagedServices: a bucket of a minute's requests, filled evenly. */
export function capped(sim: Simulation, answer: (request: Request) => Promise<Response>, cap: Cap | undefined): Capped {
  const refusals: number[] = [];
  const perMs = (cap?.perMinute ?? 0) / 60_000;
  let tokens = cap?.perMinute ?? 0;
  let filledAt = sim.now();
  return {
    refusals,
    async handle(request) {
      if (!cap || !/\/providers\/Microsoft\.ManagedServices\//i.test(request.url)) return answer(request);
      tokens = Math.min(cap.perMinute, tokens + (sim.now() - filledAt) * perMs);
      filledAt = sim.now();
      if (tokens >= 1) {
        tokens -= 1;
        return answer(request);
      }
      refusals.push(sim.now());
      const error = { code: 'TooManyRequests', message: 'The request is throttled. Please try again later.' };
      const wait = Math.ceil((1 - tokens) / perMs / 1000);
      return Response.json({ error }, { status: 429, headers: { 'Retry-After': String(wait) } });
    },
  };
}
