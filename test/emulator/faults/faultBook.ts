import { chance } from './chance.ts';
import { readRoute } from './route.ts';
import type { RouteMatcher } from './route.ts';
import type { FaultAction, FaultRule } from './rules.ts';

/** A fault that strikes this request. */
export interface StruckFault {
  readonly name: string;
  readonly action: FaultAction;
  /** A draw in [0, 1) for what the action leaves to chance (jitter, where a body is cut). */
  readonly draw: number;
}

/** A rule with how often its route was asked for and how often it struck. */
export interface CountedRule {
  readonly rule: FaultRule;
  readonly matched: number;
  readonly struck: number;
}

interface Entry {
  readonly rule: FaultRule;
  readonly matches: RouteMatcher;
  matched: number;
  struck: number;
}

/** The fault rules in force, and their counts. */
export interface FaultBook {
  /** Adds rules after those already there. Rules come from `readRules`, so their routes can be read. */
  add(rules: readonly FaultRule[]): void;
  clear(): void;
  list(): readonly CountedRule[];
  /** The faults of one request, in the order of their rules: an earlier one wraps a later one. */
  strike(method: string, path: string, persona: string | undefined): readonly StruckFault[];
}

/** An empty book. */
export function createFaultBook(): FaultBook {
  let entries: Entry[] = [];
  return {
    add: (rules) => {
      for (const rule of rules) {
        const matches = readRoute(rule.route);
        if (typeof matches === 'string') throw new Error(matches);
        entries.push({ rule, matches, matched: 0, struck: 0 });
      }
    },
    clear: () => {
      entries = [];
    },
    list: () => entries.map(({ rule, matched, struck }) => ({ rule, matched, struck })),
    strike: (method, path, persona) =>
      entries
        .filter((entry) => applies(entry, method, path, persona))
        .filter(strikes)
        .map(toFault),
  };
}

function applies({ rule, matches }: Entry, method: string, path: string, persona: string | undefined): boolean {
  return matches(method, path) && (rule.persona === undefined || rule.persona === persona);
}

function strikes(entry: Entry): boolean {
  const { rule } = entry;
  entry.matched += 1;
  const due =
    (rule.nth === undefined || rule.nth.includes(entry.matched)) &&
    (rule.times === undefined || entry.struck < rule.times) &&
    (rule.probability === undefined || chance(rule.seed, entry.matched) < rule.probability);
  if (due) entry.struck += 1;
  return due;
}

function toFault({ rule, matched }: Entry): StruckFault {
  // Another stream than the one that decides whether to strike, else every rare fault would look the same.
  return { name: rule.name, action: rule.action, draw: chance(rule.seed ^ 0x5bd1e995, matched) };
}
