import { describe, expect, it } from 'vitest';
import { problemText } from '../../src/text/problemTexts.ts';
import { tellings } from './tellings.ts';
import { openWorld } from './harness.ts';
import { reviewPath, subscription } from './places.ts';
import { confirmAndRun } from './stories.ts';

const identity = subscription(3);
const store = subscription(4);
const closed = subscription(13);

describe.each(tellings(import.meta.filename))('the receipt of a run, in %s', (language) => {
  it('says who gave what to whom, where, why, and what Azure answered', async () => {
    const world = await openWorld({ language, path: reviewPath([store, identity, closed]) });
    const { t, format, reads, find, press } = world;
    await world.write(t.review.reason, 'CHG-2041 <b>urgent</b>');
    const confirmation = (await find('checkbox', /Northwind Managed Services/)).parentElement?.textContent ?? '';
    await world.fault({
      route: `PUT ${store.id}/**`,
      action: { kind: 'error', status: 403, code: 'AuthorizationFailed', message: 'Not you.' },
    });
    await confirmAndRun(world, 2);
    await press(t.run.receipt);

    await find('heading', t.receipt.title);
    await reads([t.receipt.summary(format, 1, 3), 'Jiwoo Kim (김지우)', 'owner@contoso.example', 'Contoso']);
    await reads(['northwind.managed-platform.standard', '1.0.0', 'CHG-2041 <b>urgent</b>', confirmation]);
    await reads([store.name, t.receipt.outcome.failed, problemText(t.problems, { code: 'notAllowed' }).title]);
    await reads([identity.name, t.receipt.outcome.done]);
    await reads([closed.name, t.receipt.outcome.cannot]);
    await reads(['Contributor', 'Virtual Machine Contributor']);
    const [registration, refused, made] = world
      .requests()
      .filter(({ method, url }) => method === 'PUT' || url.includes('/register'));
    for (const request of [registration, refused, made]) await reads(request?.clientRequestId ?? 'an id');
    await reads([t.receipt.correlation, made?.correlationRequestId ?? 'an id']);
    expect(new Set([registration, refused, made].map((request) => request?.correlationRequestId)).size).toBe(1);

    await world.follow(t.frame.runs);
    await reads(t.runs.unavailable);
    await reads([t.receipt.summary(format, 1, 3)], await world.row('Northwind Managed Platform'));
  });
});
