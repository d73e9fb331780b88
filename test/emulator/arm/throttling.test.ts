import { describe, expect, it } from 'vitest';
import { ask, testContext } from './testing/ask.ts';
import { registered, unregistered, type Who } from './testing/names.ts';

const groups = (id: string): string => `/subscriptions/${id}/resourceGroups?api-version=2021-04-01`;
const register = `/subscriptions/${registered}/providers/Microsoft.ManagedServices/register?api-version=2021-04-01`;

async function times(count: number, one: () => Promise<{ readonly status: number }>): Promise<number[]> {
  const statuses: number[] = [];
  for (let index = 0; index < count; index += 1) statuses.push((await one()).status);
  return statuses;
}

describe('the token buckets', () => {
  it('let 250 reads of a subscription through, refuse the next with the wait, and refill 25 a second', async () => {
    const context = testContext();
    const read = (who: Who = 'owner', id: string = registered) => ask(context, who, 'GET', groups(id));
    const first = await read();
    expect(first.headers.get('x-ms-ratelimit-remaining-subscription-reads')).toBe('249');
    expect(first.headers.get('x-ms-ratelimit-remaining-subscription-global-reads')).toBe('3749');
    expect(new Set(await times(249, read))).toEqual(new Set([200]));

    const refused = await read();
    expect([refused.status, refused.code]).toEqual([429, 'SubscriptionRequestsThrottled']);
    expect(refused.headers.get('Retry-After')).toBe('1');
    expect(refused.message).toContain("Please try again after '1' seconds");
    expect(refused.message).toContain(`Number of 'read' requests for subscription '${registered}'`);

    expect((await read('reader')).status).toBe(200);
    expect((await read('owner', unregistered)).status).toBe(200);
    context.clock.advance(1000);
    expect(await times(26, read)).toEqual([...Array<number>(25).fill(200), 429]);
  });

  it('count writes apart from reads, 200 at once and 10 a second', async () => {
    const context = testContext();
    const write = () => ask(context, 'owner', 'POST', register);
    expect((await write()).headers.get('x-ms-ratelimit-remaining-subscription-writes')).toBe('199');
    expect(new Set(await times(199, write))).toEqual(new Set([200]));
    expect((await write()).status).toBe(429);
    expect((await ask(context, 'owner', 'GET', groups(registered))).status).toBe(200);
    context.clock.advance(300);
    expect(await times(4, write)).toEqual([200, 200, 200, 429]);
  });

  it('have one for the tenant, for URLs without a subscription, and Resource Graph reads from it', async () => {
    const context = testContext();
    const list = () => ask(context, 'owner', 'GET', '/subscriptions?api-version=2022-12-01');
    expect((await list()).headers.get('x-ms-ratelimit-remaining-tenant-reads')).toBe('249');
    const query = { query: 'ResourceContainers | take 1' };
    const graph = await ask(
      context,
      'owner',
      'POST',
      '/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01',
      query,
    );
    expect(graph.headers.get('x-ms-ratelimit-remaining-tenant-reads')).toBe('248');
    await times(248, list);
    expect((await list()).code).toBe('TenantRequestsThrottled');
  });

  it('are full again in a new world', async () => {
    const context = testContext();
    await times(251, () => ask(context, 'owner', 'GET', groups(registered)));
    context.world = testContext().world;
    expect((await ask(context, 'owner', 'GET', groups(registered))).status).toBe(200);
  });
});
