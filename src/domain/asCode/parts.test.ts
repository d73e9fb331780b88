import { expect, it } from 'vitest';
import { armLimits, armResources, armTemplate, armWrites, schemas } from './arm.ts';
import { tooLarge } from './files.ts';
import { handOversOf } from './handOver.ts';
import type { CodeModel } from './model.ts';
import { partsOf } from './parts.ts';
import { copyId, subscriptionId, tenantId } from '../ids.ts';

const guid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const copyIn = (n: number) => copyId(subscriptionId(guid(n)), guid(7));

/** So many subscriptions with so many groups each, that refer to a copy elsewhere; or store one of their own. */
function modelOf(subscriptions: number, groups: number, copies: 'own' | 'none' | 'one'): CodeModel {
  const numbers = Array.from({ length: subscriptions }, (_, at) => at + 1);
  const copy = (n: number) => ({
    id: copyIn(n),
    name: guid(7),
    subscriptionId: subscriptionId(guid(n)),
    content: 0,
    update: false,
  });
  return {
    tenantId: tenantId(guid(0)),
    fingerprint: 'f00dfeedf00dfeed',
    registrations: [],
    contents: [{ properties: { registrationDefinitionName: 'Care', managedByTenantId: guid(9), authorizations: [] } }],
    copies: copies === 'own' ? numbers.map(copy) : copies === 'one' ? [copy(1)] : [],
    delegations: numbers.flatMap((n) =>
      Array.from({ length: Math.max(1, groups) }, (_, at) => {
        const scope = `/subscriptions/${guid(n)}${groups > 0 ? `/resourceGroups/rg-${at}` : ''}`;
        const name = guid(n * 10_000 + at);
        return {
          id: `${scope}/providers/Microsoft.ManagedServices/registrationAssignments/${name}`,
          name,
          scope,
          subscriptionId: subscriptionId(guid(n)),
          ...(groups > 0 && { resourceGroup: `rg-${at}` }),
          copyId: copies === 'own' ? copyIn(n) : copyIn(copies === 'one' ? 1 : 9999),
        };
      }),
    ),
  };
}

it.each([
  ['a few', modelOf(3, 0, 'own'), 1],
  ['thousands of subscriptions', modelOf(5000, 0, 'none'), 13],
  ['thousands, each with a copy', modelOf(2000, 0, 'own'), 10],
  ['a subscription with a thousand groups', modelOf(1, 1000, 'none'), 4],
])('%s: each part fits, and every write is in exactly one', (_, model, count) => {
  const parts = partsOf(model) ?? [];
  expect(parts.length).toBe(count);
  for (const part of parts) {
    expect(armResources(part)).toBeLessThanOrEqual(armLimits.resources);
    expect(new TextEncoder().encode(armTemplate(part)).length).toBeLessThanOrEqual(armLimits.bytes);
  }
  const writes = parts.flatMap((part) => armWrites(part).map(({ id }) => id));
  expect(writes.toSorted()).toEqual(
    armWrites(model)
      .map(({ id }) => id)
      .toSorted(),
  );
});

it('parts never wait for each other: a copy that is yet to be stored is not referred to from another part', () => {
  expect(partsOf(modelOf(300, 0, 'one'))).toHaveLength(1);
  expect(partsOf(modelOf(500, 0, 'one'))).toBeUndefined();
  // One subscription stores a copy for more groups than one deployment takes.
  expect(partsOf(modelOf(1, 1000, 'own'))).toBeUndefined();
});

it('parts are small enough in bytes too, whatever the language of the offer', () => {
  const model = modelOf(30, 0, 'own');
  const saying = (length: number): CodeModel['contents'][number] => ({
    // Every model has an offer.
    properties: { ...model.contents[0]!.properties, description: '한'.repeat(length) },
  });
  const parts = partsOf({ ...model, contents: [saying(100_000)] }) ?? [];
  expect(parts.map(({ copies }) => copies.length)).toEqual([13, 13, 4]);
  for (const part of parts) {
    expect(new TextEncoder().encode(armTemplate(part)).length).toBeLessThanOrEqual(armLimits.bytes);
  }
  // One copy alone is more than Azure takes at once; that another one is not does not help.
  const contents = [saying(1), saying(armLimits.bytes / 3)];
  const copies = model.copies.map((copy, at) => ({ ...copy, content: at === 3 ? 1 : 0 }));
  expect(partsOf({ ...model, contents, copies })).toBeUndefined();
  expect(tooLarge({ ...model, contents, copies }, 'arm')).toEqual({ resources: 120 });
  expect(tooLarge({ ...model, contents: contents.slice(0, 1) }, 'arm')).toBeUndefined();
});

it('what is exactly as much as Azure takes goes as one', () => {
  const model = modelOf(1, 398, 'own');
  // It has one in each of its subscriptions.
  const { resourceGroup: _, ...delegation } = model.delegations[0]!;
  const full = { ...model, delegations: [...model.delegations, { ...delegation, name: guid(1) }] };
  expect(armResources(full)).toBe(armLimits.resources);
  expect(partsOf(full)).toHaveLength(1);
  expect(tooLarge(full, 'arm')).toBeUndefined();
});

it('names of deployments differ, within and beside each other, and are short enough', () => {
  const deployments = handOversOf(modelOf(2000, 0, 'own'), { location: 'koreacentral' }) ?? [];
  expect(new Set(deployments.map(({ id }) => id)).size).toBe(deployments.length);
  const names = deployments.flatMap(({ id, writes }) => [id, ...writes.map(({ within }) => within)]);
  for (const id of names) expect(id.split('/').at(-1)?.length).toBeLessThanOrEqual(64);
  const together =
    handOversOf(modelOf(1000, 0, 'none'), { location: 'koreacentral', managementGroup: 'contoso' }) ?? [];
  expect(together.map(({ id }) => id.split('-').slice(1).join('-'))).toEqual([
    'f00dfeedf00d',
    'f00dfeedf00d-2',
    'f00dfeedf00d-3',
  ]);
});

it('deployments are made at the management group where there is one, else at the first subscription', () => {
  const model = modelOf(2, 0, 'none');
  const [there] = handOversOf(model, { location: 'koreacentral', managementGroup: 'contoso' }) ?? [];
  expect(there?.id).toMatch(
    /^\/providers\/Microsoft\.Management\/managementGroups\/contoso\/providers\/Microsoft\.Resources\//,
  );
  expect(JSON.parse(there?.template ?? '{}')).toHaveProperty('$schema', schemas.managementGroup);
  const [here] = handOversOf(model, { location: 'koreacentral' }) ?? [];
  expect(here?.id.startsWith(`/subscriptions/${guid(1)}/providers/Microsoft.Resources/`)).toBe(true);
  expect(JSON.parse(here?.template ?? '{}')).toHaveProperty('$schema', schemas.subscription);
  expect(handOversOf(modelOf(500, 0, 'one'), { location: 'koreacentral' })).toBeUndefined();
});
