import { describe, expect, it } from 'vitest';
import { content, copyIn, customer, offer, owner, subscription } from '../../../test/domain/offers.ts';
import { VirtualTime } from '../../../test/domain/virtualTime.ts';
import type { ChangeItem, ChangeSet, Way } from '../changeSet.ts';
import { delegationId } from '../ids.ts';
import { makeChangeSet } from '../makeChangeSet.ts';
import type { Delegation, OfferCopy, Provisioning } from '../offer.ts';
import type { DelegationPort, CallIds } from '../port.ts';
import { ProblemError, type Problem } from '../problem.ts';
import type { Attempt, ItemEnd, ItemStatus } from '../run.ts';
import { handedRun, isSettled, targetOf, type Handed, type Told } from './handedRun.ts';
import { readBack } from './readBack.ts';

const home = copyIn(1);
const scope = subscription(2);
const delegating = makeChangeSet<never>({
  tenantId: customer,
  actor: owner,
  offer: offer([home]),
  chosen: [{ scope, registration: 'registered', blockers: [] }],
  now: 0,
});
const newer = content('1.1.0');
const updating: ChangeSet = {
  ...delegating,
  kind: 'update',
  items: [{ does: 'update', scope, copyId: home.id, from: content(), to: newer }],
};
const accepting: ChangeSet = { ...delegating, kind: 'accept', items: [{ does: 'accept', scope, copyId: home.id }] };

function wayIn({ items: [item] }: ChangeSet): Way {
  if (item?.does !== 'delegate') throw new Error('Nothing is delegated.');
  return item.ways[0];
}
const way = wayIn(delegating);

function delegated(provisioning: Provisioning, more: Partial<Delegation> = {}): Delegation {
  return { id: way.delegationId, scope: scope.id, copyId: way.copyId, copy: home, provisioning, ...more };
}

type Answer = Delegation | OfferCopy | undefined | Problem;

/** How the one item ends where Azure said so of it, and answers the looks one after the other, the last one for ever. */
async function ended(changeSet: ChangeSet, told: ItemStatus, answers: readonly Answer[]) {
  const time = new VirtualTime(0);
  let looks = 0;
  const asked: CallIds[] = [];
  const read = async <Found>(_: unknown, ids: CallIds): Promise<Found> => {
    asked.push(ids);
    const answer = answers[Math.min(looks, answers.length - 1)];
    looks += 1;
    if (answer !== undefined && 'code' in answer) throw new ProblemError(answer);
    return answer as Found;
  };
  const never = () => Promise.reject(new Error('Reading back does nothing else.'));
  const port: DelegationPort = {
    readCopy: read,
    readDelegation: read,
    readRegistration: never,
    register: never,
    writeCopy: never,
    listDelegations: never,
    listDelegationsIn: never,
    writeDelegation: never,
    deleteDelegation: never,
    deleteCopy: never,
  };
  const surroundings = {
    now: () => time.now(),
    wait: (ms: number) => time.wait(ms),
    random: () => 0,
    newId: () => `read-${looks}`,
    sha256: never,
  };
  const handed = { id: 'run', changeSet, fingerprint: 'f', ways: 'reviewed', startedAt: 0, registered: [] } as const;
  const run = handedRun({ ...handed, deployments: [] }, []);
  const state = { ...run, items: [{ status: told, attempts: [] }] };
  const [end] = await time.until(readBack(changeSet, 'reviewed', state, { port, surroundings }));
  return { end, looks, asked, minutes: time.now() / 60_000 };
}

const confirming: ItemStatus = { state: 'confirming' };
const stopped: ItemStatus = { state: 'stopped' };
const refusal: Problem = { code: 'notOwner' };
const refused: ItemStatus = { state: 'failed', problem: refusal };
const elsewhere = delegationId(subscription(9).id, 'dddddddd-0000-4000-8000-000000000009');

