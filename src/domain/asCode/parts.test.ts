import { expect, it } from 'vitest';
import { armLimits, armResources, armTemplate, armWrites } from './arm.ts';
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

it('names of deployments differ, within and beside each other, and are short enough', () => {
  const deployments = handOversOf(modelOf(2000, 0, 'own'), { location: 'koreacentral' }) ?? [];
  expect(new Set(deployments.map(({ id }) => id)).size).toBe(deployments.length);
  const names = deployments.flatMap(({ id, writes }) => [id, ...writes.map(({ within }) => within)]);
  for (const id of names) expect(id.split('/').at(-1)?.length).toBeLessThanOrEqual(64);
});

it('deployments are made at the management group where there is one, else at the first subscription', () => {
  const model = modelOf(2, 0, 'none');
  const [there] = handOversOf(model, { location: 'koreacentral', managementGroup: 'contoso' }) ?? [];
  expect(there?.id).toMatch(
    /^\/providers\/Microsoft\.Management\/managementGroups\/contoso\/providers\/Microsoft\.Resources\//,
  );
  expect(there?.template).toContain('managementGroupDeploymentTemplate.json');
  const [here] = handOversOf(model, { location: 'koreacentral' }) ?? [];
  expect(here?.id.startsWith(`/subscriptions/${guid(1)}/providers/Microsoft.Resources/`)).toBe(true);
  expect(here?.template).toContain('subscriptionDeploymentTemplate.json');
  expect(handOversOf(modelOf(500, 0, 'one'), { location: 'koreacentral' })).toBeUndefined();
});
