import { canonicalAuthorizations } from '../authorizations.ts';
import { canonicalJson } from '../canonicalJson.ts';
import { armGuid, idKey, parseCopyId, parseScope, subscriptionId, type ScopeId, type SubscriptionId } from '../ids.ts';
import type { OfferContent, OfferKey, TemplateNames } from '../offer.ts';
import { offerKey } from '../offerKey.ts';
import { readResources } from './deployment.ts';
import type { Findings, FoundCopy, FoundDelegation } from './findings.ts';
import { isObject, parseJson, valueOf, type JsonObject } from './json.ts';
import { declarationsOf, fileValues, type Question, type Questions } from './parameters.ts';
import { scopeOf } from './scopes.ts';
import { refuse, TemplateFault, type TemplateFile, type TemplateProblem } from './templateProblem.ts';
import { Work, type Place } from './values.ts';

/** What a provider sent, and what the person added. */
export interface TemplateSource {
  readonly template: string;
  readonly parameters?: string;
  /** By `Question.key`. */
  readonly answers: Readonly<Record<string, string>>;
  /** The customer's tenant, which expressions may look at. */
  readonly tenantId: string;
}

/** A scope that a template itself would delegate. */
export interface WantedScope {
  readonly kind: 'subscription' | 'resourceGroup';
  /** Where the template says in which; else it is the one that the person chooses. */
  readonly subscriptionId?: SubscriptionId;
  readonly resourceGroup?: string;
}

/** One offer in a template. */
export interface TemplateOffer {
  readonly key: OfferKey;
  readonly content: OfferContent;
  readonly wanted: readonly WantedScope[];
  /** What the template calls what is stored for a scope. */
  readonly namesAt: (scope: ScopeId) => TemplateNames;
}

/** Something about a template that the person should know, and that keeps nothing from going on. */
export type TemplateRemark =
  /** A part is left out, because its condition does not hold. */
  | { readonly code: 'leftOut'; readonly path: string }
  /** It would delegate something to an offer that is not in it; Azure would refuse that. */
  | { readonly code: 'offerElsewhere'; readonly path: string };

/** What became of a template. */
export type TemplateReading =
  | { readonly state: 'refused'; readonly problems: readonly [TemplateProblem, ...TemplateProblem[]] }
  | { readonly state: 'asks'; readonly questions: readonly [Question, ...Question[]] }
  | {
      readonly state: 'read';
      readonly offers: readonly [TemplateOffer, ...TemplateOffer[]];
      readonly remarks: readonly TemplateRemark[];
    };

/** Stands in for the subscription while none is chosen: what is worked out with it never leaves this file. */
const noSubscription = '00000000-0000-0000-0000-000000000000';
const noGroup = 'resource-group';
const mostProblems = 20;

/**
 * Reads an ARM template that brings an offer, without deploying anything: the offer, what it wants to delegate, and the
 * names it computes; or what is still to be said; or why it is not taken in. Takes exactly the two ManagedServices types
 * and deployments nested around them. Never throws, whatever the files hold.
 * https://learn.microsoft.com/azure/lighthouse/how-to/onboard-customer
 */
export function readTemplate(source: TemplateSource): TemplateReading {
  try {
    return read(source);
  } catch (error) {
    if (error instanceof TemplateFault) return { state: 'refused', problems: [error.problem] };
    throw error;
  }
}

/** Whether a text is a template or a parameter file; `undefined` where it is neither. Reads no more than it must. */
export function kindOfFile(text: string): TemplateFile | undefined {
  try {
    const file = parseJson(text, 'template');
    if (!isObject(file)) return undefined;
    if (valueOf(file, 'resources') !== undefined) return 'template';
    return valueOf(file, 'parameters') === undefined ? undefined : 'parameters';
  } catch (error) {
    if (error instanceof TemplateFault) return undefined;
    throw error;
  }
}

function read(source: TemplateSource): TemplateReading {
  const template = rootOf(source.template);
  const level = levelOf(template);
  const declared = declarationsOf(valueOf(template, 'parameters'), 'parameters');
  const given = fileValues(source.parameters, declared);
  const questions: Questions = { answers: source.answers, asked: new Map() };

  const lookAt = (subscription: string, group: string): Findings => {
    const findings: Findings = { copies: [], delegations: [], leftOut: [], problems: [] };
    const work = new Work();
    const anywhere: Place = { tenantId: source.tenantId, level };
    const chosen: Place = {
      ...anywhere,
      subscriptionId: subscription,
      ...(level === 'resourceGroup' && { resourceGroup: group }),
    };
    const scope = (place: Place) =>
      scopeOf({ template, declared, given, missing: 'ask', place, questions, work, path: '' });
    const views = { chosen: scope(chosen), anywhere: scope(anywhere) };
    readResources(template, { views, chosen, anywhere, nesting: 0, questions, work, findings }, '');
    return findings;
  };

  const findings = lookAt(noSubscription, noGroup);
  const [problem, ...problems] = distinct(findings.problems);
  if (problem) return { state: 'refused', problems: [problem, ...problems.slice(0, mostProblems - 1)] };
  const [question, ...rest] = questions.asked.values();
  if (question) return { state: 'asks', questions: [question, ...rest] };
  const [offer, ...offers] = offersOf(findings, lookAt);
  if (!offer) return refuse({ code: 'noOffer' });
  return {
    state: 'read',
    offers: [offer, ...offers],
    remarks: [
      ...distinct(findings.leftOut).map((path) => ({ code: 'leftOut', path }) as const),
      ...distinct(findings.delegations.filter((one) => !copyFor(one, findings)).map(({ path }) => path)).map(
        (path) => ({ code: 'offerElsewhere', path }) as const,
      ),
    ],
  };
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Map(values.map((value) => [canonicalJson(value), value])).values()];
}

