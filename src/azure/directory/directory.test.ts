import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inProcess } from '../../../test/azure/inProcess.ts';
import { createSimulation } from '../../../test/azure/simulation.ts';
import { createEmulator, type EmulatorOptions } from '../../../test/emulator/emulator.ts';
import { contosoPrincipals, personaId } from '../../../test/emulator/worlds/people.ts';
import { cloudOf } from '../../config.ts';
import { principalId } from '../../domain/ids.ts';
import { problemOf, type Problem } from '../../domain/problem.ts';
import { createDirectory } from './directory.ts';

const never = new AbortController().signal;
const cloud = cloudOf({ cloud: 'public' });
const treasurer = principalId(contosoPrincipals.treasurer.id);
const group = principalId(contosoPrincipals.treasuryOwners.id);
const stranger = principalId('99999999-0000-4000-8000-000000000001');

interface Options extends Pick<EmulatorOptions, 'switches'> {
  readonly persona?: string;
  /** What the token is for; default: the one permission. */
  readonly scope?: string;
  readonly local?: string;
}

/** A directory over an emulated Microsoft Graph, and what left for it. */
async function createScene({ persona = 'owner', scope = cloud.graphScope, local, switches }: Options = {}) {
  const sim = createSimulation();
  const emulator = createEmulator({ timing: 'instant', clock: sim.clock, ...(switches && { switches }) });
  const control = async (path: string, body: object): Promise<Record<string, string>> => {
    const init = { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const response = await emulator.handle(new Request(`http://localhost:1/_emulator/${path}`, init));
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as Record<string, string>;
  };
  const { access_token: token = '' } = await control('token', { persona, scope });
  const sent: URL[] = [];
  const client = inProcess((request) => {
    sent.push(new URL(request.url));
    return sim.busy(emulator.handle(request));
  });
  const directory = createDirectory({
    credential: { getToken: () => Promise.resolve({ token, expiresOnTimestamp: sim.now() + 3_600_000 }) },
    cloud,
    ...(local !== undefined && { local: { arm: local } }),
    httpClient: client,
    surroundings: sim.surroundings,
  });
  const failure = async (): Promise<Problem> =>
    directory.names([treasurer], never).then(
      () => {
        throw new Error('Names came.');
      },
      (error: unknown) => problemOf(error),
    );
  return { sent, directory, failure, fault: (rule: object) => control('faults', rule) };
}

describe('the names of people', () => {
  it('come with the account they sign in with; groups, strangers and what is no id stay unknown', async () => {
    const { directory, sent } = await createScene();
    const nonsense = principalId("x') or id ne ('");
    const names = await directory.names([treasurer, group, stranger, nonsense], never);
    expect([...names]).toEqual([
      [treasurer, { name: 'Seoyun Han (한서윤)', account: 'seoyun.han@contoso.example' }],
      [group, 'unknown'],
      [stranger, 'unknown'],
      [nonsense, 'unknown'],
    ]);
    expect(sent.map(({ origin }) => origin)).toEqual(['https://graph.microsoft.com']);
    expect(sent[0]?.searchParams.get('$select')).toBe('id,displayName,userPrincipalName');
  });

  it('answer for everybody who was asked for, in requests of at most fifteen ids that name nobody else', async () => {
    const { directory, sent } = await createScene();
    const known = [treasurer, principalId(personaId('owner')), principalId(personaId('reader'))];
    const anyId = fc.oneof(fc.constantFrom(...known), fc.uuid().map(principalId), fc.string().map(principalId));
    await fc.assert(
      fc.asyncProperty(fc.array(anyId, { maxLength: 60 }), async (people) => {
        sent.length = 0;
        const names = await directory.names(people, never);
        expect([...names.keys()]).toEqual([...new Set(people)]);
        for (const [id, name] of names) expect(name !== 'unknown').toBe(known.includes(id));
        const filters = sent.map((url) => url.searchParams.get('$filter') ?? '');
        for (const filter of filters) {
          const ids = [...filter.matchAll(/'([^']*)'/g)].map(([, id]) => id);
          expect(ids.length).toBeLessThanOrEqual(15);
          expect(ids.every((id) => people.some((person) => person === id))).toBe(true);
        }
      }),
    );
  });

  it('come over plain http from an emulated Azure, page by page', async () => {
    const { directory, sent } = await createScene({ local: 'http://localhost:8123' });
    const people = ['owner', 'reader', 'contributor', 'nobody', 'guestOwner', 'mfaOwner', 'eligibleOwner'].map((name) =>
      principalId(personaId(name)),
    );
    const names = await directory.names(people, never);
    expect([...names.values()]).not.toContain('unknown');
    expect(sent.length).toBeGreaterThan(1);
    expect(new Set(sent.map(({ origin }) => origin))).toEqual(new Set(['http://localhost:8123']));
  });

  it('are not followed to another origin, and not round in circles', async () => {
    const elsewhere = await createScene();
    await elsewhere.fault({ route: 'GET /v1.0/users', action: { kind: 'paging', trick: 'foreignOrigin' } });
    expect(await elsewhere.failure()).toMatchObject({ code: 'foreignAddress', origin: 'https://attacker.example' });
    expect(elsewhere.sent.length).toBe(1);
    const circle = await createScene();
    await circle.fault({ route: 'GET /v1.0/users', action: { kind: 'paging', trick: 'sameLinkForever' } });
    expect(await circle.failure()).toMatchObject({ code: 'badAnswer' });
  });
});

describe('what keeps names away', () => {
  it.each([
    [{ kind: 'html', status: 403 }, { code: 'badAnswer' }],
    [{ kind: 'body', damage: 'truncated' }, { code: 'badAnswer' }],
    [{ kind: 'lose' }, { code: 'noAnswer' }],
    [
      { kind: 'error', status: 503, code: 'ServiceNotAvailable' },
      { code: 'azureDown', azure: { code: 'ServiceNotAvailable', status: 503 } },
    ],
  ])('%j', async (action, problem) => {
    const scene = await createScene();
    await scene.fault({ route: 'GET /v1.0/users', action });
    expect(await scene.failure()).toMatchObject(problem);
    expect(scene.sent.length).toBe(1);
  });

  it.each([
    ['all', { code: 'throttled', retryAfterMs: 17_000 }],
    ['none', { code: 'throttled' }],
  ] as const)('a limit, with the time to come back where a browser may read it: %s', async (exposedHeaders, facts) => {
    const scene = await createScene({ switches: { exposedHeaders } });
    const action = { kind: 'throttle', retryAfter: 'seconds', seconds: 17, message: 'Too many requests.' };
    await scene.fault({ route: 'GET /v1.0/users', action });
    const { azure, ...problem } = await scene.failure();
    expect(problem).toEqual(facts);
    expect(azure).toMatchObject({ status: 429, message: 'Too many requests.' });
  });

  it('being a guest, a token without the permission, and one for Azure Resource Manager', async () => {
    const guest = await createScene({ persona: 'guestOwner' });
    expect(await guest.failure()).toMatchObject({
      code: 'notAllowed',
      azure: { code: 'Authorization_RequestDenied', clientRequestId: expect.any(String) as string },
    });
    const other = await createScene({ scope: `${cloud.graph}/User.Read` });
    expect(await other.failure()).toMatchObject({ code: 'notAllowed' });
    const arm = await createScene({ scope: cloud.armScope });
    expect(await arm.failure()).toMatchObject({ code: 'signInNeeded', azure: { code: 'InvalidAuthenticationToken' } });
  });
});
