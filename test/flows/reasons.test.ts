import { expect, it } from 'vitest';
import { tellings } from './tellings.ts';
import { openWorld } from './harness.ts';
import { reviewPath, scopesPath, subscription } from './places.ts';
import { long } from '../long.ts';

const store = subscription(4);
const resold = subscription(12);
const closed = subscription(13);
const sandbox = subscription(14);
const treasury = subscription(16);
const tailspin = subscription(17);

it.each(tellings(import.meta.filename))(
  'every blocked scope says why, and nothing blocked can be chosen to delegate, in %s',
  async (language) => {
    const world = await openWorld({ language, path: scopesPath() });
    const { t, format, reads, row } = world;
    const { reason, warning, state } = t.readiness;

    await reads([t.readiness.blocked, reason.subscriptionState(state.Disabled)], await row(closed.name));
    await reads([t.readiness.blocked, reason.otherTenant], await row(tailspin.name));
    await reads(
      [t.readiness.blocked, reason.policy('Only approved managing tenants (보안팀 승인 필요)')],
      await row(sandbox.name),
    );
    await reads([t.readiness.needsRegistration, warning.cspSubscription], await row(resold.name));
    await reads(
      [t.readiness.blocked, 'Microsoft.Authorization/roleAssignments/write', t.delegate.who],
      await row(treasury.name),
    );
    await reads(t.readiness.ready, await row(store.name));

    for (const { name } of [closed, tailspin, sandbox]) {
      expect(world.has('checkbox', t.delegate.selectRow(name))).toBe(false);
      expect(world.has('button', t.delegate.whoFor(name))).toBe(false);
    }
    await world.press(t.delegate.selectAllReady(format, 12));
    await reads(t.delegate.summary(format, 12, 3, 9));
  },
);

it('a link that chooses what is blocked delegates none of it', long, async () => {
  const world = await openWorld({ path: reviewPath([closed, tailspin, sandbox, treasury]) });
  const { t, format, reads } = world;
  await world.find('heading', t.review.nothingTitle);
  await reads([
    t.review.numbers.cannot(format, 4),
    closed.name,
    t.readiness.reason.subscriptionState(t.readiness.state.Disabled),
  ]);
  await reads([tailspin.name, t.readiness.reason.otherTenant]);
  await reads([sandbox.name, t.readiness.reason.policy('Only approved managing tenants (보안팀 승인 필요)')]);
  await reads([treasury.name, 'You lack Microsoft.Authorization/roleAssignments/write']);
  expect(world.writes()).toEqual([]);
});
