import { describe, expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { openWorld } from './harness.ts';
import { interrupted } from './interrupted.ts';
import { resourceGroup, reviewPath, subscription } from './places.ts';
import { confirmAndRun } from './stories.ts';
import { tellings } from './tellings.ts';

const management = subscription(2);
const store = subscription(4);
const hana = resourceGroup(6, 'rg-sap-hana-prod');

describe.each(tellings(import.meta.filename))('a run as a picture, in %s', (language) => {
  it('says of each management group how much of it is finished, and what failed', async () => {
    const world = await openWorld({
      language,
      path: reviewPath([management, store, hana]),
      faults: [
        {
          route: `PUT ${store.id}/providers/Microsoft.ManagedServices/registrationAssignments/*`,
          action: { kind: 'error', status: 403, code: 'AuthorizationFailed' },
        },
      ],
    });
    const { t, format } = world;
    await confirmAndRun(world, 3);
    const picture = await world.find('region', t.runMap.title);
    await world.reads(['Platform', t.runMap.finished(format, 1, 1)], picture);
    await world.reads(['Production', `${t.runMap.finished(format, 2, 2)}, ${t.run.counts.failed(format, 1)}`], picture);
    await world.reads([t.runMap.standing.done, t.runMap.standing.failed], picture);
  });

  it('names the management groups after a reload too, which reads them once', async () => {
    const before = await interrupted({ language });
    const world = await openWorld({ language, from: before, path: paths.run });
    const { t, format } = world;
    const asked = () => world.requests().filter(({ url }) => url.includes('/Microsoft.ResourceGraph/')).length;
    const askedBefore = asked();
    await world.press(t.frame.resume);
    const picture = await world.find('region', t.runMap.title);
    await world.reads(['Platform', t.runMap.finished(format, 4, 4)], picture);
    const askedForIt = asked();
    expect(askedForIt).toBeGreaterThan(askedBefore);
    await world.find('heading', t.run.endedAll(t.common.scopes(format, 8)));
    await world.reads(['Production', t.runMap.finished(format, 4, 4)], await world.find('region', t.runMap.title));
    expect(asked()).toBe(askedForIt);
  });
});
