import { describe, expect, it } from 'vitest';
import { codeFormats } from '../../src/domain/asCode/files.ts';
import { paths } from '../../src/paths.ts';
import { languages } from '../../src/text/language.ts';
import { deployed } from '../asCode/deployed.ts';
import * as shapes from '../domain/templates.ts';
import { managedPlatform } from '../emulator/worlds/offers.ts';
import { openWorld, type World } from './harness.ts';
import { keyOf, reviewPath, subscription } from './places.ts';
import { removePath } from './removals.ts';
import { savedFiles } from './savedFiles.ts';
import { bring, fileOf, given, offerName, templatePath } from './templateStories.ts';

const store = subscription(4);

async function openTab({ user, find }: World, name: string): Promise<void> {
  await user.click(await find('tab', new RegExp(`^${name}`)));
}

describe.each(languages)('forms of code, in %s', (language) => {
  it('a removal is taken away as commands, with the ids of the review; what cannot delete says so', async () => {
    const before = await openWorld({ world: 'busy', language });
    before.close();
    const files = savedFiles();
    const world = await openWorld({ from: before, language, path: removePath(before, [store]) });
    const { t, press, find, reads } = world;
    await press(t.asCode.button);
    await find('dialog', t.asCode.title);
    await reads(t.removalCode.note.cli);
    for (const format of ['arm', 'bicep', 'terraform'] as const) {
      await openTab(world, t.asCode.format[format]);
      await reads([t.removalCode.cannotTitle[format], t.removalCode.cannot[format]]);
    }
    await press(t.removalCode.toCommands);
    await press(t.asCode.download('remove.sh'));
    const [file] = await files();
    const steps = [...(file?.text ?? '').matchAll(/^ {2}(take_away|gone|write_again|give_back) '([^']+)'/gm)];
    expect(steps.map(([, step]) => step)).toEqual(['take_away', 'gone', 'write_again', 'give_back']);
    expect(steps[0]?.[2]).toContain(store.id);
    expect(world.writes()).toEqual([]);
  });

  it('a template offer is taken away as a policy, with its limits beside it; a marketplace offer is not', async () => {
    const files = savedFiles();
    const world = await openWorld({ language, path: templatePath });
    const { t, press, tick, find, reads } = world;
    await bring(world, fileOf(JSON.stringify(shapes.forSubscription)), fileOf(shapes.parameterFile(given)));
    await world.press(world.t.template.next);
    await tick(t.delegate.selectRow(store.name));
    await press(t.delegate.review);
    await press(t.asCode.button);
    await find('dialog', t.asCode.title);
    await openTab(world, t.policyCode.tab);
    await reads([t.policyCode.wider, ...t.policyCode.limits, t.policyCode.unproven]);
    await press(new RegExp(t.asCode.download('lighthouse-[0-9a-f]{8}.json')));
    const [file] = await files();
    expect(file?.text).toContain(t.policyCode.limits[0]);
    expect(file?.text).toContain(offerName);
    expect(world.writes()).toEqual([]);
    world.close();

    const other = await openWorld({ language, path: reviewPath([store]) });
    await other.press(t.asCode.button);
    await other.find('dialog', t.asCode.title);
    await openTab(other, t.policyCode.tab);
    await other.reads(t.policyCode.none.marketplace);
  });

  it('an update is taken away for every tool; carried out, it brings every copy to the new version', async () => {
    const files = savedFiles();
    const world = await openWorld({ world: 'busy', language, path: `${paths.update(keyOf(managedPlatform))}?accept` });
    const { t, press, find, reads } = world;
    await press(t.asCode.button);
    await find('dialog', t.asCode.title);
    for (const format of codeFormats.toReversed()) {
      await openTab(world, t.asCode.format[format]);
      await reads(t.asCode.note[format]);
    }
    await press(new RegExp(t.asCode.download('lighthouse-[0-9a-f]{12}.json')));
    const [file] = await files();
    expect(world.writes()).toEqual([]);
    const versions = () =>
      [...world.emulator.context.world.definitions.values()].flatMap(({ plan }) =>
        plan?.product === managedPlatform.plan?.product ? (plan?.version ?? []) : [],
      );
    const before = versions();
    for (const { id, body } of deployed(file?.text ?? '')) await world.colleague('PUT', id, body);
    expect(versions()).not.toEqual(before);
    expect(new Set(versions()).size).toBe(1);
  });
});
