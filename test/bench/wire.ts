import type { Simulation } from '../azure/simulation.ts';

/** How long Azure and the way to it take, in ms: a preflight, a read, a write, a query of Resource Graph. */
export const delays = {
  preflight: 80,
  read: 350,
  write: 900,
  query: 1000,
  operation: 15_000,
  registration: 30_000,
} as const;

/** What a browser opens at once to one origin: connections of HTTP/1.1, streams of HTTP/2. */
export const wires = { 'HTTP/1.1': 6, 'HTTP/2': 100 } as const;
export type WireName = keyof typeof wires;

export interface Wire {
  handle(request: Request): Promise<Response>;
  /** Requests to Azure Resource Manager so far, without preflights. */
  asked(): number;
  /** Preflights so far. */
  preflights(): number;
  /** The most requests that were under way at once. */
  busiest(): number;
}

/**
 * A browser's way to Azure, in simulated time: so many requests at once, a preflight before the first to each address
 * (browsers remember the answer for an hour), and Azure's own time for each kind of request.
 */
export function createWire(sim: Simulation, answer: (request: Request) => Promise<Response>, atOnce: number): Wire {
  const allowed = new Set<string>();
  const queue: (() => void)[] = [];
  let free = atOnce;
  let asked = 0;
  let busiest = 0;

  async function enter(): Promise<void> {
    if (free > 0) free -= 1;
    else await new Promise<void>((start) => queue.push(start));
    busiest = Math.max(busiest, atOnce - free);
  }
  function leave(): void {
    const next = queue.shift();
    if (next) next();
    else free += 1;
  }

  return {
    asked: () => asked,
    preflights: () => allowed.size,
    busiest: () => busiest,
    async handle(request) {
      await enter();
      try {
        asked += 1;
        const key = request.url;
        if (!allowed.has(key)) {
          allowed.add(key);
          await sim.wait(delays.preflight);
        }
        const takes = timeOf(request);
        await sim.wait(takes / 2);
        const response = await sim.busy(answer(request));
        await sim.wait(takes / 2);
        return response;
      } finally {
        leave();
      }
    },
  };
}

/** How long Azure takes for a request, in ms. */
export function timeOf({ method, url }: Request): number {
  if (/\/providers\/Microsoft\.ResourceGraph\/resources\b/i.test(url)) return delays.query;
  return method === 'GET' ? delays.read : delays.write;
}
