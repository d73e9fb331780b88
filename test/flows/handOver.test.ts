import { expect, it } from 'vitest';
import { openWorld, type World } from './harness.ts';
import { scopesPath, subscription } from './places.ts';

const store = subscription(4);
const treasury = subscription(16);

it('the Owners of Contoso Treasury are listed, with a link that opens the same selection for one of them', async () => {
  const world = await openWorld({ path: scopesPath([store]) });
  const { t, format, reads } = world;
  await world.press(t.delegate.whoFor(treasury.name));
  const dialog = await world.find('dialog', t.owners.title(treasury.name));
  await reads(t.owners.lead, dialog);
  console.log(world.says(dialog));
  const path = await copiedPath(world, t.owners.copyLink, dialog);
  await world.press(t.owners.close, dialog);
  expect(world.writes()).toEqual([]);
  world.close();

  const other = await openWorld({ from: world, persona: 'guestOwner', path });
  await other.reads(other.t.delegate.summaryOther(format, 2));
  other.close();
});

/** Copies a link, and answers the path it leads to. */
async function copiedPath(world: World, name: string, inside: HTMLElement): Promise<string> {
  await world.press(name, inside);
  await world.reads(world.t.owners.copied, inside);
  const link = new URL(await navigator.clipboard.readText());
  expect(link.origin).toBe(window.location.origin);
  return `${link.pathname}${link.search}`;
}
