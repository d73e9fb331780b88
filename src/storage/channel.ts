/** A way to tell the other tabs of this browser that something was written down. Says whose it is, and nothing else. */
export interface Channel {
  /** Several at nearly the same time are told as one. */
  post(whose: string): void;
  listen(listener: (whose: string) => void): () => void;
}

/** Others need to know soon, not each time: a run writes hundreds of times a second. */
const togetherMs = 200;

/** The browser's channel between its tabs; `undefined` where there is none, and tabs then know nothing of each other. */
export function browserChannel(): Channel | undefined {
  if (typeof BroadcastChannel === 'undefined') return undefined;
  const channel = new BroadcastChannel('lighthouse.run');
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return {
    post(whose) {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        channel.postMessage(whose);
      }, togetherMs);
    },
    listen(listener) {
      const hear = ({ data }: MessageEvent<unknown>) => typeof data === 'string' && listener(data);
      channel.addEventListener('message', hear);
      return () => channel.removeEventListener('message', hear);
    },
  };
}
