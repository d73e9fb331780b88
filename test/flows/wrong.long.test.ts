import { describe, expect, it } from 'vitest';
import type { ProblemFacts } from '../../src/domain/problem.ts';
import { paths } from '../../src/paths.ts';
import { tellings } from './tellings.ts';
import { problemText } from '../../src/text/problemTexts.ts';
import { openWorld, type World } from './harness.ts';
import { reviewPath, scopesPath, subscription } from './places.ts';

const management = subscription(2);
const store = subscription(4);
const down = { route: '* /**', action: { kind: 'lose' } };

function words({ t }: World, problem: ProblemFacts): readonly string[] {
  const { title, what, next } = problemText(t.problems, problem);
  return [title, what, next];
}

describe.each(tellings(import.meta.filename))('when Azure cannot be reached, in %s', (language) => {
  it.each([
    ['the overview', paths.overview, management.name],
    ['the offers', paths.offers, 'Northwind Managed Platform'],
    ['the registration', paths.registration, management.name],
    ['the choice of scopes', scopesPath(), management.name],
    ['the review', reviewPath([store]), store.name],
  ])('%s says so, and works again once it can', async (_, path, wanted) => {
    const world = await openWorld({ language, path, faults: [down] });
    await world.reads(words(world, { code: 'noAnswer', asked: 'read' }), await world.find('alert'));
    await world.repair();
    await world.press(world.t.common.retry);
    await world.reads(wanted);
  });

  it('a tenant without subscriptions says what may be the matter, and leads on', async () => {
    const world = await openWorld({ language, world: 'empty' });
    const { t, reads } = world;
    await reads([t.overview.tickProblem, t.delegate.emptyTitle, t.delegate.emptyWhat]);
    await world.follow(t.frame.offers);
    await reads([t.offers.emptyTitle, t.offers.emptyWhat, t.offers.reload, t.offers.emptyNext]);
    await world.follow(t.offers.emptyNext);
    await world.find('heading', t.guide.title);
    await world.follow(t.frame.registration);
    await reads([t.registration.emptyTitle, t.registration.emptyWhat]);
  });
});

describe('when something between the device and Azure answers', () => {
  it.each([
    ['the page of a network', { kind: 'html', status: 200 }, { code: 'badAnswer' }],
    ['half an answer', { kind: 'body', damage: 'truncated' }, { code: 'badAnswer' }],
    [
      'an error of Azure’s own',
      { kind: 'error', status: 503, code: 'ServerBusy', message: 'Busy.' },
      { code: 'azureDown' },
    ],
  ] as const)('%s: the offers say what happened', async (_, action, problem) => {
    const world = await openWorld({ path: paths.offers, faults: [{ route: '* /**', action }] });
    await world.reads([world.t.offers.failedTitle, ...words(world, problem)]);
    await world.repair();
    await world.press(world.t.common.retry);
    await world.row('Northwind Managed Platform');
  });
});

describe('what may not be known is said to be unknown', () => {
  it('rights that cannot be read', async () => {
    const route = `GET ${store.id}/providers/Microsoft.Authorization/permissions`;
    const broken = { route, action: { kind: 'error', status: 500, code: 'InternalServerError', message: 'Oops.' } };
    const world = await openWorld({ path: scopesPath(), faults: [broken] });
    const { t, reads, row } = world;
    await reads([t.readiness.unknown, problemText(t.problems, { code: 'azureDown' }).title], await row(store.name));
    await reads(t.readiness.ready, await row(management.name));
    expect(world.has('checkbox', t.delegate.selectRow(store.name))).toBe(false);
  });

  it('a part of the estate that cannot be read, with its reason, on every page that rests on it', async () => {
    const route = `GET ${store.id}/providers/Microsoft.ManagedServices/registrationDefinitions`;
    const broken = { route, action: { kind: 'error', status: 500, code: 'InternalServerError', message: 'Oops.' } };
    for (const path of [scopesPath(), paths.offers, paths.delegations, paths.registration]) {
      const world = await openWorld({ path, switches: { resourceGraph: 'refused' }, faults: [broken] });
      const { title } = problemText(world.t.problems, { code: 'azureDown' });
      await world.reads(title, await world.find('alert'));
      expect(world.says()).not.toContain('[object Object]');
      world.close();
    }
  });

  it('resource groups that cannot be read', async () => {
    const route = `GET ${store.id}/resourceGroups`;
    const broken = { route, action: { kind: 'error', status: 500, code: 'InternalServerError', message: 'Oops.' } };
    const world = await openWorld({ path: scopesPath(), faults: [broken] });
    const { t } = world;
    await world.press(t.delegate.openGroups(store.name));
    await world.reads(t.delegate.groupsUnread(problemText(t.problems, { code: 'azureDown' }).title));
    expect(world.says()).not.toContain(t.delegate.groupsNone);
    await world.press(t.delegate.openGroups(subscription(15).name));
    await world.reads(t.delegate.groupsNone);
  });

  it('the Owners of a subscription', async () => {
    const route = `GET ${subscription(16).id}/providers/Microsoft.Authorization/roleAssignments`;
    const refused = { kind: 'error', status: 403, code: 'AuthorizationFailed', message: 'No.' };
    const world = await openWorld({ path: scopesPath(), faults: [{ route, action: refused }] });
    const { t } = world;
    await world.press(t.delegate.whoFor(subscription(16).name));
    await world.reads([t.owners.failed, ...words(world, { code: 'notAllowed' })], await world.find('dialog'));
    await world.reads(t.owners.copyLink, await world.find('dialog'));
  });
});

it('an address that leads nowhere says so and leads on', async () => {
  const world = await openWorld({ path: '/no/such/page' });
  await world.reads([world.t.frame.notFoundTitle, world.t.frame.notFoundWhat]);
  await world.follow(world.t.frame.toOverview);
  await world.find('heading', world.t.overview.title);
});
