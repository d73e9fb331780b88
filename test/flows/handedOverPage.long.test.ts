import { expect, it } from 'vitest';
import { northwind } from '../emulator/worlds/tenants.ts';
import { delegationsIn } from './azureSays.ts';
import { handOver } from './handOverStories.ts';
import { openWorld } from './harness.ts';
import { subscription } from './places.ts';
import { tellings } from './tellings.ts';

const store = subscription(4);

it.each(tellings(import.meta.filename))(
  'handed to Azure, and the tab closed: it is picked up later, and the receipt is made, in %s',
  async (language) => {
    const before = await handOver([store], { language });
    const written = before.written();
    expect(written).toEqual([
      expect.stringMatching(`^PUT ${store.id}/providers/Microsoft.Resources/deployments/lighthouse-[0-9a-f]{12}$`),
    ]);
    before.device.killTab();
    before.close();
    before.device.passTime(1_800_000);

    const world = await openWorld({ from: before, language });
    const { t, format, reads } = world;
    const scopes = t.common.scopes(format, 1);
    await reads(t.handOver.notice.finished(scopes, northwind.displayName));
    expect(delegationsIn(world)).toEqual([store.id]);
    expect(before.written()).toEqual(written);
    await world.press(t.handOver.notice.receipt);
    await world.find('heading', t.receipt.title);
    await reads([t.receipt.summary(format, 1, 1), store.name, t.handOver.receiptCarriedOut]);
  },
);
