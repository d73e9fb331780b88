import type { TokenCredential } from '@azure/core-auth';
import { createDefaultHttpClient, createEmptyPipeline, createPipelineRequest } from '@azure/core-rest-pipeline';
import { isGuid, type PrincipalId } from '../../domain/ids.ts';
import type { PeopleNames, PersonName } from '../../domain/people.ts';
import { ProblemError } from '../../domain/problem.ts';
import { createLinkGuard, reading } from '../collect.ts';
import { answersPolicy } from '../pipeline/answers.ts';
import { localHttpClient } from '../pipeline/local.ts';
import { originGuard } from '../pipeline/originGuard.ts';
import type { PipelineSetup } from '../pipeline/pipeline.ts';
import { tokenPolicy } from '../pipeline/token.ts';
import { record, text } from '../shapes/json.ts';
import { mannersPolicy, pushBackPolicy } from './policies.ts';
import { toPerson } from './toPerson.ts';

/** Microsoft Graph, as far as this app knows it: who is behind an id. */
export interface Directory {
  /**
   * The names of these people. Groups, apps and whoever is deleted stay `unknown`. Rejects with a `ProblemError`:
   * `throttled` says when to come back where Graph said so; nothing is repeated here.
   */
  names(people: readonly PrincipalId[], signal: AbortSignal): Promise<PeopleNames>;
}

export interface DirectorySetup extends Omit<PipelineSetup, 'cloud' | 'credential'> {
  readonly credential: TokenCredential;
  readonly cloud: { readonly graph: string; readonly graphScope: string };
}

/** So many ids may be compared in one filter. https://learn.microsoft.com/graph/filter-query-parameter */
const mostIds = 15;

/**
 * The one way to Microsoft Graph, with a token, an origin and a pipeline of its own: what belongs to Azure Resource
 * Manager is never sent there, nor the other way round.
 * https://learn.microsoft.com/graph/api/user-list
 */
export function createDirectory(setup: DirectorySetup): Directory {
  const { credential, cloud, local, surroundings, onWake } = setup;
  const { isOnline = () => true, onTrouble = () => undefined } = setup;
  const transport = setup.httpClient ?? createDefaultHttpClient();
  const httpClient = local ? localHttpClient(cloud.graph, local.arm, transport) : transport;
  const now = () => surroundings.now();
  const pipeline = createEmptyPipeline();
  pipeline.addPolicy(answersPolicy(isOnline, now, onTrouble));
  pipeline.addPolicy(mannersPolicy(() => surroundings.newId()));
  pipeline.addPolicy(originGuard(cloud.graph));
  pipeline.addPolicy(pushBackPolicy(now));
  pipeline.addPolicy(tokenPolicy(credential, cloud.graphScope, now, onWake));

  async function read(url: string, abortSignal: AbortSignal): Promise<Readonly<Record<string, unknown>>> {
    const { bodyAsText } = await pipeline.sendRequest(httpClient, createPipelineRequest({ url, abortSignal }));
    return record(parse(bodyAsText ?? ''));
  }

  async function readBatch(ids: readonly PrincipalId[], signal: AbortSignal): Promise<readonly unknown[]> {
    const found: unknown[] = [];
    const follow = createLinkGuard();
    let link: string | undefined = addressOf(cloud.graph, ids);
    while (link !== undefined) {
      follow(link);
      const page = await read(link, signal);
      if (!Array.isArray(page.value)) throw new ProblemError({ code: 'badAnswer' });
      found.push(...(page.value as readonly unknown[]));
      link = text(page['@odata.nextLink']);
    }
    return found;
  }

  async function names(people: readonly PrincipalId[], signal: AbortSignal): Promise<PeopleNames> {
    const answers = new Map<PrincipalId, PersonName | 'unknown'>(people.map((id) => [id, 'unknown']));
    // An id stands in the filter between quotes: what is none has no business there.
    const ids = [...answers.keys()].filter(isGuid);
    for (let at = 0; at < ids.length; at += mostIds) {
      for (const item of await readBatch(ids.slice(at, at + mostIds), signal)) {
        const person = toPerson(item);
        if (person && answers.has(person.id)) answers.set(person.id, person.name);
      }
    }
    return answers;
  }

  return { names: (people, signal) => reading(names(people, signal)) };
}

function addressOf(graph: string, ids: readonly PrincipalId[]): string {
  const query = new URLSearchParams({
    $filter: `id in (${ids.map((id) => `'${id}'`).join(',')})`,
    $select: 'id,displayName,userPrincipalName',
  });
  // A plus sign for a space is not part of OData's URL conventions.
  return `${graph}/v1.0/users?${query.toString().replaceAll('+', '%20')}`;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new ProblemError({ code: 'badAnswer' }, { cause });
  }
}
