import workerUrl from './pacer.worker.ts?worker&url';

/** Waiting that goes on at full speed while the tab is hidden. */
export interface Pacer {
  /** Resolves after this many milliseconds. */
  wait(ms: number): Promise<void>;
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** The site's policy allows exactly this worker to be started, and nothing else to become a script. */
function trustedWorkerUrl(): string {
  const trustedTypes = (window as { readonly trustedTypes?: TrustedTypes }).trustedTypes;
  if (trustedTypes === undefined) return workerUrl;
  const policy = trustedTypes.createPolicy('pacer', {
    createScriptURL(url) {
      if (url !== workerUrl) throw new TypeError(`Only ${workerUrl} may be started.`);
      return url;
    },
  });
  return policy.createScriptURL(workerUrl);
}

const pagePacer: Pacer = { wait: (ms) => new Promise((done) => setTimeout(done, ms)) };

/** A pacer with timers in a worker; where workers cannot be had, with the page's own. */
export function createPacer(): Pacer {
  if (typeof Worker === 'undefined') return pagePacer;
  try {
    return workerPacer(new Worker(trustedWorkerUrl(), { type: 'module' }));
  } catch {
    return pagePacer;
  }
}

function workerPacer(worker: Worker): Pacer {
  const waiting = new Map<number, () => void>();
  let last = 0;
  let broken = false;
  worker.addEventListener('message', ({ data }: MessageEvent<number>) => {
    waiting.get(data)?.();
    waiting.delete(data);
  });
  // A worker that never starts must not stop the clock: whoever waits goes on at the page's pace.
  worker.addEventListener('error', () => {
    broken = true;
    for (const done of waiting.values()) done();
    waiting.clear();
  });
  return {
    wait(ms) {
      if (broken) return pagePacer.wait(ms);
      return new Promise((done) => {
        last += 1;
        waiting.set(last, done);
        worker.postMessage({ id: last, ms });
      });
    },
  };
}
