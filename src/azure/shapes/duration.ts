/** Azure's default for a just-in-time activation: 8 hours, in minutes. */
const defaultMinutes = 480;

/**
 * Minutes of an ISO 8601 duration such as `PT8H` or `PT1H30M`; Azure's default of 8 hours where there is none.
 * https://learn.microsoft.com/azure/lighthouse/how-to/create-eligible-authorizations
 */
export function toMinutes(duration: string | undefined): number {
  const found = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/i.exec(duration?.trim() ?? '');
  const [days, hours, minutes, seconds] = (found?.slice(1) ?? []).map((part: string | undefined) => Number(part ?? 0));
  const total = (days ?? 0) * 1440 + (hours ?? 0) * 60 + (minutes ?? 0) + Math.ceil((seconds ?? 0) / 60);
  return total > 0 ? total : defaultMinutes;
}

/** The duration that Azure expects: `PT8H`, `PT30M`, `PT1H30M`. */
export function fromMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return `PT${hours > 0 ? `${hours}H` : ''}${rest > 0 || hours === 0 ? `${rest}M` : ''}`;
}
