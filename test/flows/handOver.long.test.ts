import { within } from '@testing-library/dom';
import { expect, it } from 'vitest';
import { contosoPrincipals, personaId } from '../emulator/worlds/people.ts';
import { delegationsIn } from './azureSays.ts';
import { openWorld, type World } from './harness.ts';
import { resourceGroup, scopesPath, subscription } from './places.ts';
import { confirmAndRun } from './stories.ts';

const store = subscription(4);
const sap = subscription(6);
const hana = resourceGroup(6, 'rg-sap-hana-prod');
const treasury = subscription(16);

it('the Owners of Contoso Treasury are listed, with a link that opens the same selection for one of them', async () => {
  const world = await openWorld({ path: scopesPath([store]) });
  const { t, format, reads } = world;
  await world.press(t.delegate.whoFor(treasury.name));
  const dialog = await world.find('dialog', t.owners.title(treasury.name));
  const { treasurer, treasuryOwners } = contosoPrincipals;
  await reads(t.owners.lead, dialog);
  await reads([t.owners.noName, `${t.owners.type.user}, ${t.owners.direct}`, treasurer.id], dialog);
  await reads([`${t.owners.type.group}, ${t.owners.direct}`, treasuryOwners.id], dialog);
  await reads([`${t.owners.type.user}, ${t.owners.inherited}`, personaId('guestOwner')], dialog);
  await reads(t.owners.namesHint, dialog);
  const path = await copiedPath(world, t.owners.copyLink, dialog);
  await world.press(t.owners.close, dialog);
  await reads(t.delegate.summary(format, 1, 1, 0));
  world.close();

  const owner = await openWorld({ from: world, persona: 'guestOwner', guests: 'warn', path });
  await owner.reads(t.delegate.summary(format, 2, 2, 0));
  await owner.press(t.delegate.review);
  await owner.reads([t.review.numbers.delegate(format, 2), store.name, treasury.name]);
  expect([...world.writes(), ...owner.writes()]).toEqual([]);
});

it('what a guest has chosen opens for an Owner, who delegates it', async () => {
  const guest = await openWorld({ persona: 'guestOwner', path: scopesPath() });
  const { t, format } = guest;
  await guest.tick(t.delegate.selectRow(store.name));
  await guest.press(t.delegate.openGroups(sap.name));
  await guest.tick(t.delegate.selectRow(hana.name));
  await guest.reads(t.delegate.summaryOther(format, 2));
  const path = await copiedPath(guest, t.identity.copyLink);
  guest.close();

  const owner = await openWorld({ from: guest, path });
  await owner.reads(t.delegate.summary(format, 2, 1, 1));
  await owner.press(t.delegate.review);
  await confirmAndRun(owner, 2);
  await owner.find('heading', t.run.endedAll('2 scopes'));
  expect(delegationsIn(owner)).toEqual([store.id, hana.id]);
});

/** Copies a link, and answers the path it leads to. */
async function copiedPath(world: World, name: string, inside?: HTMLElement): Promise<string> {
  const [button] = within(inside ?? document.body).getAllByRole('button', { name });
  if (!button) throw new Error(`There is no button ${name}.`);
  await world.user.click(button);
  await world.reads(world.t.common.copied, inside);
  const link = new URL(await navigator.clipboard.readText());
  expect(link.origin).toBe(window.location.origin);
  return `${link.pathname}${link.search}`;
}
