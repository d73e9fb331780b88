import { expect, it } from 'vitest';
import { linkDelegations } from '../../src/domain/delegationLink.ts';
import { delegationId, parseScope } from '../../src/domain/ids.ts';
import { paths } from '../../src/paths.ts';
import { languages } from '../../src/text/language.ts';
import { backupCare, managedPlatform } from '../emulator/worlds/offers.ts';
import { openWorld } from './harness.ts';

it.each(languages)('delegations of several offers are taken back offer by offer, in %s', async (language) => {
  const before = await openWorld({ world: 'busy', language });
  const everything = [...before.emulator.context.world.assignments.values()].flatMap(({ scope, name }) => {
    const id = parseScope(scope)?.id;
    return id ? [delegationId(id, name)] : [];
  });
  before.close();
  const linked = linkDelegations(everything);
  if (linked.kind !== 'text') throw new Error('Too many delegations for a link.');
  const world = await openWorld({ language, from: before, path: `${paths.removeDelegations}?s=${linked.text}` });
  const { t, format, reads, follow, row } = world;
  await reads(t.change.delegations(format, 7), await row(managedPlatform.name));
  await reads(t.change.delegations(format, 4), await row(backupCare.name));
  // One refers to a copy that is gone.
  await reads([t.removeUnread.provider, t.change.delegations(format, 1)], await row(t.removeUnread.provider));
  await follow(backupCare.name);
  await reads(t.remove.numbers.delegations(format, 4));
  expect(world.writes()).toEqual([]);
});
