import { describe, expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { tellings } from './tellings.ts';
import { openWorld, type World } from './harness.ts';
import { reviewPath, scopesPath, subscription } from './places.ts';

const connectivity = subscription(1);
const store = subscription(4);

const assignRoles = ['Microsoft.Authorization/roleAssignments/write', 'Microsoft.Authorization/roleAssignments/delete'];
const delegate = 'Microsoft.ManagedServices/registrationAssignments/write';
const register = 'Microsoft.ManagedServices/register/action';

/** People who see the offer and may not delegate: what they lack, and whether they may register. */
const people = [
  { persona: 'contributor', lacks: assignRoles, registers: true },
  { persona: 'reader', lacks: [...assignRoles, delegate], registers: false },
  { persona: 'userAccessAdministrator', lacks: [delegate], registers: false },
  { persona: 'eligibleOwner', lacks: [...assignRoles, delegate], registers: false, mayActivate: 'Owner' },
] as const;

const missing = ({ t, format }: World, actions: readonly string[]) =>
  t.readiness.reason.missingActions(format.list(actions));

describe.each(tellings(import.meta.filename))('in %s', (language) => {
  it.each(people)('$persona is told what is missing, and Azure is never asked to write', async (person) => {
    const world = await openWorld({ language, persona: person.persona, path: scopesPath([store]) });
    const { t, format, reads, row, find } = world;
    const hint = 'mayActivate' in person ? t.readiness.warning.eligibleRole(person.mayActivate) : '';

    await reads([missing(world, person.lacks), hint], await row(store.name));
    await reads(t.delegate.summaryOther(format, 1));
    expect((await find('button', t.delegate.review)).getAttribute('aria-disabled')).toBe('true');
    await world.pressInVain(t.delegate.review);
    await find('table', t.delegate.table);

    await world.follow(t.frame.overview);
    await reads(t.overview.mayNone);
    await reads(t.overview.mayNoneHelp);

    await world.follow(t.frame.registration);
    const mayNot = [t.registration.mayNotRegister, missing(world, [register]), hint];
    await reads(person.registers ? t.registration.actionOne : mayNot, await row(connectivity.name));
    world.close();

    const review = await openWorld({ language, persona: person.persona, from: world, path: reviewPath([store]) });
    await review.find('heading', t.review.nothingTitle);
    await review.reads([t.review.numbers.cannot(format, 1), store.name, missing(world, person.lacks)]);
    expect(review.has('checkbox', /./)).toBe(false);
    expect([...world.writes(), ...review.writes()]).toEqual([]);
  });

  it('guestOwner reads why a guest cannot, and takes a link for somebody who can', async () => {
    const world = await openWorld({ language, persona: 'guestOwner', path: scopesPath([store]) });
    const { t, format, reads, row } = world;
    await reads(t.identity.guestTitle('Contoso'));
    await reads(t.identity.guestWhat('tailspin.example'));
    await reads(t.readiness.reason.guest, await row(store.name));
    await reads(t.delegate.summaryOther(format, 1));
    await world.pressInVain(t.delegate.review);
    await world.find('table', t.delegate.table);

    await world.follow(t.frame.overview);
    await reads([t.overview.tickProblem, t.overview.account.guest, t.overview.account.guestHelp]);
    expect(world.says()).not.toContain(t.overview.may(format, 16, 16));
    await world.press(t.frame.account('Gustav Lind'));
    await reads(t.frame.guest);
    expect(world.writes()).toEqual([]);
  });

  it('resourceGroupOwner reads that one group is not enough', async () => {
    const world = await openWorld({ language, persona: 'resourceGroupOwner' });
    const { t, reads } = world;
    // Azure does not even let them look, which is not the same as "no" and "not registered".
    await reads([t.overview.tickUnknown, t.overview.mayUnknown, t.overview.mayNoneHelp]);
    await reads([t.overview.tickUnknown, t.overview.registeredUnknown]);
    await world.follow(t.frame.offers);
    await reads(t.offers.emptyWhat);
    await world.follow(t.frame.registration);
    await reads(t.registration.state.unknown, await world.row(store.name));
    await world.reads(world.t.problems.notAllowed({ code: 'notAllowed' }).title, await world.row(store.name));
    expect(world.writes()).toEqual([]);
  });

  it('nobody reads that there is nothing to see, and what to ask for', async () => {
    const world = await openWorld({ language, persona: 'nobody' });
    const { t, reads } = world;
    await reads([t.overview.tickProblem, t.delegate.emptyTitle, t.delegate.emptyWhat]);
    await reads([t.overview.tickOpen, t.overview.acceptedNone]);
    await world.follow(t.frame.registration);
    await reads([t.registration.emptyTitle, t.registration.emptyWhat]);
    world.close();
    const linked = await openWorld({ language, persona: 'nobody', from: world, path: scopesPath([store]) });
    await linked.reads([t.offer.notFoundTitle, t.offer.notFoundWhat]);
    expect([...world.writes(), ...linked.writes()]).toEqual([]);
  });
});

it('contributor registers, which is the only thing Azure is asked to write', async () => {
  const world = await openWorld({ persona: 'contributor', path: paths.registration });
  const { t, format } = world;
  await world.press(t.registration.actionOneLabel(connectivity.name));
  await world.reads(t.registration.finished(format, 1));
  await world.reads(t.registration.state.registered, await world.row(connectivity.name));
  expect(world.writes()).toEqual([`POST ${connectivity.id}/providers/Microsoft.ManagedServices/register`]);
});

it('says it in these words', async () => {
  const korean = await openWorld({ language: 'ko', persona: 'guestOwner', path: scopesPath() });
  await korean.reads('Contoso 테넌트에 게스트로 로그인했습니다');
  await korean.reads('위임은 이 조직에 속한, 게스트가 아닌 계정이 진행해야 합니다.');
  korean.close();
  const english = await openWorld({ persona: 'reader', path: scopesPath() });
  await english.reads('You lack Microsoft.Authorization/roleAssignments/write', await english.row(store.name));
  await english.reads('Who can do this?', await english.row(store.name));
});
