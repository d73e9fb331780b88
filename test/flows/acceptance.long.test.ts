import { screen } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';
import { tenantId } from '../../src/domain/ids.ts';
import type { Emulator } from '../emulator/emulator.ts';
import { managedPlatform } from '../emulator/worlds/offers.ts';
import { northwind } from '../emulator/worlds/tenants.ts';
import { copiesIn, delegationsIn } from './azureSays.ts';
import { openWorld, type World } from './harness.ts';
import { subscription, type Place } from './places.ts';
import { soon } from '../soon.ts';

const identifier = 'northwind.managed-platform.standard';
const privatePlan = 'northwind.managed-platform.premium-contoso';
const addPath = (offer: string) => `/offers/add?offer=${offer}`;

function nothingAccepted({ context }: Emulator): void {
  context.world.assignments.clear();
  context.world.definitions.clear();
}

async function choose({ t, user }: World, { name }: Place): Promise<void> {
  const field = await screen.findByLabelText(t.addOffer.subscription);
  await soon(() => expect(field.querySelectorAll('option').length).toBeGreaterThan(1));
  await user.selectOptions(field, name);
}

/** The offer as the chosen subscription sees it is shown. */
async function isFor({ t, says }: World): Promise<void> {
  await soon(() => expect(says()).not.toContain(t.acceptHere.choose));
}

async function acceptHere(world: World, into: Place): Promise<void> {
  const { t, press, reads, tick } = world;
  await choose(world, into);
  await isFor(world);
  await press(t.acceptHere.other);
  await reads([t.acceptHere.will(into.name), t.acceptHere.unproven]);
  expect(world.writes()).toEqual([]);
  const provider = northwind.displayName;
  await tick(t.acceptHere.confirm(provider, tenantId(northwind.id), '1.0.0', into.name));
  await press(t.acceptHere.action);
}

describe('accepting without the portal', () => {
  it('writes one copy with its plan, delegates nothing, and reads it back', async () => {
    const into = subscription(1);
    const world = await openWorld({ path: addPath(identifier), prepare: nothingAccepted });
    await acceptHere(world, into);
    await world.find('heading', world.t.change.endedAll.accept(world.t.change.steps(world.format, 1)));
    expect(copiesIn(world)).toEqual([into.id]);
    expect(delegationsIn(world)).toEqual([]);
    const [stored] = world.emulator.context.world.definitions.values();
    expect(stored?.plan).toEqual(managedPlatform.plan);
    expect(stored?.properties.authorizations).toHaveLength(managedPlatform.authorizations.length);
    expect(stored?.properties.eligibleAuthorizations).toHaveLength(1);
  });

  it.each(['en', 'ko'] as const)('says in %s where to go when Azure wants it done in the portal', async (language) => {
    const world = await openWorld({
      language,
      path: addPath(identifier),
      prepare: nothingAccepted,
      switches: { acceptanceOutsidePortal: 'refused' },
    });
    await acceptHere(world, subscription(1));
    const { title, what, next } = world.t.problems.acceptInPortal({ code: 'acceptInPortal' });
    await world.find('heading', world.t.change.endedNone);
    await world.reads([title, what, next]);
    expect(world.has('link', world.t.offers.openPortal)).toBe(true);
    expect(copiesIn(world)).toEqual([]);
  });

  it('needs a subscription, and leads back to the portal’s way', async () => {
    const world = await openWorld({ path: addPath(identifier), prepare: nothingAccepted });
    const { t, reads, press, find } = world;
    await reads(t.acceptHere.choose);
    await choose(world, subscription(1));
    await isFor(world);
    await press(t.acceptHere.other);
    await press(t.acceptHere.back);
    await find('link', t.addOffer.openPortal);
    expect(world.writes()).toEqual([]);
  });
});

describe('an offer that cannot be had everywhere', () => {
  const reseller = subscription(12);
  const leadsTo = async ({ find, t }: World, portal: string) =>
    expect((await find('link', t.offers.openPortal)).getAttribute('href')?.slice(0, portal.length)).toBe(portal);

  it('says that a private plan is not for a subscription of a CSP reseller', async () => {
    const world = await openWorld({ world: 'busy', path: addPath(privatePlan) });
    await world.reads(world.t.addOffer.unknownTitle);
    await choose(world, reseller);
    await world.reads([world.t.addOffer.unknownPrivateHere, world.t.addOffer.cspPrivate]);
  });

  it('says that a public plan is for it', async () => {
    const world = await openWorld({ path: addPath(identifier), prepare: nothingAccepted });
    await choose(world, reseller);
    await world.reads([world.t.addOffer.cspTitle, world.t.addOffer.cspPublic, world.t.offers.openPortal]);
    await leadsTo(world, 'https://portal.azure.com/');
  });

  it.each(['en', 'ko'] as const)('says in %s that a preview shows to its audience only', async (language) => {
    const offer = 'northwind.managed-platform-preview.standard';
    const world = await openWorld({ language, path: addPath(offer), prepare: nothingAccepted });
    await world.reads([world.t.addOffer.unknownTitle, world.t.addOffer.unknownPreview]);
    const { managedByTenantId, authorizations } = managedPlatform;
    await world.control('publish', {
      publisher: 'northwind',
      product: 'managed-platform-preview',
      plan: 'standard',
      version: '0.1.0',
      offerDisplayName: 'Northwind Preview',
      managedByTenantId,
      authorizations,
      privateTo: [subscription(1).id.split('/')[2]],
    });
    await choose(world, subscription(1));
    await world.find('heading', 'Northwind Preview');
    await world.reads([world.t.addOffer.privateWhat, world.t.addOffer.unknownPreview]);
  });

  it('says what a national cloud lacks, and still looks', async () => {
    const world = await openWorld({ path: addPath(identifier), config: { cloud: 'usgov' }, prepare: nothingAccepted });
    await world.reads([world.t.addOffer.nationalTitle, world.t.addOffer.nationalWhat, world.t.offers.openPortal]);
    await leadsTo(world, 'https://portal.azure.us/');
    await world.find('heading', managedPlatform.name);
  });

  it('says that the marketplace knows no such plan, with two ways on', async () => {
    const world = await openWorld({ language: 'ko', path: addPath('northwind.managed-platform.gold') });
    const { t } = world;
    await world.reads([t.addOffer.unknownTitle, t.addOffer.unknownWhat]);
    await world.find('link', t.offers.openPortal);
    await world.find('link', t.addOffer.openMarketplace);
    expect(world.has('button', t.acceptHere.other)).toBe(false);
    expect(world.writes()).toEqual([]);
  });
});
