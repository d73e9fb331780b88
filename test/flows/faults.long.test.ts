import { describe, expect, it } from 'vitest';
import type { ProblemFacts } from '../../src/domain/problem.ts';
import { problemText } from '../../src/text/problemTexts.ts';
import { addAllowList } from '../emulator/worlds/small.ts';
import { fabrikam } from '../emulator/worlds/tenants.ts';
import { copiesIn, delegationsIn } from './azureSays.ts';
import { openWorld } from './harness.ts';
import { reviewPath, subscription } from './places.ts';
import { acceptedCopy, confirmAndRun } from './stories.ts';

const management = subscription(2);
const store = subscription(4);
const write = `PUT ${store.id}/providers/Microsoft.ManagedServices/registrationAssignments/*`;
const refusal = (status: number, code: string, message: string) => ({ kind: 'error', status, code, message });

/** What Azure does to one of two scopes for as long as nobody repairs it, and the problem that a person reads. */
const lasting: readonly { readonly what: string; readonly action: object; readonly problem: ProblemFacts }[] = [
  {
    what: 'a missing right',
    action: refusal(
      403,
      'AuthorizationFailed',
      `The client 'jiwoo' does not have authorization to perform action 'Microsoft.ManagedServices/registrationAssignments/write' over scope '${store.id}' or the scope is invalid.`,
    ),
    problem: { code: 'notAllowed', action: 'Microsoft.ManagedServices/registrationAssignments/write', scope: store.id },
  },
  {
    what: 'a deny assignment',
    action: refusal(403, 'DenyAssignmentAuthorizationFailed', 'There is a deny assignment with name "stack".'),
    problem: { code: 'deniedByDenyAssignment' },
  },
  {
    what: 'a lock',
    action: refusal(409, 'ScopeLocked', 'The scope cannot perform write operation because it is locked.'),
    problem: { code: 'locked' },
  },
  {
    what: 'a fault of its own',
    action: refusal(500, 'InternalServerError', 'Encountered internal server error.'),
    problem: { code: 'azureDown' },
  },
  { what: 'throttling, with a time', action: { kind: 'throttle', seconds: 9 }, problem: { code: 'throttled' } },
  { what: 'throttling, without', action: { kind: 'throttle', retryAfter: 'none' }, problem: { code: 'throttled' } },
  { what: 'silence: the request never arrives', action: { kind: 'lose' }, problem: { code: 'noAnswer' } },
  {
    what: 'an answer nobody knows',
    action: refusal(418, 'TeapotNotSupported', 'Short and stout.'),
    problem: { code: 'unexpected' },
  },
];

describe('when Azure answers one scope with', () => {
  it.each(lasting)('$what: it says so, the other goes on, and a retry finishes it', async ({ action, problem }) => {
    const world = await openWorld({ path: reviewPath([management, store]), switches: { exposedHeaders: 'all' } });
    const { t, format, reads, row } = world;
    await world.fault({ route: write, action });
    await confirmAndRun(world, 2);
    await world.find('heading', t.run.endedPartly('1', '2'));
    const { title, what, next } = problemText(t.problems, problem);
    await reads([title, what, next], await row(store.name));
    await reads(t.run.state.done, await row(management.name));
    expect(delegationsIn(world)).toEqual([management.id]);

    await world.repair();
    await world.press(t.run.retryAll(format, 1));
    await world.find('heading', t.run.endedAll('2 scopes'));
    expect(delegationsIn(world)).toEqual([management.id, store.id]);
  });

  it.each([
    { what: 'throttling, with a time', action: { kind: 'throttle', seconds: 9 } },
    { what: 'throttling, without', action: { kind: 'throttle', retryAfter: 'none' } },
    { what: 'a fault of its own', action: refusal(503, 'ServiceUnavailable', 'Try again.') },
    { what: 'silence, having done nothing', action: { kind: 'lose', when: 'beforeCommit' } },
    { what: 'silence, having done it', action: { kind: 'lose', when: 'afterCommit' } },
    { what: 'the page of a proxy', action: { kind: 'html', status: 502 } },
  ])('$what, once: the run sees to it without a word', async ({ action }) => {
    const world = await openWorld({ path: reviewPath([management, store]) });
    await world.fault({ route: write, times: 1, action });
    await confirmAndRun(world, 2);
    await world.find('heading', world.t.run.endedAll('2 scopes'));
    expect(delegationsIn(world)).toEqual([management.id, store.id]);
  });
});

it('a policy that refuses what the review could not foresee is named, and the other scope goes on', async () => {
  const world = await openWorld({
    path: reviewPath([management, store]),
    switches: { crossSubscriptionReferences: 'refused' },
  });
  const { t, reads, row } = world;
  await world.find('heading', t.review.confirmTitle);
  // The policy bites on copies of offers alone, and Azure asks for a copy in one of the two.
  addAllowList(world.emulator.context.world, 'contoso-production', [fabrikam.id]);
  await confirmAndRun(world, 2);
  await world.find('heading', t.run.endedPartly('1', '2'));
  const policy = 'Only approved managing tenants (보안팀 승인 필요)';
  const { title, what, next } = problemText(t.problems, { code: 'deniedByPolicy', policy });
  await reads([title, what, next], await row(store.name));
  expect(what).toContain(policy);
  expect(copiesIn(world)).toEqual([management.id]);
  expect(delegationsIn(world)).toEqual([management.id]);
});

describe('when somebody delegates the same scope at the same moment', () => {
  const meanwhile = (copy: string, name: string) => ({
    route: write,
    times: 1,
    action: {
      kind: 'meanwhile',
      persona: 'twoTenantOwner',
      method: 'PUT',
      path: `${store.id}/providers/Microsoft.ManagedServices/registrationAssignments/${name}?api-version=2022-10-01`,
      body: { properties: { registrationDefinitionId: copy } },
    },
  });

  it('to the same offer: that is taken for what it is', async () => {
    const world = await openWorld({ path: reviewPath([management, store]) });
    await world.fault(meanwhile(acceptedCopy, crypto.randomUUID()));
    await confirmAndRun(world, 2);
    await world.find('heading', world.t.run.endedAll('2 scopes'));
    await world.reads(world.t.run.state.already, await world.row(store.name));
    await world.reads(world.t.run.state.done, await world.row(management.name));
    expect(delegationsIn(world)).toEqual([management.id, store.id]);
  });
});
