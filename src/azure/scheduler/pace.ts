/** The pace that a resource provider turned out to keep, where it publishes none. Times in milliseconds of one clock. */
export interface Pace {
  /** How long until the next request may go; 0: now. */
  delay(now: number): number;
  /** One request goes. */
  take(now: number): void;
  answered(now: number): void;
  /** A request that was sent at `sentAt` was refused, and nothing goes before `until`. */
  refused(now: number, sentAt: number, until: number): void;
}

const second = 1000;
/** Limits that providers do not publish are commonly per minute. */
const lookBack = 60 * second;
/** A refusal so soon after a hold says that the limit is a rate; one that comes later was a passing one. */
const soon = 30 * second;
/** Without a refusal the pace grows by this much, so often: limits are lifted, and measured a little too low. */
const growth = { by: 1.04, every: 5 * second };
/** What a refusal takes from a pace that was kept for a while, and from one that was not. */
const nearly = 0.97;
const tooFast = 0.85;
const slowest = 0.2;
/** Faster than this the buckets of the subscriptions decide anyway. */
const fastest = 100;

/**
 * Learns a provider's own limit from its refusals. The first one is left to the number of requests under way; when
 * another follows soon, requests go at the pace at which they were answered lately, and a little faster as time goes by.
 * So a limit costs a few refusals in the beginning, not one burst of them each time it lets go.
 */
export function createPace(): Pace {
  /** When each was, oldest first. */
  let answers: number[] = [];
  let episode: { readonly at: number; readonly until: number } | undefined;
  let perSecond: number | undefined;
  let grownAt = 0;
  let freeAt = 0;

  /** Answers per second: over the last minute, or since the last refusal where that is more. */
  function measured(now: number, since: number): number {
    answers = answers.filter((at) => now - at < lookBack);
    const recent = answers.filter((at) => at > since).length;
    return Math.max((answers.length * second) / lookBack, (recent * second) / (now - since));
  }

  function grow(now: number): void {
    if (perSecond === undefined || now - grownAt < growth.every) return;
    perSecond *= growth.by ** Math.floor((now - grownAt) / growth.every);
    grownAt = now;
    if (perSecond > fastest) perSecond = undefined;
  }

  return {
    delay(now) {
      grow(now);
      return perSecond === undefined ? 0 : Math.max(0, Math.ceil(freeAt - now));
    },
    take(now) {
      if (perSecond !== undefined) freeAt = Math.max(freeAt, now - second) + second / perSecond;
    },
    answered(now) {
      answers.push(now);
      if (answers.length > 20_000) answers = answers.filter((at) => now - at < lookBack);
    },
    refused(now, sentAt, until) {
      const last = episode;
      if (last && sentAt <= last.at) {
        episode = { at: last.at, until: Math.max(last.until, until) };
        return;
      }
      episode = { at: now, until };
      grownAt = until;
      if (!last || now - last.until >= soon) {
        if (perSecond !== undefined) perSecond *= nearly;
        return;
      }
      // Measuring alone would give away what every hold costs; a pace that was kept for a while is nearly right.
      const kept = (perSecond ?? 0) * (now - last.until > soon / 3 ? nearly : tooFast);
      perSecond = Math.min(fastest, Math.max(slowest, measured(now, last.at), kept));
    },
  };
}
