import { describe, expect, it } from 'vitest';
import { anySubscription, createScene, factsOf } from '../../../test/azure/scene.ts';
import { subscriptionScope } from '../../domain/ids.ts';

const never = new AbortController().signal;

describe('every request', () => {
  it('can be found again: its own id, one correlation id for all that are not part of a run', async () => {
    const scene = await createScene();
    const ids = scene.ids();
    await Promise.all([scene.azure.tenants(never), scene.azure.eligibleRoles(never)]);
    await scene.azure.port.readRegistration(anySubscription(scene), ids);
    const requests = scene.requests();
    expect(new Set(requests.map((request) => request.clientRequestId)).size).toBe(requests.length);
    const last = requests.at(-1);
    expect([last?.clientRequestId, last?.correlationRequestId]).toEqual([ids.clientRequestId, ids.correlationId]);
    const others = new Set(requests.slice(0, -1).map((request) => request.correlationRequestId));
    expect(others.size).toBe(1);
    expect(others).not.toContain(undefined);
  });
});

describe('a list', () => {
  it('is read to its last page', async () => {
    const scene = await createScene({ pageSize: 1 });
    const tenants = await scene.azure.tenants(never);
    const few = await createScene({ pageSize: 1, persona: 'twoTenantOwner' });
    expect(tenants.map(({ name }) => name)).toEqual(['Contoso']);
    expect((await few.azure.tenants(never)).length).toBe(2);
    expect(few.requests().length).toBe(2);
  });

  it.each(['http://localhost:8123', undefined])('that leads elsewhere is not followed (local: %s)', async (local) => {
    const scene = await createScene({ pageSize: 1, persona: 'twoTenantOwner', ...(local && { local }) });
    await scene.fault({ route: 'GET /tenants', action: { kind: 'paging', trick: 'foreignOrigin' } });
    const facts = await factsOf(scene.azure.tenants(never));
    expect(facts).toMatchObject({ code: 'foreignAddress', origin: expect.stringMatching(/^https?:/) });
    expect(scene.requests().length).toBe(1);
  });

  it('that leads back to itself is not followed for ever', async () => {
    const scene = await createScene({ pageSize: 1, persona: 'twoTenantOwner' });
    await scene.fault({ route: 'GET /tenants', action: { kind: 'paging', trick: 'sameLinkForever' } });
    expect(await factsOf(scene.azure.tenants(never))).toEqual({ code: 'badAnswer' });
    const reader = await createScene({ pageSize: 1 });
    await reader.fault({ route: 'GET /**/roleAssignments', action: { kind: 'paging', trick: 'sameLinkForever' } });
    expect(await factsOf(reader.azure.owners(anySubscription(reader), never))).toEqual({ code: 'badAnswer' });
  });

  it('may have empty pages', async () => {
    const scene = await createScene({ pageSize: 1, persona: 'twoTenantOwner' });
    await scene.fault({ route: 'GET /tenants', nth: 1, action: { kind: 'paging', trick: 'emptyPage' } });
    expect((await scene.azure.tenants(never)).length).toBe(2);
  });

  it('comes over plain http from an emulated Azure, with links put back', async () => {
    const scene = await createScene({ pageSize: 1, persona: 'twoTenantOwner', local: 'http://localhost:8123' });
    expect((await scene.azure.tenants(never)).length).toBe(2);
  });
});

describe('an answer that is not Azure’s, or broken', () => {
  it.each([
    [{ kind: 'html', status: 200 }, 'badAnswer'],
    [{ kind: 'html', status: 403 }, 'badAnswer'],
    [{ kind: 'body', damage: 'empty' }, 'badAnswer'],
    [{ kind: 'body', damage: 'truncated' }, 'badAnswer'],
    [{ kind: 'body', damage: 'notJson' }, 'badAnswer'],
  ])('to a read: %j', async (action, code) => {
    const scene = await createScene();
    await scene.fault({ route: 'GET /tenants', action });
    expect(await factsOf(scene.azure.tenants(never))).toEqual({ code });
    const other = await createScene();
    await other.fault({ route: 'GET /**/permissions', action });
    const reading = other.azure.permissions(subscriptionScope(anySubscription(other)), never);
    expect(await factsOf(reading)).toEqual({ code });
  });

  it('with fields that nobody knows is read all the same', async () => {
    const scene = await createScene();
    await scene.fault({ route: 'GET /tenants', action: { kind: 'body', damage: 'unknownFields' } });
    expect((await scene.azure.tenants(never)).length).toBe(1);
  });

  it.each(['wrapped', 'unwrapped'])('errors are read %s', async (shape) => {
    const scene = await createScene();
    const action = { kind: 'error', status: 409, code: 'ScopeLocked', message: 'Locked.', shape };
    await scene.fault({ route: 'POST /**/register', action });
    expect(await factsOf(scene.azure.registerProvider(anySubscription(scene), scene.ids()))).toEqual({
      code: 'locked',
    });
  });
});

describe('a challenge for more than the token proves', () => {
  it('is answered once with a token made for it', async () => {
    const asked: string[] = [];
    const better = async (claims: string): Promise<string> => {
      asked.push(claims);
      return mfaToken;
    };
    const scene = await createScene({ persona: 'mfaOwner', onClaims: better, switches: { exposedHeaders: 'all' } });
    const mfaToken = await scene.token({ persona: 'mfaOwner', mfa: true });
    expect(await factsOf(scene.azure.registerProvider(anySubscription(scene), scene.ids()))).toBe('fine');
    expect(scene.requests().map(({ status }) => status)).toEqual([401, 200]);
    expect(asked).toEqual(['{"access_token":{"acrs":{"essential":true,"values":["p1"]}}}']);
    expect(await factsOf(scene.azure.registerProvider(anySubscription(scene), scene.ids()))).toBe('fine');
    expect(asked).toHaveLength(1);
  });

  it('is named, with its claims where the browser may read them', async () => {
    const scene = await createScene({ persona: 'mfaOwner', switches: { exposedHeaders: 'all' } });
    const facts = await factsOf(scene.azure.registerProvider(anySubscription(scene), scene.ids()));
    expect(facts).toEqual({ code: 'mfaNeeded', claims: expect.stringContaining('acrs') });
    const hidden = await createScene({ persona: 'mfaOwner', switches: { exposedHeaders: 'none' } });
    expect(await factsOf(hidden.azure.registerProvider(anySubscription(hidden), hidden.ids()))).toEqual({
      code: 'mfaNeeded',
    });
    expect(hidden.requests()).toHaveLength(1);
  });
});
