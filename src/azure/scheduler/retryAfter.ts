/** The parts of an answer that may say when to come back. Headers are absent where the browser may not read them. */
export interface PushBack {
  header(name: string): string | undefined;
  readonly message?: string;
}

/**
 * How long Azure asks us to wait, in ms, in whichever form it says so; `undefined` when it does not.
 * @param date the device's clock, for a date in `Retry-After`
 * https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling#error-code
 */
export function retryAfter(answer: PushBack, date: number): number | undefined {
  return (
    milliseconds(answer.header('retry-after-ms')) ??
    milliseconds(answer.header('x-ms-retry-after-ms')) ??
    secondsOrDate(answer.header('retry-after'), date) ??
    span(answer.header('x-ms-user-quota-resets-after')) ??
    fromMessage(answer.message)
  );
}

function milliseconds(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text.trim()) ? Number(text) : undefined;
}

function secondsOrDate(text: string | undefined, date: number): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+(\.\d+)?$/.test(text.trim())) return Math.ceil(Number(text) * 1000);
  // A date gone by says more about this device's clock than about Azure.
  const at = /^[a-z]{3,},? /i.test(text.trim()) ? Date.parse(text) : NaN;
  return at > date ? at - date : undefined;
}

/** `hh:mm:ss`, as Resource Graph and some messages write it. */
function span(text: string | undefined): number | undefined {
  const found = /^(?:(\d+)\.)?(\d+):(\d{1,2}):(\d{1,2})(?:\.\d+)?$/.exec(text?.trim() ?? '');
  if (!found) return undefined;
  const [days, hours, minutes, seconds] = found.slice(1).map((part: string | undefined) => Number(part ?? 0));
  return ((((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000;
}

const perUnit = { second: 1000, minute: 60_000, hour: 3_600_000 } as const;

/** "Please try again after '5' seconds", "… after '00:01:00'", "… in 2 minutes". */
function fromMessage(message: string | undefined): number | undefined {
  const found = /(?:try|retry) again (?:after|in) '?([\d:.]+)'?(?:\s*(second|minute|hour))?/i.exec(message ?? '');
  const amount = found?.[1]?.replace(/\.$/, '');
  if (amount === undefined) return undefined;
  if (amount.includes(':')) return span(amount);
  const unit = found?.[2]?.toLowerCase();
  const known = unit === 'minute' || unit === 'hour' ? unit : 'second';
  return Math.ceil(Number(amount) * perUnit[known]);
}
