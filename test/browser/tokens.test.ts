import { describe, expect, it } from 'vitest';
import { chooseThree, confirm, openReview, openScopes, untilDone } from './delegate.ts';
import { useStage } from './stage.ts';

const stage = useStage();

describe('tokens', () => {
  it('go to Azure Resource Manager and nowhere else, from the first page to the receipt', async () => {
    const owner = await stage.person({}, await stage.siteApart());
    const { page, t, origins } = owner;
    expect(new Set(Object.values(origins)).size).toBe(3);
    const carried = new Map<string, number>();
    page.on('request', (request) => {
      void request.headerValue('authorization').then((value) => {
        if (value === null) return;
        const { origin } = new URL(request.url());
        carried.set(origin, (carried.get(origin) ?? 0) + 1);
      });
    });
    await owner.signInAs('owner');
    await openScopes(owner);
    await chooseThree(owner);
    await openReview(owner);
    await confirm(owner);
    await untilDone(owner);
    await owner.button(t.run.receipt).click();
    await owner.arriveAt(t.receipt.title);
    // Whatever else a request carried, and to whom, is looked at for every page: see confined.ts.
    expect([...carried.keys()]).toEqual([origins.arm]);
    expect(carried.get(origins.arm)).toBeGreaterThan(30);
  });

  it('are renewed in a hidden frame when the refresh token has ended', async () => {
    // Chromium has its doubts about every frame that MSAL makes.
    const expects = [/^An iframe which has both allow-scripts and allow-same-origin/];
    const owner = await stage.person({ expects }, await stage.siteApart());
    const { page, t, origins } = owner;
    await owner.signInAs('owner');
    await owner.arriveAt(t.overview.title);
    const forgotten = await page.evaluate(() => {
      const tokens = Object.keys(sessionStorage).filter((key) => /accesstoken|refreshtoken/i.test(key));
      for (const key of tokens) sessionStorage.removeItem(key);
      return tokens.length;
    });
    expect(forgotten).toBeGreaterThanOrEqual(2);
    const [renewal] = await Promise.all([
      page.waitForRequest(
        (request) => request.url().startsWith(origins.entra) && request.frame().parentFrame() !== null,
      ),
      page.reload(),
    ]);
    expect(new URL(renewal.url()).searchParams.get('prompt')).toBe('none');
    await owner.arriveAt(t.overview.title);
    await page.getByText(t.overview.accepted(owner.format, 1)).waitFor();
    expect(page.frames()).toHaveLength(1);
  });
});

describe('the timers of a run', () => {
  it('live in a worker, the only script that the policy lets the app start', async () => {
    const owner = await stage.person();
    const { page, t } = owner;
    const [worker] = await Promise.all([page.waitForEvent('worker'), owner.signInAs('owner')]);
    await owner.arriveAt(t.overview.title);
    expect(worker.url()).toMatch(new RegExp(`^${owner.origins.app}/assets/pacer\\.worker-[\\w-]+\\.js$`));
    const ticked = await worker.evaluate(
      () => new Promise((done) => setTimeout(() => done(self.constructor.name), 10)),
    );
    expect(ticked).toBe('DedicatedWorkerGlobalScope');

    owner.expect(/policy|trusted/i);
    const refused = await page.evaluate(async (address) => {
      try {
        return `started ${new Worker(address).constructor.name}`;
      } catch (error) {
        return String(error);
      }
    }, worker.url());
    expect(refused).toMatch(/TrustedScriptURL/);
  });
});
