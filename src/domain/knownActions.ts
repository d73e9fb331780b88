import { commonTypes, typesOf } from './knownTypes.ts';
import { commonVerbs, verbsOf } from './knownVerbs.ts';
import { actionMatches } from './permissions.ts';
import { dangers } from './roleDangers.ts';
import { includedIn, kindsOf, type Grant } from './roleGrants.ts';
import { asks } from './roleNoise.ts';
import { isServiceCode, serviceOf } from './services.ts';

/*
 * What "known" means for an action. Reading is known wherever it is spelled out. A change is known where every part of
 * its name is: the service, each part of the type, and the verb of an action. `*` for a part, or for all that follows, is
 * a wildcard over what is known: the classifier judges it by what it is known to include.
 */

type Words = ReadonlySet<string>;

const words = (text: string): readonly string[] => text.toLowerCase().split(' ');

const common: { readonly types: Words; readonly verbs: Words } = {
  types: new Set(words(commonTypes)),
  verbs: new Set(words(commonVerbs)),
};

function byNamespace(shared: Words, own: Readonly<Record<string, string>>): ReadonlyMap<string, Words> {
  return new Map(
    Object.entries(own).map(([name, text]) => [
      `microsoft.${name.toLowerCase()}`,
      new Set([...shared, ...words(text)]),
    ]),
  );
}

const types = byNamespace(common.types, typesOf);
const verbs = byNamespace(common.verbs, verbsOf);
/** Dangers are known best of all. */
const named: Words = new Set(dangers.flatMap((danger) => danger.named.map((action) => action.toLowerCase())));
const kinds: Words = new Set(['read', 'write', 'delete', 'action']);

/** Whether a part of a name is one of these words, or a pattern that one of them fits. */
function isOneOf(part: string, ...several: readonly Words[]): boolean {
  return several.some((among) =>
    part.includes('*') ? [...among].some((word) => actionMatches(part, word)) : among.has(part),
  );
}

/** In any service: registering a resource provider, and what becomes of an operation that somebody started. */
const everywhere = /^[^/]+\/(?:un)?register\/action$|\/operation(?:results|statuses|sstatus)\/(?:\*|write|delete)$/;

/**
 * Whether this app knows what the action, or all that the pattern names, does. No answer about danger: a known action may
 * be a very strong one.
 */
export function isKnownAction(grant: Grant): boolean {
  const action = grant.toLowerCase();
  const ofKinds = kindsOf(grant);
  // Azure's own roles hold a type followed by nothing, which allows nothing; any other form is unknown.
  if (ofKinds.length === 0) return grant.endsWith('/');
  if (ofKinds.every((kind) => kind === 'read')) return true;
  if (named.has(action) || everywhere.test(action) || includedIn(asks, grant)) return true;
  const service = serviceOf(grant);
  if (service === undefined || !isServiceCode(service)) return false;
  const [namespace = '', ...parts] = action.split('/');
  const ownTypes = types.get(namespace) ?? common.types;
  const ownVerbs = verbs.get(namespace) ?? common.verbs;
  const end = parts.pop() ?? '';
  const verb = end === 'action' ? parts.pop() : undefined;
  const endIsKnown = end === 'action' ? isOneOf(verb ?? '', ownVerbs) : isOneOf(end, kinds, ownTypes, ownVerbs);
  // A write to nothing at all says nothing; `Microsoft.Compute/*` says everything.
  const saysWhat = parts.length > 0 || verb !== undefined || end.includes('*');
  return saysWhat && endIsKnown && parts.every((part) => isOneOf(part, ownTypes));
}
