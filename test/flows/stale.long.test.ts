import { describe, expect, it } from 'vitest';
import { problemText } from '../../src/text/problemTexts.ts';
import { guidOf } from '../emulator/worlds/guid.ts';
import { managedPlatformNext } from '../emulator/worlds/offers.ts';
import { grant } from '../emulator/worlds/organisation.ts';
import { personaId } from '../emulator/worlds/people.ts';
import { managementGroupScope } from '../emulator/worlds/scopes.ts';
import { openWorld, type World } from './harness.ts';
import { reviewPath, subscription } from './places.ts';
import { confirmAndRun, delegateAsColleague } from './stories.ts';

const management = subscription(2);
const store = subscription(4);
const sap = subscription(6);
const aWhile = 60_000;

/** Opens a review, lets something happen while the person reads it, and confirms what they read. */
async function confirmAfter(happening: (world: World) => unknown): Promise<World> {
  const world = await openWorld({ path: reviewPath([store, sap]) });
  await world.find('heading', world.t.review.confirmTitle);
  await happening(world);
  world.device.passTime(aWhile);
  await confirmAndRun(world, 2);
  return world;
}

/** Somebody stores the offer's next version in a subscription. Answers the copy's id. */
async function storeNextVersion(world: World, { id }: { readonly id: string }): Promise<string> {
  const { authorizations, eligibleAuthorizations, managedByTenantId, plan, name } = managedPlatformNext;
  const { publisher, product, name: planName, version } = { ...plan };
  await world.control('publish', {
    publisher,
    product,
    plan: planName,
    version,
    authorizations,
    eligibleAuthorizations,
  });
  const copy = `${id}/providers/Microsoft.ManagedServices/registrationDefinitions/${guidOf('copy/next')}`;
  const properties = { registrationDefinitionName: name, managedByTenantId, authorizations, eligibleAuthorizations };
  await world.colleague('PUT', copy, { properties, plan });
  return copy;
}

describe('what changes between the review and the click is reviewed again, and nothing is written', () => {
  it('a scope is delegated to another version of the offer', async () => {
    const world = await confirmAfter(async (opened) => {
      await delegateAsColleague(opened, store, await storeNextVersion(opened, store));
    });
    const { t, format, reads, find, has } = world;
    await reads([t.review.staleTitle, t.review.staleWhat], await find('alert'));
    // The newest version that is stored is the one to be delegated: its access is shown.
    await reads(['Network Contributor', t.review.numbers.already(format, 1), store.name]);
    expect(world.writes()).toEqual([]);

    // The confirmation was given for something else: it has to be given again, for what is left.
    expect(has('button', t.review.action(format, 2))).toBe(false);
    await confirmAndRun(world, 1);
    await find('heading', t.run.endedAll('1 scope'));
    expect(world.written().filter((line) => line.startsWith('PUT'))).toEqual([expect.stringContaining(sap.id)]);
  });

  it('the right to do it is taken away', async () => {
    const world = await confirmAfter(({ emulator }) => {
      const { roleAssignments } = emulator.context.world;
      const owners = roleAssignments.findIndex(({ scope }) => scope.endsWith('/contoso'));
      roleAssignments.splice(owners, 1);
      grant(emulator.context.world, store.id, personaId('owner'), 'Owner');
      grant(emulator.context.world, managementGroupScope('contoso'), personaId('owner'), 'Reader');
    });
    const { t, format, reads } = world;
    await reads(t.review.staleTitle);
    await reads([t.review.numbers.delegate(format, 1), store.name]);
    await reads([t.review.numbers.cannot(format, 1), sap.name]);
    expect(world.writes()).toEqual([]);
  });

  it('the offer itself is gone', async () => {
    const world = await confirmAfter(({ emulator }) => emulator.context.world.definitions.clear());
    await world.reads([world.t.offer.notFoundTitle, world.t.offer.notFoundWhat]);
    expect(world.writes()).toEqual([]);
  });

  it('the provider has updated what it asks for', async () => {
    const world = await confirmAfter(({ emulator }) => {
      for (const copy of emulator.context.world.definitions.values()) {
        copy.properties = { ...copy.properties, authorizations: managedPlatformNext.authorizations };
      }
    });
    await world.reads(world.t.review.staleTitle);
    await world.reads('Network Contributor');
    expect(world.writes()).toEqual([]);
  });
});

describe('what only makes the run do less', () => {
  it('needs no second review: somebody has delegated or registered it already', async () => {
    const world = await confirmAfter(async (opened) => {
      await delegateAsColleague(opened, store);
      await opened.colleague('POST', `${sap.id}/providers/Microsoft.ManagedServices/register`);
    });
    const { t, reads, row } = world;
    await world.find('heading', t.run.endedAll('2 scopes'));
    await reads(t.run.state.already, await row(store.name));
    expect(world.writes()).toEqual([expect.stringMatching(`^PUT ${sap.id}/`)]);
  });
});

describe('what changes when the run has begun', () => {
  it('is seen before it is written over: another version delegated a moment ago is left alone', async () => {
    const world = await openWorld({ path: reviewPath([management, store]) });
    const { t, reads, row } = world;
    await world.find('heading', t.review.confirmTitle);
    await delegateAsColleague(world, store, await storeNextVersion(world, store));
    await confirmAndRun(world, 2);
    await world.find('heading', t.run.endedPartly('1', '2'));
    const { title, what, next } = problemText(t.problems, { code: 'changedByOther', what: 'delegation' });
    await reads([title, what, next], await row(store.name));
    await reads(t.run.state.done, await row(management.name));
    expect(world.writes()).toEqual([expect.stringMatching(`^PUT ${management.id}/`)]);
  });
});
