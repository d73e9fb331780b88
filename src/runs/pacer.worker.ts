/* Timers of a dedicated worker are not slowed down in a hidden tab; those of a page are, to one a minute. */
self.addEventListener('message', ({ data }: MessageEvent<{ readonly id: number; readonly ms: number }>) => {
  setTimeout(() => self.postMessage(data.id), data.ms);
});
