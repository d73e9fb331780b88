import { fireEvent, screen } from '@testing-library/dom';
import { expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { managedPlatform } from '../emulator/worlds/offers.ts';
import { openWorld } from './harness.ts';
import { subscription } from './places.ts';
import { soon } from '../soon.ts';

/* People who know the app click before everything is drawn. */

it('a link that is followed before the delegations are read is followed', async () => {
  const world = await openWorld({ world: 'busy', path: paths.guide });
  const { t, find, follow } = world;
  const release = world.device.holdRequests(/ResourceGraph/);
  await follow(t.frame.delegations);
  await find('heading', t.delegations.title);
  const link = await find('link', t.guardrails.link);
  link.click();
  release();
  await find('heading', t.guardrails.title);
  await world.reads(t.guardrails.inherited);
  expect(location.pathname).toBe(paths.guardrails);
});

it('a subscription that is chosen at once keeps the offer that was just looked up', async () => {
  const identifier = 'northwind.managed-platform.standard';
  const world = await openWorld({ path: paths.addOffer });
  const { t, find, write } = world;
  const field = await screen.findByLabelText<HTMLSelectElement>(t.addOffer.subscription);
  await soon(() => expect(field.options.length).toBeGreaterThan(1));
  await write(t.addOffer.field, identifier);
  const lookUp = await find('button', t.addOffer.lookUp);
  const store = [...field.options].find(({ text }) => text === subscription(4).name);
  lookUp.click();
  fireEvent.change(field, { target: { value: store?.value } });
  await find('heading', managedPlatform.name);
  expect(new URLSearchParams(location.search).get('offer')).toBe(identifier);
  expect(new URLSearchParams(location.search).get('in')).toBe(store?.value);
});
