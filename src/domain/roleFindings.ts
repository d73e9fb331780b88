import type { RoleDefinition } from './estate.ts';
import {
  findingCodes,
  isReachCode,
  levelOfCode,
  type Finding,
  type FindingCode,
  type PlainCode,
  type Reach,
  type ReachCode,
} from './findings.ts';
import { isKnownAction } from './knownActions.ts';
import { allows } from './permissions.ts';
import { dangers, harmlessNames, replacesSecrets } from './roleDangers.ts';
import { acrossServices, grantsOf, includedIn, kindsOf, type Grant } from './roleGrants.ts';
import { basics, judged, onlyAsks, queriesLogs, removesItself, support } from './roleNoise.ts';
import { distinctServices, isServiceCode, serviceOf, type Service } from './services.ts';

export type RoleRights = Pick<RoleDefinition, 'permissions' | 'dataActions'>;

/** One thing that one pattern allows, before all of them are put together. */
type Hit =
  | { readonly code: PlainCode }
  | { readonly code: ReachCode; readonly service: Service | 'all' }
  | { readonly code: 'unknownActions'; readonly action: string };

function hit(code: PlainCode | ReachCode, service: Service | 'all'): Hit {
  return isReachCode(code) ? { code, service } : { code };
}

/** Dangerous actions that the role holds, also through a wildcard. */
function namedHits(role: RoleRights): Hit[] {
  return dangers.flatMap((danger) =>
    danger.named
      .filter((action) => allows(role.permissions, action))
      .map((action) => hit(danger.code, serviceOf(action) ?? 'all')),
  );
}

/** Whether the pattern is one action that only shows a secret: dangerous, but no change. */
function onlyShows(grant: Grant, hits: readonly Hit[]): boolean {
  return (
    !grant.includes('*') &&
    kindsOf(grant).includes('action') &&
    hits.some((one) => one.code === 'readsSecrets') &&
    !includedIn(replacesSecrets, grant)
  );
}

/** What one pattern says by itself. Dangers come first: nothing that sounds harmless may hide one. */
function grantHits(grant: Grant): Hit[] {
  const kinds = kindsOf(grant);
  const across = acrossServices(grant);
  const service = across ? 'all' : serviceOf(grant);
  // What nobody knows is never harmless, whatever its name begins with.
  const known = isKnownAction(grant);
  if (known && includedIn(basics, grant)) return [{ code: 'basics' }];
  if (known && includedIn(support, grant)) return [{ code: 'opensSupport' }];
  if (known && includedIn(removesItself, grant)) return [{ code: 'removesItself' }];
  if (kinds.length === 0 || service === undefined) return [{ code: 'unknownActions', action: grant }];
  const hits: Hit[] = includedIn(harmlessNames, grant)
    ? []
    : dangers.filter((danger) => includedIn(danger.shaped, grant)).map((danger) => hit(danger.code, service));
  if (queriesLogs.some((action) => includedIn([grant], action))) hits.push({ code: 'queriesLogs' });
  const asks = known && includedIn(onlyAsks, grant);
  if (asks || kinds.includes('read'))
    hits.push(across ? { code: 'readsEverything' } : { code: 'readsService', service });
  if (asks || kinds.every((kind) => kind === 'read')) return hits;
  if (across) return [...hits, { code: 'changesEverything' }];
  if (onlyShows(grant, hits)) return hits;
  // An unknown action may do anything; a danger that is known by its shape says more.
  if (!known && !hits.some(({ code }) => levelOfCode(code) >= 3)) hits.push({ code: 'unknownActions', action: grant });
  if (kinds.includes('delete')) hits.push({ code: 'deletes', service });
  if (!kinds.some((kind) => kind === 'write' || kind === 'action')) return hits;
  hits.push({ code: 'changesService', service });
  if (grant.includes('*') && !includedIn(judged, grant)) hits.push({ code: 'mayReachData', service });
  return hits;
}

/** What a data action says: it works on the data itself. In a service that nobody has judged it may do more. */
function dataHits(role: RoleRights): Hit[] {
  return role.dataActions.flatMap((each): Hit[] => {
    const action = each.trim();
    const service = serviceOf(action) ?? 'all';
    const kinds = kindsOf(action);
    const onlyReads = kinds.length > 0 && kinds.every((kind) => kind === 'read');
    const isJudged = service === 'all' || isServiceCode(service) || onlyReads;
    return [{ code: 'dataActions', service }, ...(isJudged ? [] : [{ code: 'unknownActions', action } as const])];
  });
}

/** The services of one code among all hits; none where no hit has it. */
function reachOf(hits: readonly Hit[], code: ReachCode): Reach {
  const services = hits.flatMap((one) => (one.code === code ? [one.service] : []));
  return services.includes('all') ? 'all' : distinctServices(services.filter((service) => service !== 'all'));
}

function without(reach: Reach, taken: readonly Reach[]): Reach {
  const gone = new Set(taken.flatMap((one) => (one === 'all' ? [] : one)));
  return reach === 'all' ? reach : reach.filter((service) => !gone.has(service));
}

/** The services that a finding names, less those of which a stronger finding already says as much. */
function reachToSay(code: ReachCode, hits: readonly Hit[], codes: ReadonlySet<FindingCode>): Reach {
  const reach = (of: ReachCode) => reachOf(hits, of);
  const everything = codes.has('changesEverything');
  switch (code) {
    case 'readsSecrets':
    case 'runsCode':
    case 'changesSecurity':
      return everything ? 'all' : reach(code);
    case 'dataActions':
      return reach(code);
    case 'mayReachData':
      return everything ? [] : without(reach(code), [reach('readsSecrets'), reach('runsCode')]);
    case 'changesService':
    case 'deletes':
      return everything ? [] : reach(code);
    case 'readsService':
      return everything || codes.has('readsEverything') ? [] : without(reach(code), [reach('changesService')]);
  }
}

function findingOf(code: FindingCode, hits: readonly Hit[], codes: ReadonlySet<FindingCode>): Finding | undefined {
  if (isReachCode(code)) {
    const services = reachToSay(code, hits, codes);
    return services.length === 0 ? undefined : { code, services };
  }
  if (code === 'unknownActions') {
    const actions = hits.flatMap((one) => (one.code === code ? [one.action] : []));
    return { code, actions: [...new Set(actions)].toSorted() };
  }
  if (code === 'handsOutRoles') return undefined;
  const said = codes.has('changesEverything') && (code === 'deletesEverything' || code === 'readsEverything');
  return said || code === 'basics' ? undefined : { code };
}

/**
 * What a role can do, strongest first, at least one finding. More actions never make it less: every pattern is judged
 * alone, and only what a stronger finding already says is left out.
 */
export function findingsOf(role: RoleRights): readonly Finding[] {
  const hits = [...namedHits(role), ...grantsOf(role.permissions).flatMap(grantHits), ...dataHits(role)];
  const codes = new Set<FindingCode>(hits.map((one) => one.code));
  const findings = findingCodes
    .filter((code) => codes.has(code))
    .map((code) => findingOf(code, hits, codes))
    .filter((finding) => finding !== undefined);
  return findings.length === 0 ? [{ code: 'basics' }] : findings;
}
