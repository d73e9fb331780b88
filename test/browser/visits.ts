import { paths } from '../../src/paths.ts';
import type { ScopeId } from '../../src/domain/ids.ts';
import { backupCare, managedPlatform, securityWatch } from '../emulator/worlds/offers.ts';
import { keyOf, subscription } from '../flows/places.ts';
import { activation, changes } from './changes.ts';
import { chooseThree, openReview, openScopes } from './delegate.ts';
import type { Person } from './person.ts';
import type { ResetWish, Stage } from './stage.ts';
import { walk, type Look } from './walk.ts';

/** A way past some pages, in a world in which they have something to show. */
export interface Visit {
  readonly name: string;
  readonly wish: ResetWish;
  readonly lead: (person: Person, look: Look, stage: Pick<Stage, 'fault' | 'mend'>) => Promise<void>;
}

const platform = keyOf(managedPlatform);

/** Addresses by a short name: what can be opened without a way that leads there. */
const addresses = {
  overview: paths.overview,
  offers: paths.offers,
  offer: paths.offer(platform),
  scopes: paths.delegate(platform),
  update: paths.update(platform),
  remove: paths.remove(platform),
  delegations: paths.delegations,
  coverage: paths.coverage,
  accessAt: paths.accessAt(subscription(4).id),
  registration: paths.registration,
  activity: paths.activity,
  guardrails: paths.guardrails,
  activate: paths.activate('/'),
  addOffer: `${paths.addOffer}?offer=northwind.managed-platform.standard`,
} as const;

/** All ways together show every page of the app: empty, loading, failing, full, running and finished. */
export const visits: readonly Visit[] = [
  { name: 'the main way', wish: { timing: 'demo' }, lead: walk },
  { name: 'a tenant with several providers', wish: { world: 'busy', timing: 'demo' }, lead: several },
  { name: 'what changes there', wish: { world: 'busy', timing: 'instant' }, lead: changes },
  { name: 'a role to activate', wish: {}, lead: activation },
  { name: 'what stands beside the way', wish: {}, lead: beside },
  { name: 'nothing there', wish: {}, lead: empty },
  { name: 'everything on its way', wish: {}, lead: loading },
  { name: 'everything refused', wish: {}, lead: failing },
];

async function several(person: Person, look: Look): Promise<void> {
  const { page, t, format } = person;
  // A role that was deleted since.
  person.expect(/^404 .*\/roleDefinitions\//);
  await person.signInAs('owner');
  await person.settled();
  await look('busyOverview');
  await goToAll(person, look, 'busy', {
    offers: paths.offers,
    offer: paths.offer(platform),
    offerOfTemplate: paths.offer(keyOf(securityWatch)),
    scopes: paths.delegate(platform),
    update: paths.update(platform),
    remove: paths.remove(platform),
    removeOther: paths.remove(keyOf(backupCare)),
    coverage: paths.coverage,
    accessAt: paths.accessAt(subscription(4).id),
    registration: paths.registration,
  });
  await person.go(paths.delegations);
  await page.getByRole('row').nth(2).waitFor();
  await look('delegations');
  await page.locator('#content button[aria-expanded=false]').last().click();
  await person.settled();
  await look('delegationOpened');
  await page.getByRole('checkbox').nth(1).check();
  await look('delegationsChosen');
  await person.button(t.delegations.export).click();
  await page.getByRole('menu').waitFor();
  await look('exportMenu', '[role=menu]');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: t.delegations.remove(format, 1) }).click();
  await person.settled();
  await look('removeChosen');
}

async function groups(person: Person, look: Look): Promise<void> {
  const { page, t } = person;
  await openScopes(person);
  const search = page.getByRole('searchbox', { name: t.delegate.search });
  await search.fill('sap-hana');
  await person.button(t.delegate.searchGroupsToo).waitFor();
  await look('scopesNothingFound');
  await person.button(t.delegate.searchGroupsToo).click();
  await page.getByRole('checkbox', { name: t.delegate.selectRow('rg-sap-hana-prod') }).check();
  await look('scopesGroupsFound');
  await search.fill('');
  await page.getByRole('checkbox', { name: t.delegate.selectRow('Platform - Management') }).waitFor();
  await look('scopesAllGroups');
}

