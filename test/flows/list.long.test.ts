import { fireEvent, screen, waitFor } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';
import { openWorld, type World } from './harness.ts';
import { resourceGroup, scopesPath, subscription } from './places.ts';

const connectivity = subscription(1);
const management = subscription(2);
const identity = subscription(3);
const store = subscription(4);
const sap = subscription(6);
const hana = resourceGroup(6, 'rg-sap-hana-prod');
const platform = 'Tenant Root Group / Contoso / Platform';

/** Opens the list of scopes, with everything checked. */
async function openList(path = scopesPath()): Promise<World> {
  const world = await openWorld({ path });
  await world.reads(world.t.readiness.ready, await world.row(management.name));
  await world.reads(world.t.readiness.needsRegistration, await world.row(sap.name));
  await world.reads(`${world.t.delegate.filter.notChecked} 0`);
  return world;
}

const checkbox = ({ find, t }: World, name: string) => find('checkbox', t.delegate.selectRow(name));

async function hasFocus(world: World, name: string): Promise<void> {
  const box = await checkbox(world, name);
  await waitFor(() => expect(document.activeElement).toBe(box));
}

describe('finding scopes', () => {
  it('by their name, an id or a tag, in any letters', async () => {
    const world = await openList();
    const { t, write, reads, rows } = world;
    await write(t.delegate.search, 'SAP dns');
    await reads(t.delegate.emptyFiltered);
    await world.press(t.delegate.showAll);
    await write(t.delegate.search, 's/4hana');
    await waitFor(() =>
      expect(rows()).toEqual([expect.stringContaining('Production'), expect.stringContaining(sap.name)]),
    );
    await write(t.delegate.search, '부서=재무');
    await waitFor(() => expect(rows().at(-1)).toContain('Contoso Treasury'));
    await write(t.delegate.search, '5a000002');
    await waitFor(() => expect(rows().at(-1)).toContain(management.name));
  });

  it('by what may be done with them, with the number beside it', async () => {
    const world = await openList();
    const { t, find, user, rows } = world;
    await user.click(await find('tab', new RegExp(`^${t.delegate.filter.ready} 3`)));
    expect(rows().filter((row) => row.includes(t.readiness.ready))).toHaveLength(3);
    await user.click(await find('tab', new RegExp(`^${t.delegate.filter.blocked} 5`)));
    expect(rows().filter((row) => row.includes(t.readiness.blocked))).toHaveLength(5);
    expect(world.says()).not.toContain(management.name);
  });

  it('by management group and by tag', async () => {
    const world = await openList();
    const { t, choose, rows } = world;
    await choose(t.delegate.managementGroup, new RegExp(`^${platform} `));
    await waitFor(() => expect(rows().length).toBe(4));
    for (const { name } of [connectivity, identity, management]) await world.row(name);
    await choose(t.delegate.managementGroup, t.delegate.anyGroup);
    await choose(t.delegate.tag, /^costCenter=CC-2200 /);
    await waitFor(() => expect(rows().slice(1)).toEqual([expect.stringContaining(sap.name)]));
  });
});

describe('choosing scopes', () => {
  it('all that can be delegated, those found, or one management group', async () => {
    const world = await openList();
    const { t, format, press, reads, write } = world;
    await press(t.delegate.selectAllReady(format, 12));
    await reads(t.delegate.summary(format, 12, 3, 9));
    // Fluent's closed lists hold a button of the same name, which only a style sheet hides.
    await world.user.click(await screen.findByText(t.delegate.clear));
    await reads(t.delegate.summary(format, 0, 0, 0));
    await write(t.delegate.search, 'platform -');
    await press(t.delegate.selectAllReady(format, 3));
    await write(t.delegate.search, ' ');
    await reads(t.delegate.summary(format, 3, 1, 2));
    await world.tick(t.delegate.selectGroup(platform));
    await reads(t.delegate.summary(format, 0, 0, 0));
    await world.tick(t.delegate.selectGroup(platform));
    await reads(t.delegate.summary(format, 3, 1, 2));
  });

  it('a subscription includes its resource groups', async () => {
    const world = await openList();
    const { t, format, reads, press, tick } = world;
    await press(t.delegate.openGroups(sap.name));
    await tick(t.delegate.selectRow(hana.name));
    await reads(t.delegate.summary(format, 1, 0, 1));
    await tick(t.delegate.selectRow(sap.name));
    await reads(t.delegate.coveredByAbove, await world.row(hana.name));
    await reads(t.delegate.summary(format, 1, 0, 1));
  });

  it('a range, with Shift', async () => {
    const world = await openList();
    const { t, format, user, reads } = world;
    await user.click(await checkbox(world, connectivity.name));
    await user.keyboard('{Shift>}');
    await user.click(await checkbox(world, management.name));
    await user.keyboard('{/Shift}');
    await reads(t.delegate.summary(format, 3, 1, 2));
  });

  it('with the keyboard alone', async () => {
    const world = await openList();
    const { t, format, user, reads } = world;
    const first = await checkbox(world, connectivity.name);
    first.focus();
    await user.keyboard(' ');
    await reads(t.delegate.summary(format, 1, 0, 1));
    await user.keyboard('{ArrowDown}');
    await hasFocus(world, identity.name);
    await user.keyboard('{ArrowDown}');
    await hasFocus(world, management.name);
    await user.keyboard('{Shift>} {/Shift}');
    await reads(t.delegate.summary(format, 3, 1, 2));
    await user.keyboard('{ArrowUp}');
    await hasFocus(world, identity.name);
  });

  it('with an arrow key the focus moves at once: whatever key follows must meet that row', async () => {
    const world = await openList();
    const first = await checkbox(world, connectivity.name);
    first.focus();
    fireEvent.keyDown(first, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(await checkbox(world, identity.name));
  });
});

describe('a choice', () => {
  it('survives the way to the review and back, and a reload', async () => {
    const world = await openList();
    const { t, format, reads, tick, press } = world;
    await tick(t.delegate.selectRow(store.name));
    await press(t.delegate.openGroups(sap.name));
    await tick(t.delegate.selectRow(hana.name));
    await press(t.delegate.review);
    await press(t.review.changeSelection);
    await reads(t.delegate.summary(format, 2, 1, 1));
    const address = `${location.pathname}${location.search}`;
    world.close();
    const reloaded = await openWorld({ from: world, path: address });
    await reloaded.reads(t.delegate.summary(format, 2, 1, 1));
    expect(await checkbox(reloaded, hana.name)).toHaveProperty('checked', true);
    expect(reloaded.writes()).toEqual([]);
  });

  it('survives the browser’s own Back', async () => {
    const world = await openList();
    const { t, format, reads, tick, press } = world;
    await tick(t.delegate.selectRow(store.name));
    await reads(t.delegate.summary(format, 1, 1, 0));
    await press(t.delegate.review);
    await world.find('heading', t.review.confirmTitle);
    window.history.back();
    await reads(t.delegate.summary(format, 1, 1, 0));
  });
});
