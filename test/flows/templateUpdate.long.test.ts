import { describe, expect, it } from 'vitest';
import * as shapes from '../domain/templates.ts';
import { delegationsIn } from './azureSays.ts';
import { openWorld, type World } from './harness.ts';
import { subscription } from './places.ts';
import { bring, confirmAndRunTemplate, fileOf, given, offerName, templatePath } from './templateStories.ts';

const store = subscription(4);
const template = () => fileOf(JSON.stringify(shapes.forSubscription));
const wider = [{ principalId: shapes.operators, roleDefinitionId: shapes.contributor }];

async function delegated(): Promise<World> {
  const world = await openWorld({ path: templatePath });
  await bring(world, template(), fileOf(shapes.parameterFile(given)));
  await world.press(world.t.template.next);
  await world.tick(world.t.delegate.selectRow(store.name));
  await world.press(world.t.delegate.review);
  await confirmAndRunTemplate(world, 1);
  await world.find('heading', world.t.run.endedAll('1 scope'));
  world.close();
  return world;
}

const rolesIn = ({ emulator }: World) =>
  [...emulator.context.world.definitions.values()]
    .filter(({ properties }) => properties.registrationDefinitionName === offerName)
    .map(({ properties }) => properties.authorizations.map(({ roleDefinitionId }) => roleDefinitionId));

describe('a newer template of an accepted offer', () => {
  it('leads to what it changes, and is accepted in every copy; what is delegated stays delegated', async () => {
    const before = await delegated();
    const delegations = delegationsIn(before);
    const world = await openWorld({ from: before, path: templatePath });
    const { t, format, reads, press, tick, find } = world;
    await bring(world, template(), fileOf(shapes.parameterFile({ ...given, authorizations: wider })));
    await press(t.templateUpdate.compare);
    await find('heading', t.update.title(offerName));
    await reads(t.templateUpdate.verdict.more);
    await reads('Contributor');
    await press(t.templateUpdate.accept);
    await find('heading', t.review.confirmTitle);
    await tick(/I accept what the new template of .*1 scope/);
    expect(world.writes()).toEqual([]);
    await press(t.update.action(format, 1));
    await find('heading', t.change.endedAll.update(t.change.copies(format, 1)));
    expect(rolesIn(world)).toEqual([[shapes.contributor]]);
    expect(delegationsIn(world)).toEqual(delegations);
  });

  it('changes nothing when what is stored is kept', async () => {
    const before = await delegated();
    const stored = rolesIn(before);
    const world = await openWorld({ from: before, path: templatePath });
    await bring(world, template(), fileOf(shapes.parameterFile({ ...given, authorizations: wider })));
    await world.press(world.t.templateUpdate.compare);
    await world.press(world.t.templateUpdate.keep);
    await world.find('heading', offerName);
    await world.reads(world.t.acceptHere.templateVersions);
    expect(world.writes()).toEqual([]);
    expect(rolesIn(world)).toEqual(stored);
  });

  it('that only words it otherwise says so, and is accepted as an update of the words alone', async () => {
    const before = await delegated();
    const [roles, delegations] = [rolesIn(before), delegationsIn(before)];
    const described = { ...given, mspOfferDescription: 'Day and night.' };
    const world = await openWorld({ from: before, path: templatePath });
    const { t, format, reads, press, tick, find } = world;
    await bring(world, template(), fileOf(shapes.parameterFile(described)));
    await reads([t.wordsUpdate.title, t.wordsUpdate.what]);
    await press(t.templateUpdate.compare);
    await reads([t.templateUpdate.verdict.same, t.wordsUpdate.only, t.update.text.description, 'Day and night.']);
    await press(t.templateUpdate.accept);
    await tick(/I accept what the new template of .*1 scope/);
    await press(t.update.action(format, 1));
    await find('heading', t.change.endedAll.update(t.change.copies(format, 1)));
    const { definitions } = world.emulator.context.world;
    expect([...definitions.values()].map(({ properties }) => properties.description)).toContain('Day and night.');
    expect([rolesIn(world), delegationsIn(world)]).toEqual([roles, delegations]);
  });
});
