import { describe, expect, it } from 'vitest';
import { createScene } from '../../../test/azure/scene.ts';
import type { Estate, ResourceGroups } from '../../domain/estate.ts';
import type { SubscriptionId } from '../../domain/ids.ts';
import { problemOf } from '../../domain/problem.ts';
import { long } from '../../../test/long.ts';

const never = new AbortController().signal;

/** What both sources must agree on, in one order. */
function comparable({ subscriptions, copies, delegations }: Estate) {
  const byId = <Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] =>
    items.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return {
    subscriptions: byId(subscriptions),
    copies: byId(copies),
    // Resource Graph gives neither the expanded copy nor the time.
    delegations: byId(delegations).map(({ copy: _, createdAt: __, ...rest }) => rest),
  };
}

describe('the estate', () => {
  it.each(['small', 'busy'])('is the same from Resource Graph and from plain listings: %s', async (world) => {
    const graph = await (await createScene({ world })).azure.estate(never);
    const plain = await (await createScene({ world, switches: { resourceGraph: 'refused' } })).azure.estate(never);
    expect(graph.source).toBe('resourceGraph');
    expect(plain.source).toBe('arm');
    expect(graph.problems).toEqual([]);
    expect(plain.problems).toEqual([]);
    expect(graph.subscriptions.length).toBeGreaterThan(3);
    expect(comparable(plain)).toEqual(comparable(graph));
  });
});

type Scene = Awaited<ReturnType<typeof createScene>>;

describe('the resource groups of many subscriptions', () => {
  const readAllIn = ({ azure }: Scene, ids: readonly SubscriptionId[], signal = never) =>
    azure.allResourceGroups(ids, (id) => azure.resourceGroups(id, signal), signal);
  const sorted = (groups: ResourceGroups) =>
    [...groups]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([id, known]) => [
        id,
        known.state === 'known' ? known.value.toSorted((one, other) => (one.id < other.id ? -1 : 1)) : known.state,
      ]);

  it.each(['small', 'busy'])('are the same from Resource Graph and from plain listings: %s', async (world) => {
    const read = async (scene: Scene) => {
      const { subscriptions } = await scene.azure.estate(never);
      return readAllIn(
        scene,
        subscriptions.map(({ subscriptionId }) => subscriptionId),
      );
    };
    const scene = await createScene({ world });
    const graph = await read(scene);
    const asked = scene.requests().filter(({ url }) => url.includes('/resourceGroups'));
    const plain = await read(await createScene({ world, switches: { resourceGraph: 'refused' } }));
    expect(asked).toEqual([]);
    expect([...graph.values()].flatMap((known) => (known.state === 'known' ? known.value : [])).length).toBeGreaterThan(
      10,
    );
    expect(sorted(plain)).toEqual(sorted(graph));
  });

  it('of which one cannot be read, all others are there', async () => {
    const scene = await createScene({ switches: { resourceGraph: 'refused' } });
    const { subscriptions } = await scene.azure.estate(never);
    const [broken] = subscriptions;
    const down = { kind: 'error', status: 500, code: 'InternalServerError' };
    await scene.fault({ route: `GET ${broken?.id}/resourceGroups`, action: down });
    const ids = subscriptions.map(({ subscriptionId }) => subscriptionId);
    const found = await readAllIn(scene, ids);
    const unread = [...found].filter(([, { state }]) => state !== 'known');
    expect(unread).toEqual([
      [broken?.subscriptionId, { state: 'unknown', problem: expect.objectContaining({ code: 'azureDown' }) }],
    ]);
    expect(found.size).toBe(subscriptions.length);
  });
});

