import { describe, expect, it } from 'vitest';
import { tellings } from './tellings.ts';
import { delegationsIn } from './azureSays.ts';
import { openWorld } from './harness.ts';
import { reviewPath, scopesPath, subscription } from './places.ts';
import { confirmAndRun } from './stories.ts';

const management = subscription(2);
const store = subscription(4);

describe.each(tellings(import.meta.filename))('in %s', (language) => {
  it('externalMemberOwner is warned, and may delegate', async () => {
    const world = await openWorld({ language, persona: 'externalMemberOwner', path: scopesPath([store]) });
    const { t, format, reads } = world;
    await reads([t.identity.externalTitle, t.identity.externalWhat]);
    await reads(t.readiness.warning.externalMember, await world.row(store.name));
    await world.press(t.delegate.review);
    await reads(t.readiness.warning.externalMember);
    await confirmAndRun(world, 1);
    await world.find('heading', t.run.endedAll(t.common.scopes(format, 1)));
    expect(delegationsIn(world)).toEqual([store.id]);
  });

  it('conditionedOwner is warned at the review that Azure may still refuse', async () => {
    const world = await openWorld({ language, persona: 'conditionedOwner', path: reviewPath([store]) });
    await world.reads([world.t.readiness.warning.conditionedRole, store.name]);
    await world.find('checkbox', /./);
    expect(world.writes()).toEqual([]);
  });

  it('unlabelledOwner reads that the guest flag was not provided, and may delegate', async () => {
    const world = await openWorld({ language, persona: 'unlabelledOwner' });
    const { t, format, reads } = world;
    await reads(t.overview.account.memberAssumed);
    await reads(t.overview.may(format, 15, 16));
    await world.press(t.frame.account('Oona Virtanen'));
    await reads(t.frame.memberAssumed);
  });
});

describe('where the installation lets guests try', () => {
  const guest = { persona: 'guestOwner', guests: 'warn' } as const;

  it('a guest is warned, and reads what Azure says to it', async () => {
    const world = await openWorld({ ...guest, path: scopesPath([store, management]) });
    const { t, reads } = world;
    await reads([t.identity.guestWarnTitle, t.identity.guestWarnWhat]);
    await reads(t.readiness.warning.guest, await world.row(store.name));
    await world.press(t.delegate.review);
    await confirmAndRun(world, 2);
    await world.find('heading', t.run.endedNone);
    const { title, what, next } = t.problems.notOwner({ code: 'notOwner' });
    await reads([`${t.run.state.failed}: ${title}`, what, next], await world.row(store.name));
    await reads('InsufficientPrivilegesForManagedServiceResource', await world.row(management.name));
    expect(world.written()).toEqual([]);
    expect(delegationsIn(world)).toEqual([]);
  });

  it('a guest delegates where Azure allows it', async () => {
    const world = await openWorld({ ...guest, switches: { guests: 'allowed' }, path: reviewPath([store]) });
    await confirmAndRun(world, 1);
    await world.find('heading', world.t.run.endedAll('1 scope'));
    expect(delegationsIn(world)).toEqual([store.id]);
  });
});
