import { screen } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';
import type { Emulator } from '../emulator/emulator.ts';
import { managedPlatform } from '../emulator/worlds/offers.ts';
import { openWorld, type World } from './harness.ts';
import { subscription } from './places.ts';
import { long } from '../long.ts';
import { soon } from '../soon.ts';

const identifier = 'northwind.managed-platform.standard';

/** What accepting in the portal leaves behind: a copy with its plan in one subscription. */
async function acceptInPortal({ colleague }: World, into: string): Promise<void> {
  const { plan, name, ...rest } = managedPlatform;
  const named = { ...rest, registrationDefinitionName: name };
  await colleague('POST', `${into}/providers/Microsoft.ManagedServices/register`);
  await colleague(
    'PUT',
    `${into}/providers/Microsoft.ManagedServices/registrationDefinitions/5f7c2f0e-0000-4000-8000-000000000001`,
    { properties: named, plan },
  );
}

function nothingAccepted({ context }: Emulator): void {
  context.world.assignments.clear();
  context.world.definitions.clear();
}

describe('an offer from the marketplace', () => {
  it('is looked up by a link, shown in full, accepted in the portal and found on return', async () => {
    const world = await openWorld({ path: `/?offer=${identifier}`, prepare: nothingAccepted });
    const { t, find, reads, follow, user } = world;
    await find('heading', t.addOffer.title);
    await find('heading', managedPlatform.name);
    await reads(t.addOffer.newest);
    await reads([t.addOffer.publisher, 'Northwind Managed Services']);
    await reads('Virtual Machine Contributor');
    await reads(t.offerCheck.clean);
    await reads(t.addOffer.means);

    const into = subscription(1);
    const field = await screen.findByLabelText(t.addOffer.subscription);
    await user.selectOptions(field, into.name);
    await soon(() =>
      expect(
        world.requests().some(({ url }) => url.startsWith(`${into.id}/providers/`) && url.includes('marketplace')),
      ).toBe(true),
    );
    await find('heading', managedPlatform.name);
    const toPortal = await find('link', t.addOffer.openPortal);
    toPortal.addEventListener('click', (event) => event.preventDefault());
    await follow(t.addOffer.openPortal);
    await reads(t.addOffer.waitHint);
    window.dispatchEvent(new Event('focus'));
    await reads(t.addOffer.notYet);
    await acceptInPortal(world, into.id);
    window.dispatchEvent(new Event('focus'));
    await find('heading', t.delegate.title(managedPlatform.name));
    expect(world.writes()).toEqual([]);
  });

  it('says what is wrong with an identifier, and keeps what was typed', long, async () => {
    const { t, reads, write, press, find } = await openWorld({ path: '/offers' });
    await press(t.addOffer.add);
    await find('heading', t.addOffer.title);
    await write(t.addOffer.field, 'northwind.managed');
    await press(t.addOffer.lookUp);
    await reads(t.addOffer.refused.tooFewParts);
    expect(await find('textbox', t.addOffer.field)).toHaveProperty('value', 'northwind.managed');
    await write(t.addOffer.field, `${identifier}.9.9.9`);
    await press(t.addOffer.lookUp);
    await reads(t.addOffer.unknownVersion('9.9.9', '1.0.0'));
    await press(t.addOffer.seeNewest('1.0.0'));
    await reads(t.addOffer.acceptedTitle('1.0.0'));
    await write(t.addOffer.field, 'northwind.nothing.here');
    await press(t.addOffer.lookUp);
    await reads([t.addOffer.unknownTitle, t.addOffer.unknownPrivate]);
  });
});

describe('a private plan', () => {
  it('shows only to the subscriptions it is for', long, async () => {
    const plan = 'northwind.managed-platform.premium-contoso';
    const { t, reads, user, find } = await openWorld({ world: 'busy', path: `/offers/add?offer=${plan}` });
    await reads([t.addOffer.unknownTitle, t.addOffer.unknownPrivate]);
    const field = await screen.findByLabelText(t.addOffer.subscription);
    await soon(() => expect(field.querySelectorAll('option').length).toBeGreaterThan(1));
    await user.selectOptions(field, subscription(6).name);
    await reads(t.addOffer.unknownPrivateHere);
    await user.selectOptions(field, subscription(4).name);
    await find('heading', managedPlatform.name);
    await reads(t.addOffer.privateWhat);
  });
});

describe('the link for a customer', () => {
  it('is made from the identifier, with a text in both languages', long, async () => {
    const { t, reads, write, press, follow, find } = await openWorld({ path: '/guide' });
    await follow(t.providerLink.guide);
    await write(t.providerLink.field, identifier);
    await press(t.providerLink.make);
    await reads(`${window.location.origin}/offers/add?offer=${identifier}`);
    await reads('Hello,');
    await reads('안녕하세요.');
    await follow(t.providerLink.show);
    await find('heading', managedPlatform.name);
  });
});
