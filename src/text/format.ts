import type { Language } from './language.ts';

/** Numbers, dates and lists in the reader's language, by the platform's own `Intl`. */
export interface Format {
  /** 1234 -> `1,234` */
  number(value: number): string;
  /** English plural of a counted noun: `count(2, 'scope', 'scopes')` -> `2 scopes`. Korean has one form. */
  count(value: number, one: string, many: string): string;
  /** An instant as date and time with the zone's offset: receipts and tables must not depend on where they are read. */
  dateTime(instant: string | number): string;
  /** An instant's day, for lists. */
  date(instant: string | number): string;
  time(instant: string | number): string;
  /** `a, b and c` / `a, b 및 c` */
  list(items: readonly string[]): string;
  /** Minutes as `4 hours` / `4시간`, `30 minutes` / `30분`. */
  minutes(minutes: number): string;
  /** A collation rank for sorting names as the reader expects. */
  compare(one: string, other: string): number;
}

/** The formats of one language. Made once per language: `Intl` objects are costly to create. */
export function formatFor(language: Language): Format {
  const locale = language === 'ko' ? 'ko-KR' : 'en-GB';
  const number = new Intl.NumberFormat(locale);
  const plural = new Intl.PluralRules(locale);
  const dateTime = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: language === 'ko' ? 'long' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
    timeZoneName: 'shortOffset',
  });
  const date = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: language === 'ko' ? 'long' : 'short',
    day: 'numeric',
  });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const unit = (value: number, name: 'hour' | 'minute') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' }).format(value);
  return {
    number: (value) => number.format(value),
    count: (value, one, many) => `${number.format(value)} ${plural.select(value) === 'one' ? one : many}`,
    dateTime: (instant) => dateTime.format(new Date(instant)),
    date: (instant) => date.format(new Date(instant)),
    time: (instant) => time.format(new Date(instant)),
    list: (items) => list.format(items),
    minutes: (minutes) => (minutes % 60 === 0 ? unit(minutes / 60, 'hour') : unit(minutes, 'minute')),
    compare: (one, other) => collator.compare(one, other),
  };
}
