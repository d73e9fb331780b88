import { describe, expect, it } from 'vitest';
import { chooseThree, chosen, confirm, offerName, openReview, openScopes, untilDone } from './delegate.ts';
import { isWrite, useStage } from './stage.ts';

const stage = useStage({ timing: 'demo' });

describe('an owner', () => {
  it('delegates two subscriptions and a resource group, and holds a receipt', async () => {
    const owner = await stage.person();
    const { page, t, format } = owner;
    await owner.signInAs('owner');
    await owner.arriveAt(t.overview.title);
    await page.getByText(t.overview.may(format, 15, 16)).waitFor();
    await owner.button(t.offers.delegate).click();
    await owner.arriveAt(t.delegate.title(offerName));

    await chooseThree(owner);
    await page
      .getByRole('status')
      .filter({ hasText: t.delegate.summary(format, 3, 1, 2) })
      .waitFor();
    await openReview(owner);
    await page.getByText(t.review.numbers.register(format, 2)).waitFor();
    await page.getByText(t.review.numbers.delegate(format, 3)).waitFor();
    expect((await stage.asked()).filter(isWrite)).toEqual([]);

    await confirm(owner);
    await untilDone(owner);
    // The end is told to whoever cannot see it: the focus stands on the summary.
    expect(await page.locator(':focus').textContent()).toBe(t.run.endedAll(t.common.scopes(format, 3)));
    const delegated = [...stage.demo().emulator.context.world.assignments.values()];
    expect(delegated).toHaveLength(3);
    for (const name of [chosen.registered, chosen.unregistered, chosen.group]) {
      await owner.row(name).filter({ hasText: t.run.state.done }).waitFor();
    }
  });
});