describe('a large estate', () => {
  it('is complete after a few dozen questions, within the quota, in the time that the quota allows', long, async () => {
    const scene = await createScene({ world: 'large', latency: 1000, pageSize: 100 });
    const { world } = scene.emulator.context;
    const start = scene.sim.now();
    const seen: { readonly at: number; readonly subscriptions: number; readonly expected: number | undefined }[] = [];
    const estate = await scene.azure.estate(never, (soFar, expected) => {
      seen.push({
        at: scene.sim.now() - start,
        subscriptions: soFar.subscriptions.length,
        expected: expected.subscriptions,
      });
    });
    const requests = scene.requests();
    expect(requests.every(({ status }) => status === 200)).toBe(true);
    expect(requests.length).toBeLessThanOrEqual(28);
    expect(scene.sim.now() - start).toBeLessThanOrEqual(7000);

    expect(estate.subscriptions.length).toBe(world.subscriptions.size);
    expect(estate.copies.length).toBe(world.definitions.size);
    expect(estate.delegations.length).toBe(world.assignments.size);
    const table = seen.find(({ subscriptions }) => subscriptions > 0);
    expect(table).toEqual({ at: 1000, subscriptions: 1000, expected: world.subscriptions.size });
  });
});

describe('an estate of which parts cannot be had', () => {
  it('comes from plain listings where Resource Graph is broken, and not where nobody answers', async () => {
    const broken = await createScene();
    const down = { kind: 'error', status: 500, code: 'InternalServerError' };
    await broken.fault({ route: 'POST /providers/Microsoft.ResourceGraph/resources', action: down });
    expect((await broken.azure.estate(never)).source).toBe('arm');
    const lost = await createScene();
    await lost.fault({
      route: 'POST /providers/Microsoft.ResourceGraph/resources',
      action: { kind: 'lose', when: 'beforeCommit' },
    });
    await expect(lost.azure.estate(never)).rejects.toMatchObject({ problem: { code: 'noAnswer' } });
  });

  it('comes from plain listings where Resource Graph knows of nothing yet', async () => {
    const scene = await createScene();
    const body = { totalRecords: 0, count: 0, resultTruncated: 'false', data: [] };
    await scene.fault({
      route: 'POST /providers/Microsoft.ResourceGraph/resources',
      action: { kind: 'answer', status: 200, body },
    });
    const estate = await scene.azure.estate(never);
    expect(estate.source).toBe('arm');
    expect(estate.subscriptions.length).toBeGreaterThan(3);
  });

  it('is empty for somebody without a role, and says so without a problem', async () => {
    const { azure } = await createScene({ persona: 'nobody' });
    const { problems, subscriptions, copies, delegations } = await azure.estate(never);
    expect([problems, subscriptions, copies, delegations]).toEqual([[], [], [], []]);
  });

  it('names once what could not be read, and keeps the rest', async () => {
    const scene = await createScene({ switches: { resourceGraph: 'refused' } });
    const action = { kind: 'error', status: 403, code: 'AuthorizationFailed', message: 'No.' };
    await scene.fault({ route: 'GET /**/registrationAssignments', action });
    await scene.fault({
      route: 'POST /providers/Microsoft.Management/getEntities',
      action: { ...action, code: 'Forbidden' },
    });
    const estate = await scene.azure.estate(never);
    expect(estate.problems.map(({ code, azure }) => [code, azure?.code])).toEqual([
      ['notAllowed', 'Forbidden'],
      ['notAllowed', 'AuthorizationFailed'],
    ]);
    expect(estate.delegations).toEqual([]);
    expect(estate.copies.length).toBeGreaterThan(0);
    expect(estate.subscriptions.every(({ managementGroups }) => managementGroups === undefined)).toBe(true);
  });

  it('stops when it is no longer wanted', async () => {
    const scene = await createScene({ latency: 500, switches: { resourceGraph: 'refused' } });
    const stop = new AbortController();
    const reading = scene.azure.estate(stop.signal).catch(problemOf);
    await scene.sim.wait(1200);
    stop.abort();
    expect(await reading).toMatchObject({ code: 'stopped' });
  });

  it('keeps subscriptions of other tenants, with the tenant they belong to', async () => {
    const scene = await createScene({ world: 'busy' });
    const foreign = (await scene.azure.estate(never)).subscriptions.filter(
      ({ tenantId }) => tenantId !== scene.emulator.context.world.customerTenantId,
    );
    expect(foreign.length).toBeGreaterThan(0);
    expect(foreign.every(({ managementGroups }) => managementGroups === undefined)).toBe(true);
  });
});
