import { expect, it } from 'vitest';
import { delegationsIn, copiesIn } from './azureSays.ts';
import { handOver } from './handOverStories.ts';
import { openWorld } from './harness.ts';
import { resourceGroup, reviewPath, subscription } from './places.ts';
import { confirmAndRun } from './stories.ts';
import { northwind } from '../emulator/worlds/tenants.ts';
import { tellings } from './tellings.ts';

/* The same change set, run here and handed to Azure, in two Azures that began alike. */

const chosen = [subscription(2), subscription(4), subscription(7), resourceGroup(6, 'rg-sap-hana-prod')];
const n = chosen.length;

it.each(tellings(import.meta.filename))(
  'handed to Azure, and the tab closed: it ends as the run here does, and the receipt is made later, in %s',
  async (language) => {
    const run = await openWorld({ path: reviewPath(chosen), timing: 'azure', language });
    await confirmAndRun(run, n);
    await run.find('heading', run.t.run.endedAll(run.t.common.scopes(run.format, n)));
    run.close();

    const before = await handOver(chosen, { language });
    const writes = before.written();
    before.device.killTab();
    before.close();
    before.device.passTime(1_800_000);
    expect(writes.filter((line) => line.startsWith('PUT'))).toHaveLength(1);

    const world = await openWorld({ from: before, language });
    const { t, format, reads } = world;
    const scopes = t.common.scopes(format, n);
    await reads(t.handOver.notice.finished(scopes, northwind.displayName));
    expect(delegationsIn(world)).toEqual(delegationsIn(run));
    expect(copiesIn(world)).toEqual(copiesIn(run));
    expect(before.writes()).toEqual(writes);

    await world.press(t.handOver.notice.open);
    await world.find('heading', t.run.endedAll(scopes));
    for (const { name } of chosen) await reads(name);
    await world.press(t.handOver.page.receipt);
    await world.find('heading', t.receipt.title);
    await reads([t.receipt.summary(format, n, n)]);
    await reads(t.handOver.receiptCarriedOut);
    world.close();
  },
);
