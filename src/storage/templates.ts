import * as v from 'valibot';
import type { OfferKey } from '../domain/offer.ts';
import { keepInTab, keptInTab } from './tabStore.ts';

/*
 * A provider's files and what the person said about them, kept in this tab: they survive a reload and the trip to sign in,
 * and end with the tab.
 */

const file = v.object({ name: v.string(), text: v.string() });
const schema = v.object({
  template: v.optional(file),
  parameters: v.optional(file),
  answers: v.record(v.string(), v.string()),
});

export type KeptFile = v.InferOutput<typeof file>;
export interface KeptTemplate {
  readonly template?: KeptFile;
  readonly parameters?: KeptFile;
  readonly answers: Readonly<Record<string, string>>;
}

const prefix = 'lighthouse.template.';

/** Keeps the files: for an offer, or as those that the person is looking at. */
export function keepTemplate(kept: KeptTemplate, key: OfferKey | 'draft' = 'draft'): void {
  keepInTab(prefix + key, JSON.stringify(kept));
}

/** The kept files; `undefined` where there are none. */
export function keptTemplate(key: OfferKey | 'draft' = 'draft'): KeptTemplate | undefined {
  try {
    const found = v.safeParse(schema, JSON.parse(keptInTab(prefix + key) ?? 'null'));
    if (!found.success) return undefined;
    const { template, parameters, answers } = found.output;
    return { ...(template && { template }), ...(parameters && { parameters }), answers };
  } catch {
    return undefined;
  }
}