describe('what was handed to Azure and is read back', () => {
  it('is done once it is there as reviewed, with the proof of the very look', async () => {
    const { end, asked, minutes } = await ended(delegating, confirming, [
      undefined,
      delegated('working'),
      delegated('succeeded'),
    ]);
    // Azure's activity log knows each look by the id in the receipt, and all of them by the run's.
    expect(asked).toEqual([0, 1, 2].map((look) => ({ clientRequestId: `read-${look}`, correlationId: 'run' })));
    expect(end).toEqual({
      state: 'done',
      proof: { delegationId: way.delegationId, copyId: way.copyId, readAt: 7000, clientRequestId: 'read-2' },
    });
    expect(minutes).toBeLessThan(1);
  });

  it.each<[string, ChangeSet, OfferCopy]>([
    ['an updated copy', updating, { ...home, ...newer }],
    ['an accepted copy', accepting, home],
  ])('is done as %s, which is no delegation', async (_, changeSet, found) => {
    const { end } = await ended(changeSet, confirming, [found]);
    expect(end).toEqual({ state: 'done', proof: { copyId: home.id, readAt: 0, clientRequestId: 'read-0' } });
    expect((await ended(changeSet, confirming, [copyIn(1, content('0.9.0'))])).end).toEqual({
      state: 'failed',
      problem: { code: 'changedByOther', what: 'copy' },
    });
  });

  it.each<[string, Answer, ItemEnd]>([
    ['shows nowhere', undefined, { state: 'failed', problem: { code: 'notVisible' } }],
    [
      'refers to another copy',
      delegated('succeeded', { copyId: copyIn(3).id }),
      { state: 'failed', problem: { code: 'changedByOther', what: 'delegation' } },
    ],
    ['has failed', delegated('failed'), { state: 'failed', problem: { code: 'operationFailed' } }],
    ['was canceled', delegated('canceled'), { state: 'failed', problem: { code: 'operationCanceled' } }],
    ['never settles', delegated('working'), { state: 'unknown', problem: { code: 'notSettled' } }],
    ['is on its way out', delegated('deleting'), { state: 'unknown', problem: { code: 'notSettled' } }],
    ['cannot be reached', { code: 'noAnswer' }, { state: 'unknown', problem: { code: 'noAnswer' } }],
  ])('is not believed where Azure calls it done and it %s, however long it is looked for', async (_, answer, end) => {
    const found = await ended(delegating, confirming, [answer]);
    expect(found.end).toEqual(end);
    expect(found.minutes).toBeGreaterThan(9);
  });

  it('is unknown at once where it may not be read', async () => {
    const { end, looks } = await ended(delegating, confirming, [{ code: 'notAllowed' }]);
    expect(end).toEqual({ state: 'unknown', problem: { code: 'notAllowed' } });
    expect(looks).toBe(1);
  });

  it.each<[string, Answer, ItemEnd['state']]>([
    ['not there', undefined, 'stopped'],
    ['another version', delegated('succeeded', { copy: copyIn(1, content('0.9.0')) }), 'stopped'],
    ['there all the same', delegated('succeeded'), 'done'],
    ['not as it was before: it has failed', delegated('failed'), 'failed'],
  ])('was stopped: it is as it was before, unless it is there: %s', async (_, answer, state) => {
    const { end, minutes } = await ended(delegating, stopped, [answer]);
    expect(end?.state).toBe(state);
    expect(minutes).toBeLessThan(1);
  });

  it('was stopped while Azure was at work on it: that is worth waiting for', async () => {
    const working = Array.from({ length: 6 }, () => delegated('working'));
    const { end, looks } = await ended(delegating, stopped, [...working, delegated('succeeded')]);
    expect(end?.state).toBe('done');
    expect(looks).toBe(7);
  });

  it.each<[string, Answer, ItemEnd]>([
    ['is not there', undefined, { state: 'failed', problem: refusal }],
    ['cannot be read', { code: 'noAnswer' }, { state: 'failed', problem: refusal }],
    [
      'is of somebody else',
      delegated('succeeded', { scope: subscription(9).id, id: elsewhere }),
      { state: 'failed', problem: refusal },
    ],
  ])('keeps the reason of a refusal where it %s, and is looked at once', async (_, answer, end) => {
    const found = await ended(delegating, refused, [answer]);
    expect(found.end).toEqual(end);
    expect(found.looks).toBe(1);
  });

  it('is there already where Azure refused it because somebody was faster', async () => {
    const { end } = await ended(delegating, refused, [delegated('succeeded')]);
    expect(end).toMatchObject({ state: 'already', proof: { delegationId: way.delegationId } });
  });
});

