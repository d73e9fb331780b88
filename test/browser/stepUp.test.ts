import { describe, expect, it } from 'vitest';
import { chooseThree, confirm, openReview, openScopes, untilDone } from './delegate.ts';
import { isWrite, useStage } from './stage.ts';

const stage = useStage();

describe('an owner whom Azure asks to confirm who they are', () => {
  it('finds the run waiting, confirms with Microsoft, and the run goes on by itself', async () => {
    const owner = await stage.person();
    const { page, t, origins } = owner;
    owner.expect(new RegExp(`^401 ${origins.arm}/subscriptions/`));
    await owner.signInAs('mfaOwner');
    await openScopes(owner);
    await chooseThree(owner);
    await openReview(owner);
    await confirm(owner);
    await page.getByRole('alert').getByText(t.run.stepUpTitle).waitFor();
    const refused = (await stage.asked()).filter(isWrite);
    // The first write went alone; nothing else was tried before it was known what Azure wants.
    expect(refused.map(({ status }) => status)).toEqual([401]);

    await owner.button(t.run.stepUpGo).click();
    await page.waitForURL((url) => url.origin === origins.entra);
    expect(new URL(page.url()).searchParams.get('claims')).toContain('"acrs"');
    await page.getByRole('button', { name: 'Approve' }).click();
    await untilDone(owner);
    expect(new URL(page.url()).pathname).toBe('/run');
    expect(stage.demo().emulator.context.world.assignments.size).toBe(3);
    const writes = (await stage.asked()).filter((record) => isWrite(record) && record.method === 'PUT');
    expect(new Set(writes.map(({ url }) => url)).size).toBe(3);
    await owner.button(t.run.receipt).click();
    await owner.arriveAt(t.receipt.title);
  });

  it('may turn back there: nothing is written, and the run still waits', async () => {
    const owner = await stage.person();
    const { page, t, origins } = owner;
    owner.expect(new RegExp(`^401 ${origins.arm}/subscriptions/`));
    await owner.signInAs('mfaOwner');
    await openScopes(owner);
    await chooseThree(owner);
    await openReview(owner);
    await confirm(owner);
    await owner.button(t.run.stepUpGo).click();
    await page.waitForURL((url) => url.origin === origins.entra);
    await page.getByRole('link', { name: 'Cancel' }).click();
    await owner.button(t.frame.resume).waitFor();
    expect(stage.demo().emulator.context.world.assignments.size).toBe(0);
  });
});

describe('a run whose page is loaded anew', () => {
  it('is found again on every page and goes on when the person says so', async () => {
    await stage.reset({ timing: 'demo' });
    const owner = await stage.person();
    const { page, t } = owner;
    page.on('dialog', (dialog) => void dialog.accept());
    await owner.signInAs('owner');
    await openScopes(owner);
    await chooseThree(owner);
    await openReview(owner);
    await confirm(owner);
    await page.getByText(t.run.state.confirming).first().waitFor();
    await owner.open('/guide');
    await owner.arriveAt(t.guide.title);
    await owner.button(t.frame.resume).click();
    await untilDone(owner);
    expect(stage.demo().emulator.context.world.assignments.size).toBe(3);
  });
});
