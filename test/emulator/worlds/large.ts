import type { ManagementGroup, RegistrationState, ResourceGroup, World } from '../model.ts';
import { blankWorld } from './blank.ts';
import type { WorldOptions } from './blank.ts';
import { addSubscription } from './fill.ts';
import { guidOf } from './guid.ts';
import { addLargeDelegations } from './largeDelegations.ts';
import { largeGroups, leafGroups } from './largeGroups.ts';
import { backupCare, catalogOffer, managedPlatform, managedPlatformNext } from './offers.ts';
import { grant } from './organisation.ts';
import { contosoPrincipals, personaId } from './people.ts';
import { pick, randomFrom } from './random.ts';
import { resourceGroupScope, subscriptionScope } from './scopes.ts';
import { addAllowList } from './small.ts';
import { contoso, fabrikam } from './tenants.ts';

const subscriptionCount = 5_000;
const resourceGroupCount = 50_000;
const workloads = [
  'web',
  'api',
  'data',
  'batch',
  'sap',
  'iot',
  'mail',
  'crm',
  'erp',
  'ml',
  'portal',
  '결제',
  '물류',
] as const;
const places = ['koreacentral', 'koreasouth', 'westeurope', 'eastus2', 'japaneast'] as const;

/** 5,000 subscriptions and 50,000 resource groups in a deep tree, with a few thousand delegations, from a seed. */
export function largeWorld(now: number, options: WorldOptions = {}): World {
  const world = blankWorld('large', now, { ...options, pageSize: options.pageSize ?? 50 });
  const random = randomFrom(world.seed);
  world.managementGroups.push(...largeGroups);
  const ids = Array.from({ length: subscriptionCount }, (_, index) => guidOf(`large/${world.seed}/${index}`)).sort();
  const sizes = groupCounts(random);
  ids.forEach((id, index) => addOne(world, id, index, sizes[index] ?? 0, random));
  addOwners(world, ids, random);
  addAllowList(world, 'contoso-d8', [fabrikam.id]);
  addLargeDelegations(world, ids, random, now);
  world.catalog.push(
    catalogOffer(managedPlatform, 'Northwind Managed Services', 'Standard'),
    catalogOffer(managedPlatformNext, 'Northwind Managed Services', 'Standard'),
    catalogOffer(backupCare, 'Northwind Managed Services', 'Essentials'),
  );
  return world;
}

function addOne(world: World, subscriptionId: string, index: number, groupCount: number, random: () => number): void {
  const group = index < regulatedCount ? regulated : pick(leafGroups, random);
  const workload = pick(workloads, random);
  const tags = tagsOf(group, random);
  const groups = Array.from({ length: groupCount }, (_, position): ResourceGroup => {
    const name = `rg-${pick(workloads, random)}-${String(position + 1).padStart(3, '0')}`;
    return { subscriptionId, name, location: pick(places, random), tags };
  });
  const subscription = {
    subscriptionId,
    tenantId: contoso.id,
    displayName: `${group.displayName} ${workload} ${String(index + 1).padStart(4, '0')}`,
    state: random() < 0.02 ? 'Disabled' : 'Enabled',
    quotaId: random() < 0.05 ? 'CSP_2015-05-01' : 'EnterpriseAgreement_2014-09-01',
    tags,
    managementGroup: group.name,
    registration: registrationOf(random()),
  } as const;
  addSubscription(world, subscription, groups);
}

/** The first ones are regulated: the platform owners only read them. */
const regulatedCount = 12;
const regulated = { name: 'contoso-regulated', displayName: 'Regulated' } as const;

function registrationOf(chance: number): RegistrationState {
  return chance < 0.6 ? 'Registered' : 'NotRegistered';
}

/** How many resource groups each subscription has: none in some, many in others, exactly as many as promised in all. */
function groupCounts(random: () => number): number[] {
  const counts = Array.from({ length: subscriptionCount }, () => 0);
  for (let left = resourceGroupCount; left > 0; left -= 1) {
    const index = Math.floor(random() ** 1.4 * subscriptionCount * 0.97);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

/** Tag objects are shared: there are far fewer of them than things that carry them. */
const tagPool = new Map<string, Readonly<Record<string, string>>>();

function tagsOf(group: Pick<ManagementGroup, 'displayName'>, random: () => number): Readonly<Record<string, string>> {
  const costCenter = `CC-${1000 + Math.floor(random() * 40)}`;
  const env = group.displayName.split(' ').at(-2) ?? 'prod';
  const key = `${costCenter}/${env}`;
  const tags = tagPool.get(key) ?? { env, costCenter, owner: `team-${costCenter.slice(3)}@contoso.example` };
  tagPool.set(key, tags);
  return tags;
}

/** Some subscriptions have Owners of their own beside those they inherit; one group belongs to `resourceGroupOwner`. */
function addOwners(world: World, ids: readonly string[], random: () => number): void {
  for (const id of ids.slice(0, regulatedCount)) {
    grant(world, subscriptionScope(id), contosoPrincipals.treasuryOwners.id, 'Owner');
    grant(world, subscriptionScope(id), contosoPrincipals.treasurer.id, 'Owner');
  }
  const chosen = new Set(Array.from({ length: 60 }, () => pick(ids, random)));
  for (const id of chosen) grant(world, subscriptionScope(id), contosoPrincipals.treasurer.id, 'Contributor');
  const home = ids.find((id) => (world.resourceGroups.get(id)?.size ?? 0) > 2);
  const [first] = home === undefined ? [] : [...(world.resourceGroups.get(home)?.values() ?? [])];
  if (first)
    grant(world, resourceGroupScope(first.subscriptionId, first.name), personaId('resourceGroupOwner'), 'Owner');
}
