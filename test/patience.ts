/*
 * Stories must hold however late somebody looks and however long Azure takes: `LATE=60 SLOW=80 npx vitest run --project flows`
 * lets both take up to so many milliseconds each time, now and then several times as many. Without them nobody waits.
 */

// Tests put clocks of their own in its place.
const { setTimeout: after } = globalThis;

function upTo(most: string | undefined): (() => Promise<void>) | undefined {
  const ms = Number(most ?? 0);
  if (!(ms > 0)) return undefined;
  return () => new Promise((done) => after(done, Math.random() * ms * (Math.random() < 0.15 ? 5 : 1)));
}

/** Whoever looks at the page does something else first. */
export const lookLate = upTo(process.env['LATE']);

/** A request or its answer is on its way. */
export const beOnTheWay = upTo(process.env['SLOW']);
