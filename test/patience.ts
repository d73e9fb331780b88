/*
 * Tests must hold however late somebody looks and however long everything takes. `LATE=60 SLOW=80 npx vitest run --project flows`
 * lets a person wait up to so many milliseconds before each look, and everything that is asked - Azure, the device's database,
 * in a browser also every file - take up to so many, now and then several times as many. `CPU=4` slows the processor of
 * every page in a browser so many times. Without them nobody waits.
 */

// Tests put clocks of their own in its place.
const { setTimeout: after } = globalThis;

const valueOf = (name: string) => Number(process.env[name] ?? 0);

/** How late somebody looks at most, in milliseconds. */
export const lateMs = valueOf('LATE');

/** How long what is asked takes at most, in milliseconds; now and then longer. */
export const slowMs = valueOf('SLOW');

/** How many times slower the processor of a page is. */
export const cpuRate = valueOf('CPU');

function upTo(most: number): (() => Promise<void>) | undefined {
  if (!(most > 0)) return undefined;
  return () => new Promise((done) => after(done, Math.random() * most * (Math.random() < 0.15 ? 5 : 1)));
}

/** Whoever looks at the page does something else first. */
export const lookLate = upTo(lateMs);

/** A request or its answer is on its way. */
export const beOnTheWay = upTo(slowMs);
