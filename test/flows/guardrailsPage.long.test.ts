import { describe, expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { fabrikam } from '../emulator/worlds/tenants.ts';
import { openWorld } from './harness.ts';
import { subscription } from './places.ts';
import { savedFiles } from './savedFiles.ts';
import { tellings } from './tellings.ts';

const store = subscription(4);

describe.each(tellings(import.meta.filename))('guardrails, in %s', (language) => {
  it('what is assigned is shown with whom it allows; the audit is assigned as shown, read back and recorded', async () => {
    const files = savedFiles();
    const world = await openWorld({ world: 'busy', language, path: paths.delegations });
    const { t, format, reads } = world;
    const words = t.guardrails;
    await reads(t.delegations.all(format, 16));
    await world.follow(words.link);
    await world.find('heading', words.title);
    await reads(['Only approved managing tenants (보안팀 승인 필요)', 'contoso-sandbox', fabrikam.id]);
    // The provider of one delegation is unknown: a list without it is not offered.
    await world.choose(words.scope, words.subscription(store.name));
    await world.press(t.guardrailReview.review);
    await reads(t.guardrailReview.blocked.unknownTenants);
    await world.press(t.guardrailReview.back);
    await world.user.click(await world.find('radio', words.name.audit));
    await world.choose(words.scope, words.subscription(store.name));
    await world.press(t.guardrailReview.review);
    await reads(`"id": "${store.id}/providers/Microsoft.Authorization/policyAssignments/lighthouse-audit"`);
    await world.pressInVain(words.assign);
    expect(world.writes()).toEqual([]);
    await world.tick(words.confirm(words.name.audit, words.subscription(store.name)));
    await world.press(words.assign);
    await world.find('heading', t.receipt.title);
    await reads(t.guardrailReview.outcome.written);
    expect(world.written()).toEqual([
      `PUT ${store.id}/providers/Microsoft.Authorization/policyAssignments/lighthouse-audit`,
    ]);
    await world.press(t.receipt.json);
    const [record] = await files();
    expect(JSON.parse(record?.text ?? '')).toMatchObject({ kind: 'guardrail', outcome: 'written' });
  });
});