describe('a change set that was handed to Azure, before it is read back', () => {
  const within = 'nested';
  const byCopy: Way = { kind: 'copy', copyId: copyIn(2).id, delegationId: way.delegationId };

  /** How the item stands, of all that Azure says of one deployment that writes this. */
  function stands(changeSet: ChangeSet, told: Told, writes: readonly string[], problem?: Problem): ItemStatus {
    const deployment = { id: 'd', writes: writes.map((id) => ({ id, within })), ...(problem && { refused: problem }) };
    const handed = { id: 'run', changeSet, fingerprint: 'f', ways: 'reviewed', startedAt: 0, registered: [] } as const;
    const [item] = handedRun({ ...handed, deployments: [deployment] }, [told]).items;
    if (!item) throw new Error('no item');
    return item.status;
  }
  const says = (state: 'working' | 'done' | 'failed' | 'stopped', id: string = way.delegationId): Told => ({
    state: 'working',
    items: [{ id, state }],
  });
  const copying: ChangeSet = { ...delegating, items: [{ does: 'delegate', scope, ways: [byCopy] }] };

  it.each<[string, () => ItemStatus, ItemStatus]>([
    ['done is what has to be read back', () => stands(delegating, says('done'), [way.delegationId]), confirming],
    ['at work', () => stands(delegating, says('working'), [way.delegationId]), { state: 'delegating' }],
    ['at work on an update', () => stands(updating, says('working', home.id), [home.id]), { state: 'updating' }],
    ['at work on a copy', () => stands(accepting, says('working', home.id), [home.id]), { state: 'writingCopy' }],
    ['stopped', () => stands(delegating, says('stopped'), [way.delegationId]), stopped],
    [
      'failed without a reason',
      () => stands(delegating, says('failed'), [way.delegationId]),
      { state: 'failed', problem: { code: 'operationFailed' } },
    ],
    ['not begun', () => stands(delegating, { state: 'working', items: [] }, [way.delegationId]), { state: 'waiting' }],
    ['nothing is known yet', () => stands(delegating, undefined, [way.delegationId]), { state: 'waiting' }],
    ['Azure has none', () => stands(delegating, 'gone', [way.delegationId]), { state: 'waiting' }],
    ['no deployment writes it', () => stands(delegating, says('done'), []), { state: 'waiting' }],
    ['the whole was refused', () => stands(delegating, undefined, [way.delegationId], refusal), refused],
    ['the whole is done', () => stands(delegating, { state: 'done', items: [] }, [way.delegationId]), confirming],
    ['the whole was stopped', () => stands(delegating, { state: 'stopped', items: [] }, [way.delegationId]), stopped],
    [
      'the whole has failed before it',
      () => stands(delegating, { state: 'failed', items: [] }, [way.delegationId]),
      { state: 'failed', problem: { code: 'earlierStepFailed' } },
    ],
    [
      'its copy is written first',
      () => stands(copying, says('working', byCopy.copyId), [byCopy.copyId, way.delegationId]),
      { state: 'writingCopy' },
    ],
    [
      'neither it nor its copy has begun',
      () => stands(copying, { state: 'working', items: [] }, [byCopy.copyId, way.delegationId]),
      { state: 'waiting' },
    ],
    [
      'its copy has failed',
      () => stands(copying, says('failed', byCopy.copyId), [byCopy.copyId, way.delegationId]),
      { state: 'failed', problem: { code: 'earlierStepFailed' } },
    ],
    [
      'the nested deployment around it is at work',
      () => stands(delegating, says('working', within), [way.delegationId]),
      { state: 'delegating' },
    ],
  ])('%s', (_, found, status) => {
    expect(found()).toEqual(status);
  });

  it.each([
    [['done'], 'finished'],
    [['failed'], 'finished'],
    [['stopped'], 'stopped'],
    [['done', 'stopped', 'failed'], 'stopped'],
  ] as const)('has ended as it was read back, whatever Azure said of it: deployments that are %s', (ends, phase) => {
    const end: ItemEnd = { state: 'failed', problem: { code: 'notVisible' } };
    const registered: Attempt = {
      kind: 'register',
      target: scope.subscriptionId,
      clientRequestId: 'r',
      startedAt: 1,
      endedAt: 2,
      end: { outcome: 'accepted', answer: 'registering' },
    };
    const handed: Handed = {
      id: 'run',
      changeSet: delegating,
      fingerprint: 'f',
      ways: 'reviewed',
      startedAt: 1,
      deployments: [],
      registered: [registered],
    };
    const before = handedRun(handed, []);
    expect([before.phase.name, before.endedAt]).toEqual(['running', undefined]);
    const after = handedRun(handed, [], { at: 9, ends: [end], deployments: ends.map((ended) => ({ id: 'd', ended })) });
    expect(after).toMatchObject({ phase: { name: phase }, startedAt: 1, endedAt: 9, shared: [registered] });
    expect(after.items).toEqual([{ status: end, attempts: [], startedAt: 1, endedAt: 9 }]);
  });

  it.each(['remove', 'removeCopy', 'reapply', 'reapplyCopy'] as const)('takes nothing away: %s', (does) => {
    const item = { does, scope, copyId: home.id, delegationId: way.delegationId } as ChangeItem;
    expect(() => targetOf(item, 'reviewed')).toThrow('not handed over');
  });

  it.each<[string, Told, boolean, Problem?]>([
    ['was refused', undefined, true, refusal],
    ['is not known to Azure any more', 'gone', true],
    ['was not asked about yet', undefined, false],
    ['is under way', { state: 'working', items: [] }, false],
    ['is done', { state: 'done', items: [] }, true],
    ['has failed', { state: 'failed', items: [] }, true],
    ['was stopped', { state: 'stopped', items: [] }, true],
  ])(
    'is waited for no longer once its deployment has ended, one way or another: it %s',
    (_, told, settled, problem) => {
      expect(isSettled({ id: 'd', writes: [], ...(problem && { refused: problem }) }, told)).toBe(settled);
    },
  );
});
