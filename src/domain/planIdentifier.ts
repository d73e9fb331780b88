/** What names a plan of the marketplace, with or without one of its versions. */
export interface PlanIdentifier {
  readonly publisher: string;
  readonly product: string;
  /** The plan's own name. */
  readonly plan: string;
  /** `n.n.n`; absent: whichever is the newest. */
  readonly version?: string;
}

/** Why a text is not the identifier of a plan. */
export type IdentifierFault = 'tooFewParts' | 'emptyPart' | 'strangeCharacters' | 'badVersion' | 'tooLong';

export type IdentifierReading =
  | { readonly state: 'empty' }
  | { readonly state: 'read'; readonly identifier: PlanIdentifier }
  | { readonly state: 'refused'; readonly fault: IdentifierFault };

const longest = 300;
const inLink = /[?&]offer=([^&#\s]*)/i;

/**
 * Reads `publisher.product.plan[.version]` as a person types or pastes it, also out of a link of this app. None of the
 * first three holds a dot, so the first three dots part them and the rest is the version; a preview offer's product ends
 * in `-preview`, which is part of its name.
 * https://learn.microsoft.com/rest/api/managedservices/marketplace-registration-definitions/get
 */
export function parsePlanIdentifier(text: string): IdentifierReading {
  const found = inLink.exec(text)?.[1];
  const plain = (found === undefined ? text : decoded(found)).trim().replace(/^['"]|['"]$/g, '');
  if (plain === '') return { state: 'empty' };
  if (plain.length > longest) return { state: 'refused', fault: 'tooLong' };
  const [publisher = '', product, plan, ...rest] = plain.split('.');
  if (product === undefined || plan === undefined) return { state: 'refused', fault: 'tooFewParts' };
  const names = [publisher, product, plan];
  if (names.includes('')) return { state: 'refused', fault: 'emptyPart' };
  if (!names.every((name) => /^[a-z0-9_-]+$/i.test(name))) return { state: 'refused', fault: 'strangeCharacters' };
  if (rest.length === 0) return { state: 'read', identifier: { publisher, product, plan } };
  const version = rest.join('.');
  if (!/^\d{1,9}\.\d{1,9}\.\d{1,9}$/.test(version)) return { state: 'refused', fault: 'badVersion' };
  return { state: 'read', identifier: { publisher, product, plan, version } };
}

/** The identifier as Azure and people write it. */
export function planIdentifierText({ publisher, product, plan, version }: PlanIdentifier): string {
  return [publisher, product, plan, ...(version === undefined ? [] : [version])].join('.');
}

/** Whether an offer that is still in preview is meant: only its preview audience sees it. */
export function isPreview({ product }: Pick<PlanIdentifier, 'product'>): boolean {
  return /-preview$/i.test(product);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