async function beside(person: Person, look: Look): Promise<void> {
  const { page, t, format } = person;
  await person.signInAs('owner');
  await goToAll(person, look, '', {
    addOffer: paths.addOffer,
    addOfferRefused: `${paths.addOffer}?offer=northwind`,
    addOfferUnknown: `${paths.addOffer}?offer=northwind.managed-platform.gold`,
    addOfferFound: addresses.addOffer,
    providerLink: paths.providerLink,
    providerLinkMade: `${paths.providerLink}?offer=northwind.managed-platform.standard`,
    updateNone: paths.update(platform),
    removeLeftovers: paths.remove(platform),
    removeNone: paths.removeDelegations,
    delegationsEmpty: paths.delegations,
    coverageEmpty: paths.coverage,
    accessAtNobody: paths.accessAt(subscription(4).id),
    accessAtUnknown: paths.accessAt('/subscriptions/none' as ScopeId),
    activityEmpty: paths.activity,
    guardrailsEmpty: paths.guardrails,
    activateNone: paths.activate('/'),
    assignGuardrailNothing: paths.assignGuardrail,
    handedOverEmpty: paths.handedOver,
    runsEmpty: paths.runs,
    receiptNone: paths.receipt('none'),
    privacy: paths.privacy,
    diagnostics: paths.diagnostics,
    notFound: '/none',
  });
  await person.open(paths.overview);
  await groups(person, look);
  await person.open(paths.overview);
  await openScopes(person);
  await chooseThree(person);
  await openReview(person);
  await person.button(t.asCode.button).click();
  await page.getByRole('dialog').getByRole('button', { name: t.asCode.close }).last().waitFor();
  await look('asCode', '[role=dialog]');
  await page.getByRole('tab', { name: t.policyCode.tab }).click();
  await look('asCodePolicy', '[role=dialog]');
  await page.keyboard.press('Escape');
  await page.getByRole('checkbox').check();
  await person.button(t.handOver.button).click();
  await page.getByRole('combobox', { name: t.handOver.region }).click();
  await page.getByRole('option', { name: 'Korea Central' }).click();
  await look('handOver', '[role=dialog]');
  await person.button(t.handOver.hand(format, 3)).click();
  await person.arriveAt(t.handOver.page.title);
  await look('handedOver');
}

async function empty(person: Person, look: Look): Promise<void> {
  await person.signInAs('nobody');
  const { overview, offers, delegations, coverage, registration, activity, guardrails, activate } = addresses;
  const all = { overview, offers, delegations, coverage, registration, activity, guardrails, activate };
  await goToAll(person, look, 'nobody', all);
}

async function loading(person: Person, look: Look, stage: Pick<Stage, 'fault' | 'mend'>): Promise<void> {
  person.expect(/^net::ERR_/);
  await person.signInAs('owner', paths.guide);
  await stage.fault({ route: '* /subscriptions/**', action: { kind: 'stall' } });
  await stage.fault({ route: '* /subscriptions', action: { kind: 'stall' } });
  await stage.fault({ route: '* /providers/**', action: { kind: 'stall' } });
  for (const [name, path] of Object.entries(addresses)) {
    await person.open(path);
    await person.page.locator('#content [data-loading]').first().waitFor();
    await look(`${name}Loading`);
  }
  // Whatever still waits for an answer would be waited for.
  await person.page.close();
}

async function failing(person: Person, look: Look, stage: Pick<Stage, 'fault' | 'mend'>): Promise<void> {
  person.expect(/^403 /);
  await person.signInAs('owner', paths.guide);
  const refused = { kind: 'error', status: 403, code: 'AuthorizationFailed', message: 'The client may not do this.' };
  for (const route of ['* /subscriptions/**', '* /subscriptions', '* /providers/**'])
    await stage.fault({ route, action: refused });
  for (const [name, path] of Object.entries(addresses)) {
    await person.open(path);
    await person.settled();
    await look(`${name}Failing`);
  }
}

async function goToAll(person: Person, look: Look, before: string, all: Readonly<Record<string, string>>) {
  for (const [name, path] of Object.entries(all)) {
    await person.go(path);
    await person.settled();
    await look(before === '' ? name : `${before}${name.charAt(0).toUpperCase()}${name.slice(1)}`);
  }
}
