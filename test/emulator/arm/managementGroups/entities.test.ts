import { describe, expect, it } from 'vitest';
import { createEmulator } from '../../emulator.ts';

const arm = 'https://management.azure.com';

async function entitiesFor(persona: string) {
  const emulator = createEmulator({ world: 'busy', timing: 'instant' });
  const ask = async (url: string, init: RequestInit) => (await emulator.handle(new Request(url, init))).json();
  const body = JSON.stringify({ persona });
  const { access_token } = await ask(`${arm}/_emulator/token`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  });
  const headers = { authorization: `Bearer ${access_token}` };
  const entities = [];
  let url = `${arm}/providers/Microsoft.Management/getEntities?api-version=2021-04-01`;
  for (let pages = 0; url !== '' && pages < 50; pages += 1) {
    const page = await ask(url, { method: 'POST', headers });
    entities.push(...page.value);
    url = page.nextLink ?? '';
  }
  return { entities, world: emulator.context.world };
}

describe('getEntities', () => {
  it('names the groups above each subscription, the root first', async () => {
    const { entities, world } = await entitiesFor('owner');
    const subscriptions = entities.filter((entity) => entity.type === '/subscriptions');
    expect(subscriptions.length).toBeGreaterThan(3);
    for (const { name, properties } of subscriptions) {
      expect(properties.parentNameChain[0]).toBe(world.customerTenantId);
      expect(properties.parentNameChain.at(-1)).toBe(world.subscriptions.get(name)?.managementGroup);
      expect(properties.parent.id).toMatch(new RegExp(`/${properties.parentNameChain.at(-1)}$`));
      expect(properties.parentDisplayNameChain).toHaveLength(properties.parentNameChain.length);
    }
  });

  it('shows nothing to somebody without a role', async () => {
    expect((await entitiesFor('nobody')).entities).toEqual([]);
  });
});