function rootOf(text: string): JsonObject {
  const root = parseJson(text, 'template');
  if (!isObject(root)) return refuse({ code: 'notTemplate' });
  if (valueOf(root, 'resources') !== undefined) return root;
  return refuse({ code: valueOf(root, 'parameters') === undefined ? 'notTemplate' : 'parametersAsTemplate' });
}

/** What a template is made for, by its schema. */
function levelOf(template: JsonObject): Place['level'] {
  const schema = valueOf(template, '$schema');
  const kind = typeof schema === 'string' ? /\/(\w*)deploymentTemplate\.json#?$/i.exec(schema.trim())?.[1] : undefined;
  switch (kind?.toLowerCase()) {
    case 'subscription':
      return 'subscription';
    case '':
      return 'resourceGroup';
    case 'managementgroup':
    case 'tenant':
      return refuse({ code: 'wrongLevel' });
    default:
      return refuse({ code: 'notTemplate' });
  }
}

/** The copy that a delegation refers to, where the template stores it. */
function copyFor({ definitionId }: FoundDelegation, { copies }: Findings) {
  const id = parseCopyId(definitionId)?.id;
  return id && copies.find((copy) => copy.id === id);
}

function sameContent(one: OfferContent, other: OfferContent): boolean {
  const text = (content: OfferContent) =>
    canonicalJson({ ...content, authorizations: canonicalAuthorizations(content.authorizations) });
  return text(one) === text(other);
}

/** The copies put together as offers: a template may store one offer under several names. */
function offersOf(findings: Findings, lookAt: (subscription: string, group: string) => Findings): TemplateOffer[] {
  const firsts = new Map<OfferKey, FoundCopy>();
  const byId = new Map<string, OfferContent>();
  for (const copy of findings.copies) {
    const { path, content } = copy;
    const first = firsts.get(offerKey(content));
    const there = byId.get(copy.id);
    // Two that say different things under one name: one of them would win, and nobody could say which.
    if ((first && !sameContent(first.content, content)) || (there && !sameContent(there, content)))
      return refuse({ code: 'sameOfferTwice', path, name: content.name });
    if (!first) firsts.set(offerKey(content), copy);
    byId.set(copy.id, content);
  }
  if (firsts.size === 0 && findings.delegations[0])
    return refuse({ code: 'offerElsewhere', path: findings.delegations[0].path });
  const looked = new Map<string, Findings>();
  const lookAtScope = (subscription: string, group: string): Findings => {
    const key = `${subscription}/${group.toLowerCase()}`;
    const before = looked.get(key);
    if (before) return before;
    const found = lookAt(subscription, group);
    // The same content once for all subscriptions: there may be thousands.
    const copies = found.copies.map((copy) => ({
      ...copy,
      content: firsts.get(offerKey(copy.content))?.content ?? copy.content,
    }));
    looked.set(key, { ...found, copies });
    return { ...found, copies };
  };
  return [...firsts].map(([key, { content }]) => ({
    key,
    content,
    wanted: wantedBy(key, findings),
    namesAt: (scope) => namesFor(scope, key, lookAtScope),
  }));
}

function wantedBy(key: OfferKey, findings: Findings): readonly WantedScope[] {
  return distinct(
    findings.delegations
      .filter((one) => {
        const copy = copyFor(one, findings);
        return copy !== undefined && offerKey(copy.content) === key;
      })
      .map(({ subscriptionId: id, resourceGroup, fixed }): WantedScope => ({
        kind: resourceGroup === undefined ? 'subscription' : 'resourceGroup',
        ...(fixed.subscription && { subscriptionId: subscriptionId(id) }),
        ...(resourceGroup !== undefined && fixed.resourceGroup && { resourceGroup }),
      })),
  );
}

/**
 * The names for one scope: those of the delegation that the template makes there, and of the copy it refers to; where it
 * makes none there, the name of the offer's first copy. A template that computes no name for this subscription alone gets
 * one of the app's making: what is stored was reviewed, whatever it is called.
 */
function namesFor(
  scope: ScopeId,
  key: OfferKey,
  lookAt: (subscription: string, group: string) => Findings,
): TemplateNames {
  const place = parseScope(scope);
  const findings = place && lookAt(place.subscriptionId, place.resourceGroup ?? noGroup);
  const own = findings?.copies.filter(({ content }) => offerKey(content) === key) ?? [];
  for (const one of findings?.delegations ?? []) {
    const group = one.resourceGroup === undefined ? '' : `/resourceGroups/${one.resourceGroup}`;
    const copy = findings && copyFor(one, findings);
    if (copy && own.includes(copy) && idKey(`/subscriptions/${one.subscriptionId}${group}`) === idKey(scope))
      return { copy: nameOf(copy) ?? armGuid(key), delegation: one.name };
  }
  return { copy: (own[0] && nameOf(own[0])) ?? armGuid(key) };
}

function nameOf({ id }: FoundCopy): string | undefined {
  return parseCopyId(id)?.name;
}
