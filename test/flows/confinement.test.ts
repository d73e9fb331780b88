import { expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { problemText } from '../../src/text/problemTexts.ts';
import { emulatorOrigin, openWorld } from './harness.ts';
import { scopesPath, reviewPath, subscription } from './places.ts';
import { confirmAndRun } from './stories.ts';
import { long } from '../long.ts';

/* Every flow checks, when it ends, that no token went anywhere else (harness.ts). Here somebody tries to make it. */

const sap = subscription(6);
const foreign = { kind: 'paging', trick: 'foreignOrigin' };
const safety = { code: 'foreignAddress', origin: 'https://attacker.example' } as const;

it('a list that goes on at a foreign address is not followed there, and the person reads why', long, async () => {
  const world = await openWorld({
    path: paths.registration,
    switches: { resourceGraph: 'refused' },
    faults: [{ route: 'GET /subscriptions', action: foreign }],
  });
  const { title, what, next } = problemText(world.t.problems, safety);
  await world.reads([title, what, next], await world.find('alert'));
  await world.reads('https://attacker.example');
  expect(world.device.sent.filter(({ url }) => url.includes('attacker'))).toEqual([]);
  await world.repair();
  await world.press(world.t.common.retry);
  await world.row(sap.name);
});

it('the same where only a part of the page is concerned', long, async () => {
  const world = await openWorld({
    path: scopesPath(),
    faults: [{ route: `GET ${sap.id}/resourceGroups`, action: foreign }],
  });
  await world.press(world.t.delegate.openGroups(sap.name));
  await world.reads(world.t.delegate.groupsUnread(problemText(world.t.problems, safety).title));
  expect(world.device.sent.filter(({ url }) => url.includes('attacker'))).toEqual([]);
});

it('a token goes with every request to Azure Resource Manager, and is never written down', async () => {
  const world = await openWorld({ path: reviewPath([sap]), timing: 'azure' });
  await confirmAndRun(world, 1);
  await world.find('heading', world.t.run.endedAll('1 scope'));
  const origins = new Set(world.device.sent.map(({ url }) => new URL(url).origin));
  expect([...origins]).toEqual([emulatorOrigin]);
  expect(world.device.sent.every(({ authorized }) => authorized)).toBe(true);
  const stored = JSON.stringify([localStorage, sessionStorage].map((area) => Object.entries(area)));
  expect(stored + document.documentElement.outerHTML).not.toMatch(/\beyJ[\w-]+\.eyJ/);
});
