import { expect, it } from 'vitest';
import { openWorld } from './harness.ts';
import { scopesPath } from './places.ts';

it('a tenant of 5,000 subscriptions: more scopes than fit a link are chosen by their filter', async () => {
  const t0 = performance.now();
  const world = await openWorld({ world: 'large', path: scopesPath() });
  console.log('open', performance.now() - t0);
  const { t, format, reads, write, press } = world;
  await reads(`${t.delegate.filter.all} 5,000`);
  console.log('listed', performance.now() - t0, world.rows().length, world.requests().length);
  await write(t.delegate.search, 'Retail North prod');
  console.log('written', performance.now() - t0, world.rows().length, world.requests().length);
  await new Promise((r) => setTimeout(r, 3000));
  console.log(world.says().slice(0, 1500), world.requests().length, performance.now() - t0);
});
