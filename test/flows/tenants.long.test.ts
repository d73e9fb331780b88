import { expect, it } from 'vitest';
import { soon } from '../soon.ts';
import { tellings } from './tellings.ts';
import { openWorld } from './harness.ts';
import { subscription } from './places.ts';

const shop = subscription(18);
const store = subscription(4);

it.each(tellings(import.meta.filename))(
  'twoTenantOwner switches the tenant: nothing of the first is shown in the second, in %s',
  async (language) => {
    const world = await openWorld({ persona: 'twoTenantOwner', language });
    const { t, format, reads } = world;
    await reads(t.overview.may(format, 15, 15));
    await reads(store.name);
    await soon(() => expect(document.title).toContain('Contoso'));
    await world.choose(t.frame.tenant('Contoso'), /^Tailspin Toys/);
    await reads(t.overview.lead('Tailspin Toys'));
    await reads([t.overview.tickProblem, t.overview.account.guest]);
    await reads(shop.name);
    expect(world.says()).not.toContain(store.name);
    expect(document.title).toContain('Tailspin Toys');
    expect(world.writes()).toEqual([]);
  },
);

it('signing out and another account are asked of the session', async () => {
  const world = await openWorld();
  const { t } = world;
  await world.choose(t.frame.account('Jiwoo Kim (김지우)'), t.frame.switchAccount);
  await world.choose(t.frame.account('Jiwoo Kim (김지우)'), t.frame.signOut);
  expect(world.session().trips).toEqual([{ to: 'switchAccount' }, { to: 'signOut' }]);
});

it('where the list of tenants cannot be read, the tenant at hand keeps its id as its name', async () => {
  const broken = { kind: 'error', status: 500, code: 'InternalServerError', message: 'Oops.' };
  const world = await openWorld({ faults: [{ route: 'GET /tenants', action: broken }] });
  await world.reads(world.t.overview.lead('11111111-1111-4111-8111-111111111111'));
});
