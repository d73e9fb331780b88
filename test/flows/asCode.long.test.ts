import { describe, expect, it } from 'vitest';
import { deployed } from '../asCode/deployed.ts';
import { delegationsIn } from './azureSays.ts';
import { openWorld } from './harness.ts';
import { resourceGroup, reviewPath, subscription } from './places.ts';
import { savedFiles } from './savedFiles.ts';
import { confirmAndRun } from './stories.ts';
import { tellings } from './tellings.ts';

const chosen = [subscription(2), subscription(4), resourceGroup(6, 'rg-sap-hana-prod')];

describe.each(tellings(import.meta.filename))('a review is taken away as code, in %s', (language) => {
  it('and what the file writes is what the run writes; the app itself writes nothing', async () => {
    const files = savedFiles();
    const world = await openWorld({ path: reviewPath(chosen), language });
    const { t, press, find, reads } = world;
    await press(t.asCode.button);
    await find('dialog', t.asCode.title);
    for (const format of ['bicep', 'cli', 'powerShell', 'terraform', 'arm'] as const) {
      await world.user.click(await find('tab', new RegExp(`^${t.asCode.format[format]}`)));
      await reads(t.asCode.note[format]);
    }
    await press(new RegExp(t.asCode.download('lighthouse-[0-9a-f]{12}.json')));
    const [file] = await files();
    expect(world.writes()).toEqual([]);
    world.close();

    const run = await openWorld({ path: reviewPath(chosen), language });
    await confirmAndRun(run, chosen.length);
    await run.find('heading', run.t.run.endedAll(run.t.common.scopes(run.format, chosen.length)));

    const writes = deployed(file?.text ?? '');
    await world.colleague('POST', `${subscription(6).id}/providers/Microsoft.ManagedServices/register`);
    for (const { id, body } of writes) await world.colleague('PUT', id, body);
    expect(delegationsIn(world)).toEqual(chosen.map(({ id }) => id).toSorted());
    expect(delegationsIn(world)).toEqual(delegationsIn(run));
    const puts = run.written().filter((line) => line.startsWith('PUT'));
    expect(writes.map(({ id }) => `PUT ${id}`).toSorted()).toEqual(puts.toSorted());
  });
});
